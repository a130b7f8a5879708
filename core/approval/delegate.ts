import { AppError } from '../errors/app-error.ts';
import { nowOf, type TenantContext } from '../ports/services.ts';
import { staffKey } from './approval.ts';
import { peopleBook } from './people-book.ts';

/** Longer absences are a change of the chain. */
const longestDays = 90;

/**
 * Lets a colleague decide in one's place between two days; requests that wait already are passed on by hand.
 * @throws AppError `BAD_REQUEST` for oneself, somebody who has left, or days that do not fit
 */
export async function delegateMine(
  context: TenantContext,
  { to, from, until }: { readonly to: string; readonly from: string; readonly until: string },
): Promise<void> {
  const { services, store, actor, lang } = context;
  const refuse = (field: string, zh: string, en: string) =>
    new AppError('BAD_REQUEST', { details: { field, problem: lang === 'zh' ? zh : en } });
  const book = await peopleBook(store);
  const entry = await book.find(to);
  if (!entry?.present || entry.personId === actor.id) {
    throw refuse('to', '请选择一位在职的同事', 'choose a colleague who works here');
  }
  const days = (Date.parse(until) - Date.parse(from)) / 86_400_000;
  if (!(days >= 0 && days <= longestDays)) {
    throw refuse(
      'until',
      `结束日期应在开始日期之后，最长 ${longestDays} 天`,
      `must follow the first day, ${longestDays} days at most`,
    );
  }
  const id = staffKey(actor.id ?? '');
  const madeAt = nowOf(services);
  await store.commit([
    ...store.approvals.delegate({ id, to: entry.key, from, until, madeAt }),
    store.audit.add({
      actor,
      action: 'approval.delegated',
      subjectKind: 'person',
      subjectId: actor.id ?? '',
      at: madeAt,
      data: { from, until },
    }),
  ]);
}

/** Ends one's delegation. Ending none is no fault. */
export async function endMyDelegation({ services, store, actor }: TenantContext): Promise<void> {
  await store.commit([
    store.approvals.endDelegation(staffKey(actor.id ?? '')),
    store.audit.add({
      actor,
      action: 'approval.delegation_ended',
      subjectKind: 'person',
      subjectId: actor.id ?? '',
      at: nowOf(services),
    }),
  ]);
}

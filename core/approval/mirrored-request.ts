import { approvals as english } from '../i18n/en-us/approvals.ts';
import { createFormatter } from '../i18n/format.ts';
import { approvals as chinese } from '../i18n/zh-cn/approvals.ts';
import { addressesOf } from '../platform/addresses.ts';
import type { MirroredRequest, MirroredTask } from '../ports/platform-todos.ts';
import type { ApprovalRow } from '../ports/repositories/approvals.ts';
import type { InstallationRow } from '../ports/repositories/platforms.ts';
import type { TenantContext } from '../ports/services.ts';
import type { TwoLanguages } from '../ports/two-languages.ts';
import type { ApprovalStep } from './approval.ts';
import { openContent } from './content.ts';
import { type PeopleBook, peopleBook } from './people-book.ts';

const zh = createFormatter<typeof chinese>('zh-CN', chinese);
const en = createFormatter<typeof chinese>('en-US', english);

const both = (key: 'approvals.asked_by' | 'approvals.field_position'): TwoLanguages => ({
  zh: zh(key),
  en: en(key),
});

/** Steps that were opened: each follows one that was agreed to. */
function opened(steps: readonly ApprovalStep[]): readonly ApprovalStep[] {
  const last = steps.findIndex(({ state }) => state !== 'agreed');
  return last === -1 ? steps : steps.slice(0, last + 1);
}

const msOf = (time: string | null): number | null => (time === null ? null : Date.parse(time));

async function tasksOf(row: ApprovalRow, book: PeopleBook): Promise<readonly MirroredTask[]> {
  const tasks: MirroredTask[] = [];
  let askedAt = Date.parse(row.askedAt);
  for (const [stepIndex, { approvers, dueAt, state }] of opened(row.steps).entries()) {
    for (const [index, { key, state: word, at }] of approvers.entries()) {
      const personId = (await book.find(key))?.officeId;
      if (!personId) continue;
      const ended = msOf(at) ?? (word === 'waiting' ? null : Date.parse(row.updatedAt));
      tasks.push({
        key: `${row.id}-${stepIndex + 1}-${index + 1}`,
        personId,
        state: word === 'waiting' && state !== 'open' ? 'not_needed' : word,
        askedAt,
        endedAt: ended,
        dueAt: msOf(dueAt),
      });
    }
    askedAt = Math.max(askedAt, ...approvers.map(({ at }) => msOf(at) ?? 0));
  }
  return tasks;
}

/**
 * A request as the platform's to-do lists may show it: what kind, for which position, by whom. Names of candidates and pay stay here,
 * because nothing would take them out of there again.
 */
export async function mirroredRequest(
  context: TenantContext,
  row: ApprovalRow,
  { installation, version }: { readonly installation: InstallationRow; readonly version: number },
): Promise<MirroredRequest> {
  const book = await peopleBook(context.store);
  const content = await openContent(context, row);
  const position = content?.fields.find(({ field }) => field === 'position')?.value ?? null;
  const asker = await book.find(`staff:${row.askedBy}`);
  const { homeUrl } = addressesOf(context.services.publicUrl, installation.platform, installation.id);
  const page = (path: string) => `${homeUrl}?to=${encodeURIComponent(path)}`;
  const kind = `approvals.kind_${row.kind}` as const;
  const named = (words: string) => (position === null ? words : `${words} · ${position}`);
  const line = (label: TwoLanguages, text: string | null | undefined) => (text ? [{ label, text }] : []);
  return {
    key: row.id,
    version,
    title: { zh: named(zh(kind)), en: named(en(kind)) },
    lines: [
      ...line(both('approvals.field_position'), position),
      ...line(both('approvals.asked_by'), asker?.name),
    ],
    url: page(`/approvals/${row.id}`),
    listUrl: page('/approvals'),
    askerId: asker?.officeId ?? null,
    state: row.state,
    askedAt: Date.parse(row.askedAt),
    endedAt: msOf(row.endedAt),
    tasks: await tasksOf(row, book),
  };
}

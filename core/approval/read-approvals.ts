import { permissionsOf } from '../access/permissions.ts';
import { AppError } from '../errors/app-error.ts';
import type { ApprovalAct, ApprovalFilter, ApprovalRow } from '../ports/repositories/approvals.ts';
import type { TenantContext } from '../ports/services.ts';
import type { Page, PageRequest } from '../ports/unit-of-work.ts';
import type { ApproverKey } from './approval.ts';
import { type ApprovalContent, openContent } from './content.ts';
import { type PeopleBook, peopleBook } from './people-book.ts';

/** What one sees of requests: those that wait for one, that one sent, that one took part in, or the company's. */
export const approvalBoxes = ['to_decide', 'asked', 'decided', 'all'] as const;
export type ApprovalBox = (typeof approvalBoxes)[number];

/** A request in a list. */
export interface ListedApproval {
  readonly row: ApprovalRow;
  readonly jobTitle: string | null;
  readonly candidateName: string | null;
  /** Names of the people in it, by key; null where the platform hides them. */
  readonly names: ReadonlyMap<ApproverKey, string | null>;
  /** Whether it waits for the reader, who may decide it here. */
  readonly mine: boolean;
}

/** A request with all that its page shows. */
export interface ReadApproval extends ListedApproval {
  readonly content: ApprovalContent | null;
  readonly acts: readonly ApprovalAct[];
  /** Its copy in the platform's to-do lists; null where it was never copied there. */
  readonly todo: {
    readonly platform: string;
    readonly state: 'shown' | 'coming' | 'stands';
    readonly errorCode: string | null;
  } | null;
  readonly mayWithdraw: boolean;
}

interface Reader {
  readonly keys: readonly ApproverKey[];
  readonly forCompany: boolean;
  readonly book: PeopleBook;
}

async function readerOf({ store, actor }: TenantContext): Promise<Reader> {
  const book = await peopleBook(store);
  const me = book.staff().find(({ id }) => id === actor.id);
  return {
    book,
    keys: book.keysOf(actor.id ?? ''),
    forCompany: permissionsOf(me?.roles ?? []).has('decision.write'),
  };
}

async function namesOf(
  { book }: Reader,
  keys: readonly ApproverKey[],
): Promise<ReadonlyMap<ApproverKey, string | null>> {
  const names = new Map<ApproverKey, string | null>();
  for (const key of new Set(keys)) names.set(key, (await book.find(key))?.name ?? null);
  return names;
}

async function subjectWords({ store }: TenantContext, row: ApprovalRow) {
  if (row.subjectKind === 'job') {
    return { jobTitle: (await store.jobs.get(row.subjectId))?.title ?? null, candidateName: null };
  }
  const application = await store.applications.get(row.subjectId);
  if (!application) return { jobTitle: null, candidateName: null };
  const [job, candidate] = await Promise.all([
    store.jobs.get(application.jobId),
    store.candidates.get(application.candidateId),
  ]);
  return { jobTitle: job?.title ?? null, candidateName: candidate?.name ?? null };
}

async function listed(
  context: TenantContext,
  reader: Reader,
  row: ApprovalRow,
  more: readonly ApproverKey[] = [],
): Promise<ListedApproval> {
  const asker = `staff:${row.askedBy}`;
  return {
    row,
    ...(await subjectWords(context, row)),
    names: await namesOf(reader, [asker, ...row.involved, ...more]),
    mine: row.state === 'pending' && row.waitingFor.some((key) => reader.keys.includes(key)),
  };
}

function filterOf(context: TenantContext, reader: Reader, box: ApprovalBox): ApprovalFilter {
  if (box === 'to_decide') return { state: 'pending', waitingFor: reader.keys };
  if (box === 'asked') return { askedBy: context.actor.id ?? '' };
  if (box === 'decided') return { involved: reader.keys };
  if (!reader.forCompany) throw new AppError('FORBIDDEN');
  return {};
}

/** A page of a box, newest first. @throws AppError `FORBIDDEN` for the company's box without the right to decide */
export async function listApprovals(
  context: TenantContext,
  box: ApprovalBox,
  page: PageRequest,
): Promise<Page<ListedApproval>> {
  const reader = await readerOf(context);
  const found = await context.store.approvals.list(filterOf(context, reader, box), page);
  const items = await Promise.all(found.items.map((row) => listed(context, reader, row)));
  return { items, nextCursor: found.nextCursor };
}

/** How many requests wait for the reader. */
export async function countToDecide({ store, actor }: TenantContext): Promise<number> {
  const accounts = await store.platform.accounts();
  const office = accounts.find(({ personId }) => personId === actor.id);
  return store.approvals.countWaiting([`staff:${actor.id}`, ...(office ? [`office:${office.id}`] : [])]);
}

async function todoOf(
  { store }: TenantContext,
  { id, revision }: ApprovalRow,
): Promise<ReadApproval['todo']> {
  const record = await store.approvals.todo(id);
  const installation = await store.platform.installation();
  if (!record || record.version === 0 || !installation) return null;
  const { errorCode } = record;
  const state = errorCode !== null ? 'stands' : record.shown === revision ? 'shown' : 'coming';
  return { platform: installation.platform, state, errorCode };
}

/** A request with its history. @throws AppError `NOT_FOUND`, also for readers whom it does not concern */
export async function readApproval(context: TenantContext, id: string): Promise<ReadApproval> {
  const { store, actor } = context;
  const row = await store.approvals.get(id);
  const reader = await readerOf(context);
  const concerned = row?.askedBy === actor.id || row?.involved.some((key) => reader.keys.includes(key));
  if (!row || !(concerned || reader.forCompany)) throw new AppError('NOT_FOUND');
  const acts = await store.approvals.acts(id);
  const people = acts.flatMap(({ by, to }) => [by, to].filter((key) => key !== null));
  return {
    ...(await listed(context, reader, row, people)),
    content: await openContent(context, row),
    acts,
    todo: await todoOf(context, row),
    mayWithdraw: row.state === 'pending' && (row.askedBy === actor.id || reader.forCompany),
  };
}

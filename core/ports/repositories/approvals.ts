import type { ApprovalKind, ApprovalState, ApprovalStep, ApproverKey } from '../../approval/approval.ts';
import type { ChainVersion } from '../../approval/chain.ts';
import type { TodoRecord } from '../../approval/todo-record.ts';
import type { OfferState } from '../../offer/offer.ts';
import type { Change, Page, PageRequest } from '../unit-of-work.ts';

/** Where the sending of a request to the platform stands: a ledger, so that no instance is started twice. */
export interface PlatformLedger {
  readonly platform: string;
  readonly definitionId: string;
  /** Who asks, by platform id. */
  readonly askerId: string;
  /**
   * `to_send`: not tried; `sending`: a try is under way or died; `unclear`: a try ended without an answer; `sent`: there
   * is an instance; `refused`: the platform takes no such content and nothing was started.
   */
  readonly stage: 'to_send' | 'sending' | 'unclear' | 'sent' | 'refused';
  readonly tries: number;
  /** Milliseconds since 1970 of the first and the last try. */
  readonly firstTryAt: number | null;
  readonly lastTryAt: number | null;
  readonly errorCode: string | null;
  readonly lastReadAt: string | null;
  /** Looks for an instance of an unanswered try that found none; one look may be wrong, two are believed. */
  readonly emptyLooks: number;
  /** How many acts of the platform's have been written into the history. */
  readonly seenActs: number;
}

/** A request for the company's agreement. */
export interface ApprovalRow {
  readonly id: string;
  readonly kind: ApprovalKind;
  readonly subjectKind: 'job' | 'application';
  readonly subjectId: string;
  /** The offer it is about; null for other kinds. */
  readonly offerId: string | null;
  /** Sealed JSON of `ApprovalContent`; null once the person was erased. */
  readonly contentSealed: string | null;
  /** Hash of what exactly is asked for, so that an agreement never covers something else. */
  readonly contentHash: string;
  readonly state: ApprovalState;
  /** Counts every change. */
  readonly revision: number;
  readonly chainNumber: number;
  readonly way: 'own' | 'platform';
  readonly steps: readonly ApprovalStep[];
  /** Whose word is wanted now. */
  readonly waitingFor: readonly ApproverKey[];
  /** Who is or was or may be asked. */
  readonly involved: readonly ApproverKey[];
  readonly ledger: PlatformLedger | null;
  /** Id of the platform's instance. */
  readonly instanceId: string | null;
  /** Number of the next piece of follow-up work; an older one does nothing. */
  readonly tick: number;
  readonly askedBy: string;
  readonly askedAt: string;
  readonly updatedAt: string;
  readonly endedAt: string | null;
}

export const approvalActs = [
  'asked',
  'agreed',
  'refused',
  'passed_on',
  'escalated',
  'timed_out',
  'withdrawn',
  'sent_to_platform',
  'platform_failed',
] as const;

/** Something that happened to a request, never changed afterwards. */
export interface ApprovalAct {
  readonly id: string;
  readonly approvalId: string;
  readonly act: (typeof approvalActs)[number];
  /** Who did it; null for the product itself. */
  readonly by: ApproverKey | null;
  /** To whom it was passed on. */
  readonly to: ApproverKey | null;
  /** The person's own words; emptied when the candidate is erased. */
  readonly note: string | null;
  readonly at: string;
}

/** Somebody stands in for somebody else for a time. */
export interface Delegation {
  /** Who is away. */
  readonly id: ApproverKey;
  readonly to: ApproverKey;
  /** Days `YYYY-MM-DD` in the company's zone, both included. */
  readonly from: string;
  readonly until: string;
  readonly madeAt: string;
}

export interface ApprovalFilter {
  readonly state?: ApprovalState | undefined;
  readonly kind?: ApprovalKind | undefined;
  readonly subjectId?: string | undefined;
  /** Any of these is waited for. */
  readonly waitingFor?: readonly ApproverKey[] | undefined;
  /** Any of these is involved, or asked. */
  readonly involved?: readonly ApproverKey[] | undefined;
  readonly askedBy?: string | undefined;
}

export interface ApprovalRepository {
  get(id: string): Promise<ApprovalRow | null>;
  /** Newest first. */
  list(filter: ApprovalFilter, page: PageRequest): Promise<Page<ApprovalRow>>;
  /** How many requests wait for one of these. */
  countWaiting(keys: readonly ApproverKey[]): Promise<number>;
  byInstance(instanceId: string): Promise<ApprovalRow | null>;
  /** Refused with `CONFLICT` when the subject has a pending request of that kind. */
  add(row: ApprovalRow): Change;
  /** Guarded by the revision that the change was made from; raises it by one. */
  save(row: ApprovalRow, fromRevision: number): Change;
  /** How far a request was copied into the platform's to-do lists; null: no such request. */
  todo(approvalId: string): Promise<TodoRecord | null>;
  /** Guarded by that record's own revision; the request itself stays as it is. */
  saveTodo(approvalId: string, record: TodoRecord, fromRevision: number): Change;
  addAct(act: ApprovalAct): Change;
  /** Oldest first. */
  acts(approvalId: string): Promise<readonly ApprovalAct[]>;

  /** The newest version of a kind's chain, or null. */
  chain(kind: ApprovalKind): Promise<ChainVersion | null>;
  chains(kind: ApprovalKind): Promise<readonly ChainVersion[]>;
  /** Refused with `CONFLICT` when that number exists. */
  addChain(version: ChainVersion): Change;

  delegations(): Promise<readonly Delegation[]>;
  /** Replaces that person's. */
  delegate(delegation: Delegation): readonly Change[];
  endDelegation(id: ApproverKey): Change;
}

/** One version of an offer. */
export interface OfferRow {
  readonly id: string;
  readonly applicationId: string;
  /** 1, 2, 3 …: a refused offer is followed by a new one. */
  readonly number: number;
  readonly state: OfferState;
  readonly revision: number;
  /** Sealed JSON of `OfferTerms`; null once the person was erased. */
  readonly termsSealed: string | null;
  readonly approvalId: string | null;
  readonly madeBy: string;
  readonly madeAt: string;
  readonly updatedAt: string;
}

export interface OfferRepository {
  get(id: string): Promise<OfferRow | null>;
  /** Newest first. */
  ofApplication(applicationId: string): Promise<readonly OfferRow[]>;
  add(row: OfferRow): Change;
  /** Guarded by the revision that the change was made from; raises it by one. */
  save(row: OfferRow, fromRevision: number): Change;
}

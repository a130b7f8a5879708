/** Kinds of background work and what each needs; payloads carry ids only. */
export interface BackgroundWork {
  'resume.parse': { readonly resumeId: string };
  'candidate.erase': { readonly candidateId: string };
  'interview.score': { readonly interviewId: string };
  'recording.compact': { readonly recordingId: string };
  'recording.transcribe': { readonly recordingId: string };
  'tenant.erase': { readonly tenantId: string };
  'retention.sweep': Readonly<Record<string, never>>;
  'platform.event': { readonly eventId: string };
  'platform.sync': { readonly runId: string };
  'platform.daily': { readonly since: string };
  'approval.advance': { readonly approvalId: string; readonly tick: number };
  'approval.mirror': { readonly approvalId: string };
  'second_round.calendar': { readonly roundId: string };
  'second_round.remind': { readonly roundId: string; readonly revision: number };
  'message.deliver': { readonly personId: string };
  'message.send': { readonly messageId: string };
  'message.check': { readonly messageId: string };
  'message.close': { readonly subjectId: string; readonly closing: string; readonly before: string };
  'platform.recheck': { readonly since: string };
  'marketplace.notice': { readonly noticeId: string };
  'installation.erase': { readonly installationId: string };
  'audit.seal': Readonly<Record<string, never>>;
}
export type BackgroundKind = keyof BackgroundWork;

/** A claimed piece of background work. Handlers are idempotent: the same work may come twice. */
export interface BackgroundJob<K extends BackgroundKind = BackgroundKind> {
  readonly id: string;
  readonly tenantId: string;
  readonly kind: K;
  readonly payload: BackgroundWork[K];
  readonly attempts: number;
  readonly leaseToken: string;
}

/** Which work somebody takes; all of it unless told. */
export interface WantedWork {
  /** Only this piece. */
  readonly id?: string | undefined;
  /** Only these kinds, or all but these. */
  readonly of?: { readonly kinds: readonly BackgroundKind[]; readonly except: boolean } | undefined;
}

/** How an operator sees a piece of work. */
export interface BackgroundJobRow {
  readonly id: string;
  readonly tenantId: string;
  readonly kind: string;
  readonly state: 'queued' | 'running' | 'done' | 'dead';
  readonly attempts: number;
  readonly runAt: string;
  readonly lastError: string | null;
  readonly createdAt: string;
  readonly finishedAt: string | null;
}

/** Tells a worker that there is something to do; losing a ring loses nothing, the sweep finds the work (design D6). */
export interface Doorbell {
  ring(jobId: string): Promise<void>;
}

/** Attempts before a piece of work is dead. */
export const maxAttempts = 6;

/** Seconds until attempt `n` (1-based) is repeated: 5 s, 30 s, 3 min, 18 min, 1.8 h. */
export const backOffSeconds = (n: number): number => Math.min(6480, 5 * 6 ** (n - 1));

import type { Change } from '../unit-of-work.ts';

/** A candidate's request to have something corrected that only staff can correct. */
export interface CorrectionRequest {
  readonly id: string;
  readonly interviewId: string;
  readonly text: string;
  readonly state: 'open' | 'done' | 'declined';
  readonly dueAt: string;
  readonly handledBy: string | null;
  readonly answer: string | null;
  readonly createdAt: string;
  readonly closedAt: string | null;
}

export interface RightsRepository {
  addCorrection(request: CorrectionRequest): Change;
  correction(id: string): Promise<CorrectionRequest | null>;
  /** By due date. */
  corrections(filter: {
    readonly interviewId?: string;
    readonly state?: CorrectionRequest['state'];
  }): Promise<readonly CorrectionRequest[]>;
  /** Guarded: only an open request. */
  closeCorrection(
    id: string,
    set: Pick<CorrectionRequest, 'state' | 'handledBy' | 'answer' | 'closedAt'>,
  ): Change;
}

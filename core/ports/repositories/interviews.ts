import type { ConsentKind } from '../../consent/consent.ts';
import type {
  Accommodations,
  AnswerMode,
  InterviewState,
  ProcessSignals,
} from '../../interview/interview.ts';
import type { InterviewPlan } from '../../interview/plan.ts';
import type { StoredTranscript } from '../../interview/stored-transcript.ts';
import type { Change } from '../unit-of-work.ts';

/** Whether an answer leads to a follow-up, decided once and kept. */
export interface FollowUpDecision {
  /** The newest answer at that moment; the decision holds as long as it is the newest. */
  readonly after: string;
  /** The follow-up in the interview's language; null: none. */
  readonly text: string | null;
}

export interface Interview {
  readonly id: string;
  readonly applicationId: string;
  readonly jobVersionId: string;
  readonly state: InterviewState;
  readonly plan: InterviewPlan;
  readonly lang: 'zh' | 'en';
  readonly accommodations: Accommodations;
  readonly aiScoring: boolean;
  readonly deviceId: string | null;
  readonly followUp: FollowUpDecision | null;
  readonly createdBy: string;
  readonly createdAt: string;
  readonly startedAt: string | null;
  readonly resumableUntil: string | null;
  readonly submittedAt: string | null;
  readonly releasedAt: string | null;
  readonly updatedAt: string;
}

export interface InterviewRepository {
  get(id: string): Promise<Interview | null>;
  ofApplication(applicationId: string): Promise<readonly Interview[]>;
  /** Interviews whose time to start or resume ended before `now`, and that are still open. */
  overdue(now: string, limit: number): Promise<readonly Interview[]>;
  /** Interviews still open whose candidates asked to talk with a person, oldest first. */
  personWanted(limit: number): Promise<readonly Interview[]>;
  add(interview: Interview): Change;
  /**
   * Guarded: only while the state is one of `from` and, when given, the device is `deviceId`.
   */
  move(
    id: string,
    from: readonly InterviewState[],
    to: InterviewState,
    at: string,
    options?: {
      readonly deviceId?: string | undefined;
      readonly set?: Partial<
        Pick<
          Interview,
          | 'lang'
          | 'accommodations'
          | 'aiScoring'
          | 'startedAt'
          | 'resumableUntil'
          | 'submittedAt'
          | 'releasedAt'
        >
      >;
    },
  ): Change;
  /** Gives the interview to a device; the newest claim wins. Guarded: the interview must still be enterable. */
  claimDevice(id: string, deviceId: string, at: string): Change;
  /** Guarded: answers are still taken, the newest one is `after`, and nothing was decided after it before. */
  decideFollowUp(id: string, decision: FollowUpDecision, at: string): Change;
  update(
    id: string,
    set: Partial<Pick<Interview, 'lang' | 'accommodations' | 'aiScoring'>>,
    at: string,
  ): Change;
}

export interface Consent {
  readonly id: string;
  readonly interviewId: string;
  readonly kind: ConsentKind;
  readonly granted: boolean;
  /** SHA-256 of the text that was shown. */
  readonly textHash: string;
  readonly locale: string;
  readonly at: string;
}

export interface ConsentRepository {
  add(consent: Consent): Change;
  /** All rows, oldest first; the newest of a kind holds. */
  ofInterview(interviewId: string): Promise<readonly Consent[]>;
}

export interface Answer {
  readonly id: string;
  readonly interviewId: string;
  readonly questionId: string;
  /** 0 the answer, 1 and 2 replies to follow-ups. */
  readonly turn: number;
  /** 0 first, 1 retake; the highest one counts. */
  readonly attempt: number;
  readonly mode: AnswerMode;
  readonly text: string;
  readonly originalText: string | null;
  readonly asrConfidence: number | null;
  readonly textSource: 'typed' | 'transcript' | 'none';
  readonly recordingId: string | null;
  readonly skipped: boolean;
  readonly probe: string | null;
  readonly process: ProcessSignals;
  readonly contentHash: string;
  readonly durationMs: number | null;
  readonly storedAt: string;
}

/** What an interview needs to know of an answer to go on: everything but its words. */
export type AnswerPlace = Pick<
  Answer,
  'id' | 'questionId' | 'turn' | 'attempt' | 'mode' | 'skipped' | 'probe' | 'contentHash' | 'storedAt'
> & {
  /** No words: nothing but white space. */
  readonly blank: boolean;
};

/** What another candidate said to a question, only to compare words; who it was does not come along. */
export type ToldElsewhere = Pick<Answer, 'interviewId' | 'questionId' | 'text'>;

export interface AnswerRepository {
  /** A second answer for the same question, turn and attempt is a `CONFLICT`. */
  add(answer: Answer): Change;
  ofInterview(interviewId: string): Promise<readonly Answer[]>;
  /** The same answers in the same order, without their words. */
  placesOf(interviewId: string): Promise<readonly AnswerPlace[]>;
  get(id: string): Promise<Answer | null>;
  /**
   * Words, at most 2,000 units an answer, of the newest handed-in interviews of a job version but those of one candidate. Looks at the
   * company's newest 2,000 interviews.
   */
  toldElsewhere(of: {
    readonly jobVersionId: string;
    readonly exceptCandidate: string;
    readonly interviews: number;
  }): Promise<readonly ToldElsewhere[]>;
  /** Guarded: the answer must exist. Sets the words to be scored, keeping the first transcript. */
  setText(id: string, set: Pick<Answer, 'text' | 'originalText' | 'asrConfidence' | 'textSource'>): Change;
}

export interface Recording {
  readonly id: string;
  readonly interviewId: string;
  readonly questionId: string;
  readonly turn: number;
  readonly attempt: number;
  readonly mediaType: string;
  readonly state: 'open' | 'complete' | 'compacted' | 'erased';
  readonly segmentCount: number | null;
  readonly objectKey: string | null;
  readonly bytes: number | null;
  readonly durationMs: number | null;
  readonly transcriptState: 'none' | 'pending' | 'done' | 'failed';
  readonly transcript: StoredTranscript | null;
  readonly createdAt: string;
  readonly completedAt: string | null;
  readonly erasedAt: string | null;
}

export interface RecordingSegment {
  readonly recordingId: string;
  readonly position: number;
  readonly bytes: number;
  readonly sha256: string;
  readonly objectKey: string;
  readonly storedAt: string;
}

export interface RecordingRepository {
  get(id: string): Promise<Recording | null>;
  ofInterview(interviewId: string): Promise<readonly Recording[]>;
  add(recording: Recording): Change;
  /** A second segment at a position is a `CONFLICT`. */
  addSegment(segment: RecordingSegment): Change;
  segments(recordingId: string): Promise<readonly RecordingSegment[]>;
  /** Guarded by `from`. */
  move(
    id: string,
    from: Recording['state'],
    to: Recording['state'],
    set?: Partial<
      Pick<
        Recording,
        | 'segmentCount'
        | 'objectKey'
        | 'mediaType'
        | 'bytes'
        | 'durationMs'
        | 'completedAt'
        | 'erasedAt'
        | 'transcriptState'
      >
    >,
  ): Change;
  /** Guarded: only while the words are pending. */
  setTranscript(id: string, state: 'done' | 'failed', transcript: StoredTranscript | null): Change;
  dropSegments(recordingId: string): Change;
}

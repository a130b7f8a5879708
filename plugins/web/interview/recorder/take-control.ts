import { asProblem, type CandidateClient } from '../../candidate-kit/client.ts';
import type { ApiProblem } from '../../kit/api-problem.ts';
import type { QuestionStep } from '../question-step.ts';
import {
  bringFile,
  type RunningTake,
  recordTake,
  resumeTake,
  type TakePlace,
  takeFile,
} from './take-recorder.ts';
import { takeStore } from './take-store.ts';
import type { UploadState } from './upload.ts';

/** Where a spoken answer stands on this page. */
export interface TakeState {
  readonly phase: 'looking' | 'ready' | 'opening' | 'recording' | 'ended';
  /** Whether a closed page loses nothing. */
  readonly lasting: boolean;
  readonly id: string | null;
  readonly upload: UploadState | null;
  /** Address of the recording on this device, to listen to; null when it was made on another one. */
  readonly media: string | null;
  /** True when it was found again after a closed page or on another device. */
  readonly found: boolean;
  /** Recordings of this answer that ended, here or elsewhere. */
  readonly ended: readonly string[];
  readonly problem: ApiProblem | null;
}

export interface TakeSettings {
  readonly client: CandidateClient;
  readonly step: QuestionStep;
  readonly interviewId: string;
  readonly mode: 'voice' | 'video';
  /** Ended recordings of this answer that the server knows. */
  readonly known: readonly {
    readonly recordingId: string;
    readonly mode: 'voice' | 'video';
    readonly state: 'complete' | 'erased';
  }[];
  readonly onChange: (state: TakeState) => void;
  /** Another device took the interview over. */
  readonly onLost: () => void;
}

const stored: UploadState = {
  stored: 0,
  recorded: 0,
  complete: true,
  waiting: false,
  problem: null,
  view: null,
};

/** One spoken answer from the first word to the complete upload, across closed pages. */
export class TakeControl {
  private readonly settings: TakeSettings;
  private running: RunningTake | null = null;
  private left = false;
  private state: TakeState;

  constructor(settings: TakeSettings) {
    this.settings = settings;
    this.state = {
      phase: 'looking',
      lasting: true,
      id: null,
      upload: null,
      media: null,
      found: false,
      ended: settings.known.map((take) => take.recordingId),
      problem: null,
    };
  }

  private tell(change: Partial<TakeState>): void {
    this.state = { ...this.state, ...change };
    if (!this.left) this.settings.onChange(this.state);
  }

  private async place(): Promise<TakePlace> {
    const { client, step, interviewId, mode } = this.settings;
    const store = await takeStore();
    return {
      client,
      store,
      step,
      mode,
      place: `${interviewId}.${step.questionId}.${step.turn}`,
      attempt: this.state.ended.length,
      onState: (upload) => this.uploaded(upload),
    };
  }

  private uploaded(upload: UploadState): void {
    const { id, ended } = this.state;
    const isNew = upload.complete && id !== null && !ended.includes(id);
    this.tell({ upload, ...(isNew ? { ended: [...ended, id] } : {}) });
    if (upload.problem?.problem.code === 'ANOTHER_DEVICE') this.settings.onLost();
  }

  /** Looks for a take of this answer that was not handed in: on this device, else on the server. */
  async look(): Promise<void> {
    try {
      const at = await this.place();
      this.tell({ lasting: at.store.lasting });
      const kept = (await at.store.takes(at.place)).filter((take) => take.mode === at.mode).pop();
      if (kept) this.tell({ id: kept.id });
      const take = kept && !this.left ? await resumeTake(at, kept) : null;
      if (take) {
        this.running = take;
        if (this.left) return this.leave();
        this.tell({ found: true });
        return await this.show(at, take);
      }
    } catch {
      // A store that cannot be read is an empty one; what the server has is found below.
    }
    const { known, mode } = this.settings;
    const there = known.filter((take) => take.mode === mode && take.state === 'complete').pop();
    if (there) this.tell({ id: there.recordingId, found: true, upload: stored, phase: 'ended' });
    else this.tell({ id: null, phase: 'ready' });
  }

  private async show(at: TakePlace, take: RunningTake): Promise<void> {
    const kept = (await at.store.takes(at.place)).find((one) => one.id === take.id);
    const file = kept ? await takeFile(at.store, kept) : null;
    this.tell({ media: file ? URL.createObjectURL(file) : null, phase: 'ended' });
  }

  private async begin(make: (at: TakePlace) => Promise<RunningTake>): Promise<void> {
    this.tell({ problem: null, found: false, upload: null, id: null, phase: 'opening' });
    try {
      const at = await this.place();
      const take = await make(at);
      this.running = take;
      this.tell({ id: take.id, phase: 'recording' });
      if (this.left) return this.leave();
      await take.ended;
      if (this.running === take && !this.left) await this.show(at, take);
    } catch (error) {
      const problem = asProblem(error);
      this.tell({ problem, phase: 'ready' });
      if (problem.problem.code === 'ANOTHER_DEVICE') this.settings.onLost();
    }
  }

  record(stream: MediaStream): void {
    void this.begin((at) => recordTake(at, stream));
  }

  bring(file: File): void {
    void this.begin((at) => bringFile(at, file));
  }

  stop(): void {
    this.running?.stop().catch(() => undefined); // `begin` tells of the same failure
  }

  /** Gives this take up for another one. */
  again(): void {
    this.drop();
    this.tell({ id: null, upload: null, media: null, found: false, problem: null, phase: 'ready' });
  }

  /** Forgets the bytes on this device. */
  drop(): void {
    const { id, media } = this.state;
    this.running?.upload.stop();
    this.running = null;
    if (media) URL.revokeObjectURL(media);
    // Bytes that stay behind are harmless: they are dropped when their recording is found closed.
    if (id)
      takeStore().then(
        (store) => store.drop(id),
        () => undefined,
      );
  }

  /** The page moves on: the recorder stops, what was kept is found again. */
  leave(): void {
    this.left = true;
    const take = this.running;
    this.running = null;
    take?.upload.stop();
    take?.stop().catch(() => undefined);
    if (this.state.media) URL.revokeObjectURL(this.state.media);
  }
}

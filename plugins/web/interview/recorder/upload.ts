import type { UploadView } from '#adapters/http/schemas/interview.ts';
import { asProblem, type CandidateClient, worthRepeating } from '../../candidate-kit/client.ts';
import type { ApiProblem } from '../../kit/api-problem.ts';
import { contentHash } from './content-hash.ts';
import type { TakeStore } from './take-store.ts';

/** Where an upload stands: only what the server acknowledged counts as stored. */
export interface UploadState {
  readonly stored: number;
  /** Segments recorded so far on this device. */
  readonly recorded: number;
  /** The server has every segment and has closed the recording. */
  readonly complete: boolean;
  /** Waiting for the network; goes on by itself. */
  readonly waiting: boolean;
  /** Why it stopped for good. */
  readonly problem: ApiProblem | null;
  readonly view: UploadView | null;
}

const pauses = [1, 2, 4, 8, 15] as const;

/** What an upload works with. */
export interface UploadSettings {
  readonly client: CandidateClient;
  readonly store: TakeStore;
  readonly recordingId: string;
  /** Segments that lie in the store already. */
  readonly recorded: number;
  readonly onState: (state: UploadState) => void;
}

/** Sends a take's segments in order while it is recorded, and closes it; lost network only makes it wait. */
export class Upload {
  private readonly settings: UploadSettings;
  private readonly path: string;
  private readonly control = new AbortController();
  private ended: { readonly segmentCount: number; readonly durationMs: number | null } | null = null;
  private wake: () => void = () => undefined;
  private state: UploadState;

  constructor(settings: UploadSettings) {
    this.settings = settings;
    this.path = `/interview/recordings/${settings.recordingId}`;
    this.state = {
      stored: 0,
      recorded: settings.recorded,
      complete: false,
      waiting: false,
      problem: null,
      view: null,
    };
    const online = () => this.wake();
    window.addEventListener('online', online);
    void this.run().finally(() => window.removeEventListener('online', online));
  }

  /** Another segment lies in the store. */
  add(): void {
    this.tell({ recorded: this.state.recorded + 1 });
    this.wake();
  }

  /** The recording has ended with this many segments. */
  end(segmentCount: number, durationMs: number | null): void {
    this.ended = { segmentCount, durationMs };
    this.wake();
  }

  stop(): void {
    this.control.abort();
    this.wake();
  }

  private tell(change: Partial<UploadState>): void {
    this.state = { ...this.state, ...change };
    if (!this.control.signal.aborted) this.settings.onState(this.state);
  }

  /** Until `wake`, or for some seconds. */
  private pause(seconds: number | null): Promise<void> {
    return new Promise((resolve) => {
      const timer = seconds === null ? undefined : setTimeout(resolve, seconds * 1000);
      this.wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }

  private async send(position: number): Promise<void> {
    const { store, recordingId, client } = this.settings;
    const found = await store.segment(recordingId, position);
    if (!found) throw new Error(`segment ${position} is gone`);
    const content = await found.arrayBuffer();
    const headers = {
      'Content-Type': 'application/octet-stream',
      'X-Content-Sha256': await contentHash(content),
    };
    await client.request<UploadView>(`${this.path}/segments/${position}`, {
      method: 'PUT',
      bytes: { content, headers },
      signal: this.control.signal,
      timeout: 60_000,
    });
    this.tell({ stored: position + 1 });
  }

  private async step(): Promise<void> {
    if (this.state.stored < this.state.recorded) return this.send(this.state.stored);
    if (!this.ended) return this.pause(null);
    const view = await this.settings.client.request<UploadView>(`${this.path}/complete`, {
      method: 'POST',
      body: this.ended,
      signal: this.control.signal,
    });
    this.tell({ complete: true, view });
  }

  private async run(): Promise<void> {
    let failures = 0;
    while (!this.control.signal.aborted && !this.state.complete) {
      try {
        await this.step();
        failures = 0;
        if (this.state.waiting) this.tell({ waiting: false });
      } catch (error) {
        if (this.control.signal.aborted) return;
        const problem = asProblem(error);
        const lost = problem.problem.code === 'UNREADABLE' && problem.problem.status === 0;
        if (lost || !worthRepeating(problem)) return this.tell({ problem, waiting: false });
        this.tell({ waiting: true });
        await this.pause(pauses[failures] ?? 15);
        failures += 1;
      }
    }
  }
}

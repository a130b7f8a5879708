import type { TwoLanguages } from './two-languages.ts';

/** One person's place in a request, as the platform's to-do list shows it. */
export interface MirroredTask {
  /** Names this task for ever, apart from all others and from requests. Letters, digits, `_` and `-`, 64 at most. */
  readonly key: string;
  /** By the platform's id. */
  readonly personId: string;
  readonly state: 'waiting' | 'agreed' | 'refused' | 'passed_on' | 'not_needed';
  /** Milliseconds since 1970: since when they are asked, when they answered, until when they should. */
  readonly askedAt: number;
  readonly endedAt: number | null;
  readonly dueAt: number | null;
}

/** A request of Jinji's own chain, as it shall stand in the platform's to-do lists. Neither candidates nor pay stand in it. */
export interface MirroredRequest {
  /** Names this request for ever, as a task's key does. */
  readonly key: string;
  /** Grows with everything that is shown; milliseconds since 1970. */
  readonly version: number;
  readonly title: TwoLanguages;
  readonly lines: readonly { readonly label: TwoLanguages; readonly text: string }[];
  /** Opens the request inside the client, signed in. */
  readonly url: string;
  /** Opens all requests. */
  readonly listUrl: string;
  /** By the platform's id; null for somebody without an account there. */
  readonly askerId: string | null;
  readonly state: 'pending' | 'approved' | 'rejected' | 'withdrawn' | 'timed_out';
  readonly askedAt: number;
  readonly endedAt: number | null;
  /** Everybody who was ever asked, whatever became of it. */
  readonly tasks: readonly MirroredTask[];
}

/** What an adapter keeps about one request from one time to the next; it survives a process that dies. */
export interface TodoMemory {
  get(name: string): string | null;
  /** Kept before anything else is called. @throws AppError `CONFLICT` when another process goes on with this request */
  set(changes: Readonly<Record<string, string | null>>): Promise<void>;
}

/**
 * The platform's to-do list, into which requests are copied that Jinji's own steps decide.
 *
 * Throws AppError `PLATFORM_BUSY`, `PLATFORM_PERMISSION`, `PLATFORM_DISCONNECTED`, `PLATFORM_UNEXPECTED`, `UPSTREAM_UNAVAILABLE`.
 */
export interface PlatformTodos {
  /** Makes the lists show the request as it is. Doing it again changes nothing, whatever became of the time before. */
  show(request: MirroredRequest, memory: TodoMemory): Promise<void>;
}

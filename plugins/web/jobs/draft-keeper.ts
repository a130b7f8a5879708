import type { JobView } from '#adapters/http/schemas/jobs.ts';
import type { JobDefinition } from '#core/job/job-definition.ts';
import { type JobSection, mergeDrafts, sameContent, takeSection } from '#core/job/merge-drafts.ts';
import type { ApiProblem } from '../kit/api-problem.ts';
import { asProblem } from '../kit/use-query.ts';

/** Where the typed words are. `incomplete`: the title is empty, so nothing can be stored yet. */
export type SaveState =
  | { readonly kind: 'saved' | 'waiting' | 'saving' | 'incomplete' }
  | { readonly kind: 'failed'; readonly problem: ApiProblem };

/** Two people changed the same parts: both versions, until the reader has chosen. */
export interface DraftConflict {
  readonly theirs: JobView;
  readonly sections: readonly JobSection[];
}

/** What the wizard shows. `generation` rises when the draft was replaced from outside and editors must begin anew. */
export interface KeptDraft {
  readonly job: JobView;
  readonly draft: JobDefinition;
  readonly generation: number;
  readonly save: SaveState;
  readonly conflict: DraftConflict | null;
  /** How often a colleague's changes were joined without a question. */
  readonly merges: number;
}

/** What the keeper needs from outside. */
export interface KeeperPorts {
  readonly save: (revision: number, draft: JobDefinition) => Promise<JobView>;
  readonly load: () => Promise<JobView>;
  /** Runs something after the pause in typing; gives the function that cancels it. */
  readonly later: (run: () => void) => () => void;
}

/** The draft in the form the server takes; null while it has no title. Empty lines of tasks are no tasks yet. */
export function sendable(draft: JobDefinition): JobDefinition | null {
  if (draft.title.trim() === '') return null;
  const tasks = draft.tasks.filter((task) => task.trim() !== '');
  return tasks.length === draft.tasks.length ? draft : { ...draft, tasks };
}

/**
 * Keeps a job's draft and stores it after each pause in typing, one request at a time. A draft that a colleague saved
 * meanwhile is joined part by part; parts that both changed wait for the reader's choice, and nothing typed is lost.
 */
export class DraftKeeper {
  readonly #ports: KeeperPorts;
  readonly #listeners = new Set<() => void>();
  #state: KeptDraft;
  #base: { readonly draft: JobDefinition; readonly revision: number };
  #cancel: () => void = () => undefined;
  #running: Promise<number | null> | null = null;

  constructor(initial: JobView, ports: KeeperPorts) {
    this.#ports = ports;
    this.#base = { draft: initial.draft, revision: initial.revision };
    this.#state = {
      job: initial,
      draft: initial.draft,
      generation: 0,
      save: { kind: 'saved' },
      conflict: null,
      merges: 0,
    };
  }

  readonly now = (): KeptDraft => this.#state;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly change = (update: (draft: JobDefinition) => JobDefinition): void => {
    const draft = update(this.#state.draft);
    if (draft === this.#state.draft) return;
    this.#set({ draft, ...(this.#state.save.kind === 'saving' ? {} : { save: { kind: 'waiting' } }) });
    this.#cancel();
    this.#cancel = this.#ports.later(() => void this.saveNow());
  };

  /** Stores what is not stored yet. Resolves to the stored revision, or null when something stands in the way. */
  readonly saveNow = (): Promise<number | null> => {
    this.#cancel();
    this.#running ??= this.#run().finally(() => {
      this.#running = null;
    });
    return this.#running;
  };

  /** Ends a conflict: the colleague's version of the parts given, the reader's own of the others. */
  readonly settle = (theirs: readonly JobSection[]): Promise<number | null> => {
    const { conflict } = this.#state;
    if (conflict !== null) {
      const draft = theirs.reduce(
        (kept, section) => takeSection(kept, conflict.theirs.draft, section),
        this.#state.draft,
      );
      this.#set({
        draft,
        generation: this.#state.generation + 1,
        conflict: null,
        save: { kind: 'waiting' },
      });
    }
    return this.saveNow();
  };

  readonly stop = (): void => this.#cancel();

  #set(patch: Partial<KeptDraft>): void {
    this.#state = { ...this.#state, ...patch };
    for (const listener of this.#listeners) listener();
  }

  async #run(): Promise<number | null> {
    for (;;) {
      if (this.#state.conflict !== null) return null;
      const sent = sendable(this.#state.draft);
      if (sent === null) {
        this.#set({ save: { kind: 'incomplete' } });
        return null;
      }
      if (sameContent(sent, this.#base.draft)) {
        if (this.#state.save.kind !== 'saved') this.#set({ save: { kind: 'saved' } });
        return this.#base.revision;
      }
      this.#set({ save: { kind: 'saving' } });
      try {
        if (!(await this.#store(sent))) return null;
      } catch (error) {
        this.#set({ save: { kind: 'failed', problem: asProblem(error) } });
        return null;
      }
    }
  }

  /** One request; false when the reader has to choose first. */
  async #store(sent: JobDefinition): Promise<boolean> {
    try {
      const job = await this.#ports.save(this.#base.revision, sent);
      this.#base = { draft: sent, revision: job.revision };
      this.#set({ job });
      return true;
    } catch (error) {
      if (asProblem(error).problem.code !== 'CONFLICT') throw error;
      return this.#join();
    }
  }

  /** Joins the colleague's draft; false when both changed the same part. */
  async #join(): Promise<boolean> {
    const theirs = await this.#ports.load();
    const mine = sendable(this.#state.draft) ?? this.#state.draft;
    const { merged, conflicts } = mergeDrafts(this.#base.draft, mine, theirs.draft);
    this.#base = { draft: theirs.draft, revision: theirs.revision };
    const common = { job: theirs, draft: merged, generation: this.#state.generation + 1 };
    if (conflicts.length === 0) this.#set({ ...common, merges: this.#state.merges + 1 });
    else this.#set({ ...common, save: { kind: 'waiting' }, conflict: { theirs, sections: conflicts } });
    return conflicts.length === 0;
  }
}

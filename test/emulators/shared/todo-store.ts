import type { Fault } from './faults.ts';

/** What stands in somebody's to-do list. */
export interface ShownTodo {
  readonly key: string;
  readonly personId: string;
  readonly title: string;
  readonly url: string;
  readonly open: boolean;
  /** What became of it, in the platform's own word. */
  readonly result: string;
}

/** The to-do lists of a platform, as far as other systems may write into them. */
export interface TodoStore {
  /** Everything that was ever asked of anybody, oldest first. */
  all(): readonly ShownTodo[];
  /** How requests stand, in the platform's own words, oldest first. */
  requests(): readonly { readonly id: string; readonly state: string; readonly sent: unknown }[];
  /** Part of the path of the calls that write. */
  readonly path: string;
  /** The refusal of an app without the permission. */
  readonly lacking: Fault;
}

import type { Words } from './command.ts';

/** What a check found: its state, and words that say what is or what to do. */
export interface Found {
  readonly state: 'ok' | 'warning' | 'error';
  readonly words: Words;
}

/** One line of the doctor: what was looked at, of which company where it is one's own. */
export interface Finding extends Found {
  readonly check: string;
  readonly company?: string;
}

export const ok = (zh: string, en: string): Found => ({ state: 'ok', words: { zh, en } });
export const warn = (zh: string, en: string): Found => ({ state: 'warning', words: { zh, en } });
export const fail = (zh: string, en: string): Found => ({ state: 'error', words: { zh, en } });

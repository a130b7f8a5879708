import { SingleBar } from 'cli-progress';
import type { Terminal } from '../command.ts';

/** Shows how far a piece of work is: a moving bar on a screen, one line a step elsewhere. */
export interface Progress {
  /** Begins the next step; `words` say what it is. */
  step(words: string): void;
  end(): void;
}

/** @param total how many steps there will be */
export function showProgress(terminal: Terminal, total: number): Progress {
  if (!terminal.screen) {
    let done = 0;
    return {
      step(words) {
        done += 1;
        terminal.tell(`[${done}/${total}] ${words}`);
      },
      end: () => undefined,
    };
  }
  const bar = new SingleBar({
    format: '{bar} {value}/{total} {words}',
    barCompleteChar: '█',
    barIncompleteChar: '░',
    barsize: 24,
    hideCursor: true,
    stream: process.stderr,
  });
  bar.start(total, 0, { words: '' });
  return {
    step: (words) => bar.increment(1, { words }),
    end: () => bar.stop(),
  };
}

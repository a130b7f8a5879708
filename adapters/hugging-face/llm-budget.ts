/** Limits of what one process asks of a model. */
export interface BudgetSettings {
  /** Tokens a UTC day; what is under way when they are used up is finished. */
  readonly dailyTokens: number;
  /** How long a model that failed twice in a row is left alone. */
  readonly pauseMs: number;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

/** Counts tokens and failures. */
export interface Budget {
  /** Why no call may be made now, or null. */
  refusal(): 'budget' | 'paused' | null;
  spend(tokens: number): void;
  /** Told after each judgement, so that a dead server costs two waits and not one for every answer. */
  reached(wasThere: boolean): void;
}

const failuresBeforePause = 2;
const dayMs = 86_400_000;

/** A budget kept in memory: a restart begins anew. */
export function createBudget({ dailyTokens, pauseMs, now }: BudgetSettings): Budget {
  let day = -1;
  let spent = 0;
  let failures = 0;
  let pausedUntil = 0;
  const today = () => {
    const current = Math.floor(now() / dayMs);
    if (current !== day) spent = 0;
    day = current;
  };
  return {
    refusal() {
      today();
      if (spent >= dailyTokens) return 'budget';
      return now() < pausedUntil ? 'paused' : null;
    },
    spend(tokens) {
      today();
      spent += tokens;
    },
    reached(wasThere) {
      failures = wasThere ? 0 : failures + 1;
      if (failures < failuresBeforePause) return;
      failures = 0;
      pausedUntil = now() + pauseMs;
    },
  };
}

import { useCallback, useEffect, useRef, useState } from 'react';
import { newIdempotencyKey } from './api-client.ts';
import type { ApiProblem } from './api-problem.ts';
import { asProblem } from './use-query.ts';

export interface Mutation<Input, Answer> {
  /**
   * Runs the write. Resolves to the answer, or to null when it failed (see `problem`) or one is already running.
   */
  readonly run: (input: Input) => Promise<Answer | null>;
  readonly busy: boolean;
  readonly problem: ApiProblem | null;
  readonly reset: () => void;
}

/** Whether nobody knows if the server carried the write out, so that a repetition must use the same key. */
function isUncertain(problem: ApiProblem): boolean {
  return problem.problem.status === 0 || problem.problem.status >= 500;
}

/**
 * A write with its states. One action of the reader has one idempotency key: a repetition of the same input after a
 * lost answer reuses it, so nothing is done twice.
 */
export function useMutation<Input, Answer>(
  write: (input: Input, idempotencyKey: string) => Promise<Answer>,
): Mutation<Input, Answer> {
  const [state, setState] = useState<{ readonly busy: boolean; readonly problem: ApiProblem | null }>({
    busy: false,
    problem: null,
  });
  const writeNow = useRef(write);
  writeNow.current = write;
  const running = useRef(false);
  const open = useRef<{ readonly input: string; readonly key: string } | null>(null);
  const mounted = useRef(true);
  useEffect(() => {
    mounted.current = true;
    return () => {
      mounted.current = false;
    };
  }, []);

  const run = useCallback(async (input: Input): Promise<Answer | null> => {
    if (running.current) return null;
    running.current = true;
    const text = JSON.stringify(input) ?? '';
    const key = open.current?.input === text ? open.current.key : newIdempotencyKey();
    open.current = { input: text, key };
    setState({ busy: true, problem: null });
    try {
      const answer = await writeNow.current(input, key);
      open.current = null;
      if (mounted.current) setState({ busy: false, problem: null });
      return answer;
    } catch (error) {
      const problem = asProblem(error);
      if (!isUncertain(problem)) open.current = null;
      if (mounted.current) setState({ busy: false, problem });
      return null;
    } finally {
      running.current = false;
    }
  }, []);
  const reset = useCallback(() => setState((now) => ({ ...now, problem: null })), []);
  return { run, ...state, reset };
}

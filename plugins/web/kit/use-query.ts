import { useCallback, useEffect, useRef, useState } from 'react';
import { isAborted, type ListPage } from './api-client.ts';
import { ApiProblem, localProblem } from './api-problem.ts';

/** What a page shows for something it reads: waiting, there, or failed. While reloading, the old data stays with `reloading`. */
export type QueryState<Data> =
  | { readonly state: 'loading'; readonly data: null; readonly problem: null; readonly reloading: false }
  | { readonly state: 'ready'; readonly data: Data; readonly problem: null; readonly reloading: boolean }
  | {
      readonly state: 'failed';
      readonly data: Data | null;
      readonly problem: ApiProblem;
      readonly reloading: false;
    };

export type Query<Data> = QueryState<Data> & {
  readonly reload: () => void;
  /** Puts data that a write has answered with in place, without a new read. */
  readonly setData: (change: (before: Data) => Data) => void;
};

const loading = { state: 'loading', data: null, problem: null, reloading: false } as const;

/** Any rejection as a problem that pages can show. */
export function asProblem(error: unknown): ApiProblem {
  if (error instanceof ApiProblem) return error;
  return localProblem('UNREADABLE', error);
}

/**
 * Reads something whenever `key` changes and cancels the read before. `key` holds all that `load` depends on
 * (`jobs/${id}`); null reads nothing yet.
 */
export function useQuery<Data>(
  key: string | null,
  load: (signal: AbortSignal) => Promise<Data>,
): Query<Data> {
  const [current, setCurrent] = useState<{ readonly key: string | null; readonly state: QueryState<Data> }>({
    key,
    state: loading,
  });
  const [round, setRound] = useState(0);
  const loadNow = useRef(load);
  loadNow.current = load;

  // `round` is there to repeat the read.
  useEffect(() => {
    if (key === null) return undefined;
    const stop = new AbortController();
    setCurrent((before) => ({ key, state: whileReading(before.key === key ? before.state : loading) }));
    loadNow.current(stop.signal).then(
      (data) => {
        if (stop.signal.aborted) return;
        setCurrent({ key, state: { state: 'ready', data, problem: null, reloading: false } });
      },
      (error: unknown) => {
        if (stop.signal.aborted || isAborted(error)) return;
        setCurrent((before) => ({
          key,
          state: {
            state: 'failed',
            data: before.key === key ? before.state.data : null,
            problem: asProblem(error),
            reloading: false,
          },
        }));
      },
    );
    return () => stop.abort();
  }, [key, round]);

  const reload = useCallback(() => setRound((n) => n + 1), []);
  const setData = useCallback(
    (change: (before: Data) => Data) =>
      setCurrent((before) =>
        before.state.state === 'ready'
          ? { key: before.key, state: { ...before.state, data: change(before.state.data) } }
          : before,
      ),
    [],
  );
  // The state of another key must not show for even one frame.
  return { ...(current.key === key ? current.state : loading), reload, setData };
}

function whileReading<Data>(state: QueryState<Data>): QueryState<Data> {
  if (state.state === 'ready') return { ...state, reloading: true };
  if (state.state === 'failed' && state.data !== null) {
    return { state: 'ready', data: state.data, problem: null, reloading: true };
  }
  return loading;
}

/** A list that grows page by page. */
export type ListQuery<Item> = Query<ListPage<Item>> & {
  readonly loadMore: () => void;
  readonly loadingMore: boolean;
  readonly moreProblem: ApiProblem | null;
};

/** Reads a cursor list: the first page like `useQuery`, the next with `loadMore`. */
export function useListQuery<Item>(
  key: string | null,
  load: (cursor: string | null, signal: AbortSignal) => Promise<ListPage<Item>>,
): ListQuery<Item> {
  const query = useQuery<ListPage<Item>>(key, (signal) => load(null, signal));
  const [more, setMore] = useState<{ readonly busy: boolean; readonly problem: ApiProblem | null }>({
    busy: false,
    problem: null,
  });
  const stop = useRef<AbortController | null>(null);
  // Another list must not receive this list's next page.
  useEffect(() => {
    setMore({ busy: false, problem: null });
    return () => stop.current?.abort();
  }, [key]);

  const cursor = query.data?.nextCursor ?? null;
  const loadMore = () => {
    if (cursor === null || more.busy) return;
    const own = new AbortController();
    stop.current = own;
    setMore({ busy: true, problem: null });
    load(cursor, own.signal).then(
      (page) => {
        if (own.signal.aborted) return;
        // A reload meanwhile began the list anew; then this page has no place in it.
        query.setData((before) =>
          before.nextCursor === cursor
            ? { items: [...before.items, ...page.items], nextCursor: page.nextCursor }
            : before,
        );
        setMore({ busy: false, problem: null });
      },
      (error: unknown) => {
        if (!own.signal.aborted) setMore({ busy: false, problem: asProblem(error) });
      },
    );
  };
  return { ...query, loadMore, loadingMore: more.busy, moreProblem: more.problem };
}

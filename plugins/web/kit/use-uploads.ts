import { useCallback, useEffect, useRef, useState } from 'react';
import { isAborted, newIdempotencyKey } from './api-client.ts';
import type { ApiProblem } from './api-problem.ts';
import { type FileFault, type FileRules, fileFault } from './file-check.ts';
import { asProblem } from './use-query.ts';

/** One file of a list of uploads. `share` is 0..1. */
export interface UploadItem<Answer> {
  readonly id: string;
  readonly file: File;
  readonly state: 'waiting' | 'uploading' | 'done' | 'failed' | 'refused' | 'cancelled';
  readonly share: number;
  readonly fault: FileFault | null;
  readonly problem: ApiProblem | null;
  readonly answer: Answer | null;
}

/** How one file is sent. The key stays the same when the reader tries the file again. */
export type SendFile<Answer> = (
  file: File,
  options: {
    readonly onProgress: (share: number) => void;
    readonly signal: AbortSignal;
    readonly idempotencyKey: string;
  },
) => Promise<Answer>;

export interface Uploads<Answer> {
  readonly items: readonly UploadItem<Answer>[];
  readonly add: (files: readonly File[]) => void;
  readonly cancel: (id: string) => void;
  readonly retry: (id: string) => void;
  readonly remove: (id: string) => void;
  /** Whether anything is waiting or on its way. */
  readonly busy: boolean;
}

const atOnce = 3;

function newItem<Answer>(file: File, rules: FileRules): UploadItem<Answer> {
  const fault = fileFault(file, rules);
  return {
    id: newIdempotencyKey(),
    file,
    state: fault ? 'refused' : 'waiting',
    share: 0,
    fault,
    problem: null,
    answer: null,
  };
}

/** Sends many files, three at a time; each has its own progress and its own error. Leaving the page cancels what is on its way. */
export function useUploads<Answer>(settings: {
  readonly rules: FileRules;
  readonly send: SendFile<Answer>;
  readonly onDone?: (answer: Answer, file: File) => void;
}): Uploads<Answer> {
  const [items, setItems] = useState<readonly UploadItem<Answer>[]>([]);
  const running = useRef(new Map<string, AbortController>());
  const latest = useRef(settings);
  latest.current = settings;

  const change = useCallback((id: string, patch: Partial<UploadItem<Answer>>) => {
    setItems((all) => all.map((item) => (item.id === id ? { ...item, ...patch } : item)));
  }, []);

  const start = useCallback(
    (item: UploadItem<Answer>) => {
      const stop = new AbortController();
      running.current.set(item.id, stop);
      change(item.id, { state: 'uploading', share: 0 });
      latest.current
        .send(item.file, {
          onProgress: (share) => change(item.id, { share }),
          signal: stop.signal,
          idempotencyKey: item.id,
        })
        .then(
          (answer) => {
            running.current.delete(item.id);
            change(item.id, { state: 'done', share: 1, answer });
            latest.current.onDone?.(answer, item.file);
          },
          (error: unknown) => {
            running.current.delete(item.id);
            if (isAborted(error)) change(item.id, { state: 'cancelled' });
            else change(item.id, { state: 'failed', problem: asProblem(error) });
          },
        );
    },
    [change],
  );

  useEffect(() => {
    const free = atOnce - running.current.size;
    const next = items.filter((item) => item.state === 'waiting' && !running.current.has(item.id));
    for (const item of next.slice(0, Math.max(0, free))) start(item);
  }, [items, start]);

  useEffect(() => {
    const all = running.current;
    return () => {
      for (const stop of all.values()) stop.abort();
    };
  }, []);

  const add = useCallback((files: readonly File[]) => {
    const { rules } = latest.current;
    const added = files.map((file) => newItem<Answer>(file, rules));
    setItems((all) => [...all, ...added]);
  }, []);

  const cancel = useCallback(
    (id: string) => {
      const stop = running.current.get(id);
      if (stop) stop.abort();
      else change(id, { state: 'cancelled' });
    },
    [change],
  );
  const retry = useCallback(
    (id: string) => change(id, { state: 'waiting', share: 0, problem: null }),
    [change],
  );
  const remove = useCallback((id: string) => {
    running.current.get(id)?.abort();
    setItems((all) => all.filter((item) => item.id !== id));
  }, []);
  const busy = items.some((item) => item.state === 'waiting' || item.state === 'uploading');
  return { items, add, cancel, retry, remove, busy };
}

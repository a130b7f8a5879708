import { useCallback, useEffect, useRef, useState } from 'react';

/** What one operation gives: the value after it and the operation that takes it back. Null: it changes nothing. */
export type Applied<Value, Operation> = { readonly value: Value; readonly inverse: Operation } | null;

interface Step<Operation> {
  readonly operation: Operation;
  readonly inverse: Operation;
  readonly gesture: string | null;
}

export interface Undo<Operation> {
  /**
   * Carries an operation out. Operations with the same `gesture` one after another (a slider being dragged) are one
   * step: each starts again from the value before the gesture.
   */
  readonly perform: (operation: Operation, gesture?: string) => void;
  /** Ends a gesture: the next operation is a new step. */
  readonly endGesture: () => void;
  readonly undo: () => void;
  readonly redo: () => void;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
}

interface History<Operation> {
  readonly done: readonly Step<Operation>[];
  readonly undone: readonly Step<Operation>[];
}

const nothing = { done: [], undone: [] } as const;
const mostSteps = 200;

/**
 * History over pure operations for a value that the parent holds. A value that came from elsewhere (loaded anew) clears
 * the history.
 */
export function useUndo<Value, Operation>(settings: {
  readonly value: Value;
  readonly onChange: (value: Value) => void;
  readonly apply: (value: Value, operation: Operation) => Applied<Value, Operation>;
}): Undo<Operation> {
  const [history, setHistory] = useState<History<Operation>>(nothing);
  const now = useRef({ value: settings.value, history });
  const own = useRef<Value>(settings.value);
  const latest = useRef(settings);
  latest.current = settings;

  useEffect(() => {
    if (settings.value === own.current) return;
    own.current = settings.value;
    now.current = { value: settings.value, history: nothing };
    setHistory(nothing);
  }, [settings.value]);

  const commit = useCallback((value: Value, next: History<Operation>) => {
    now.current = { value, history: next };
    own.current = value;
    setHistory(next);
    latest.current.onChange(value);
  }, []);

  const perform = useCallback(
    (operation: Operation, gesture: string | null = null) => {
      const { apply } = latest.current;
      let { value, history: before } = now.current;
      const last = before.done[before.done.length - 1];
      if (gesture !== null && last?.gesture === gesture) {
        value = apply(value, last.inverse)?.value ?? value;
        before = { done: before.done.slice(0, -1), undone: [] };
      }
      const result = apply(value, operation);
      if (result === null) {
        if (value !== now.current.value) commit(value, before);
        return;
      }
      const step = { operation, inverse: result.inverse, gesture };
      commit(result.value, { done: [...before.done.slice(1 - mostSteps), step], undone: [] });
    },
    [commit],
  );

  const endGesture = useCallback(() => {
    const { value, history: before } = now.current;
    const last = before.done[before.done.length - 1];
    if (!last || last.gesture === null) return;
    const next = { ...before, done: [...before.done.slice(0, -1), { ...last, gesture: null }] };
    now.current = { value, history: next };
    setHistory(next);
  }, []);

  const undo = useCallback(() => {
    const { value, history: before } = now.current;
    const last = before.done[before.done.length - 1];
    const result = last && latest.current.apply(value, last.inverse);
    if (!last || !result) return;
    const step = { ...last, gesture: null };
    commit(result.value, { done: before.done.slice(0, -1), undone: [...before.undone, step] });
  }, [commit]);

  const redo = useCallback(() => {
    const { value, history: before } = now.current;
    const next = before.undone[before.undone.length - 1];
    const result = next && latest.current.apply(value, next.operation);
    if (!next || !result) return;
    const step = { ...next, inverse: result.inverse };
    commit(result.value, { done: [...before.done, step], undone: before.undone.slice(0, -1) });
  }, [commit]);

  return {
    perform,
    endGesture,
    undo,
    redo,
    canUndo: history.done.length > 0,
    canRedo: history.undone.length > 0,
  };
}

/** Ctrl/⌘+Z, Ctrl/⌘+Shift+Z and Ctrl+Y for a part of the page. Text fields keep their own undo. */
export function useUndoKeys(undo: Pick<Undo<never>, 'undo' | 'redo'>): void {
  const latest = useRef(undo);
  latest.current = undo;
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey) return;
      const target = event.target as HTMLElement | null;
      const typing = target?.closest(
        'input:not([type="range"]):not([type="checkbox"]),textarea,[contenteditable="true"]',
      );
      if (typing || document.querySelector('dialog[open]')) return;
      const key = event.key.toLowerCase();
      if (key !== 'z' && key !== 'y') return;
      event.preventDefault();
      if (key === 'y' || event.shiftKey) latest.current.redo();
      else latest.current.undo();
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, []);
}

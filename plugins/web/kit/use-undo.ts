import { useCallback, useEffect, useRef, useState } from 'react';
import {
  type Apply,
  gestureEnded,
  performed,
  redone,
  type Timeline,
  timelineFrom,
  undone,
} from './undo-history.ts';

export interface Undo<Operation> {
  /** Carries an operation out; those of one `gesture` in a row are one step. */
  readonly perform: (operation: Operation, gesture?: string) => void;
  /** Ends a gesture: the next operation is a new step. */
  readonly endGesture: () => void;
  readonly undo: () => void;
  readonly redo: () => void;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
}

/**
 * History over pure operations for a value that the parent holds. A value that came from elsewhere (loaded anew) clears
 * the history.
 */
export function useUndo<Value, Operation>(settings: {
  readonly value: Value;
  readonly onChange: (value: Value) => void;
  readonly apply: Apply<Value, Operation>;
}): Undo<Operation> {
  const [timeline, setTimeline] = useState<Timeline<Value, Operation>>(() => timelineFrom(settings.value));
  // Two events may come before the next rendering, so the newest timeline is kept beside the state.
  const now = useRef(timeline);
  const latest = useRef(settings);
  latest.current = settings;

  const go = useCallback((next: Timeline<Value, Operation>) => {
    const changed = next.value !== now.current.value;
    now.current = next;
    setTimeline(next);
    if (changed) latest.current.onChange(next.value);
  }, []);

  useEffect(() => {
    if (settings.value === now.current.value) return;
    now.current = timelineFrom(settings.value);
    setTimeline(now.current);
  }, [settings.value]);

  const perform = useCallback(
    (operation: Operation, gesture?: string) =>
      go(performed(now.current, latest.current.apply, operation, gesture ?? null)),
    [go],
  );
  const endGesture = useCallback(() => go(gestureEnded(now.current)), [go]);
  const undo = useCallback(() => go(undone(now.current, latest.current.apply)), [go]);
  const redo = useCallback(() => go(redone(now.current, latest.current.apply)), [go]);
  const { done, undone: takenBack } = timeline.history;
  return { perform, endGesture, undo, redo, canUndo: done.length > 0, canRedo: takenBack.length > 0 };
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

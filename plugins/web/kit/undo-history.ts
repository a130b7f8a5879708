/** What one operation gives: the value after it and the operation that takes it back. Null: it changes nothing. */
export type Applied<Value, Operation> = { readonly value: Value; readonly inverse: Operation } | null;

/** Carries an operation out on a value, purely. */
export type Apply<Value, Operation> = (value: Value, operation: Operation) => Applied<Value, Operation>;

interface Step<Operation> {
  readonly operation: Operation;
  readonly inverse: Operation;
  readonly gesture: string | null;
}

/** What was done and what was taken back, newest last. */
export interface History<Operation> {
  readonly done: readonly Step<Operation>[];
  readonly undone: readonly Step<Operation>[];
}

/** A value with the history that led to it. */
export interface Timeline<Value, Operation> {
  readonly value: Value;
  readonly history: History<Operation>;
}

const mostSteps = 200;

/** The beginning of a history. */
export function timelineFrom<Value, Operation>(value: Value): Timeline<Value, Operation> {
  return { value, history: { done: [], undone: [] } };
}

/**
 * Carries an operation out. Operations with the same `gesture` one after another (a slider being dragged) are one step:
 * each starts again from the value before the gesture. Keeps the last 200 steps.
 */
export function performed<Value, Operation>(
  now: Timeline<Value, Operation>,
  apply: Apply<Value, Operation>,
  operation: Operation,
  gesture: string | null = null,
): Timeline<Value, Operation> {
  let start = now;
  const last = now.history.done[now.history.done.length - 1];
  if (gesture !== null && last?.gesture === gesture) {
    const before = apply(now.value, last.inverse);
    if (before) start = { value: before.value, history: { done: now.history.done.slice(0, -1), undone: [] } };
  }
  const result = apply(start.value, operation);
  if (result === null) return start;
  const step = { operation, inverse: result.inverse, gesture };
  return {
    value: result.value,
    history: { done: [...start.history.done.slice(1 - mostSteps), step], undone: [] },
  };
}

/** Ends a gesture: the next operation is a step of its own. */
export function gestureEnded<Value, Operation>(now: Timeline<Value, Operation>): Timeline<Value, Operation> {
  const { done } = now.history;
  const last = done[done.length - 1];
  if (!last || last.gesture === null) return now;
  return { ...now, history: { ...now.history, done: [...done.slice(0, -1), { ...last, gesture: null }] } };
}

/** Takes the last step back. The same timeline when there is none. */
export function undone<Value, Operation>(
  now: Timeline<Value, Operation>,
  apply: Apply<Value, Operation>,
): Timeline<Value, Operation> {
  const { history } = now;
  const last = history.done[history.done.length - 1];
  const result = last && apply(now.value, last.inverse);
  if (!last || !result) return now;
  return {
    value: result.value,
    history: { done: history.done.slice(0, -1), undone: [...history.undone, { ...last, gesture: null }] },
  };
}

/** Does the step again that was taken back last. The same timeline when there is none. */
export function redone<Value, Operation>(
  now: Timeline<Value, Operation>,
  apply: Apply<Value, Operation>,
): Timeline<Value, Operation> {
  const { history } = now;
  const next = history.undone[history.undone.length - 1];
  const result = next && apply(now.value, next.operation);
  if (!next || !result) return now;
  return {
    value: result.value,
    history: {
      done: [...history.done, { ...next, inverse: result.inverse }],
      undone: history.undone.slice(0, -1),
    },
  };
}

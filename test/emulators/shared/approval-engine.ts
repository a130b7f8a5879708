/** A node of a flow before it runs. */
export interface FlowNode {
  readonly rule: 'and' | 'or';
  readonly personIds: readonly string[];
}

interface Person {
  readonly id: string;
  readonly taskId: string;
  state: 'waiting' | 'agreed' | 'refused' | 'passed_on' | 'not_needed';
  comment: string;
  at: number | null;
}

interface Node {
  readonly rule: 'and' | 'or';
  state: 'waiting' | 'open' | 'agreed' | 'refused' | 'ended';
  readonly people: Person[];
}

/** An application that runs on a platform. */
export interface EngineInstance {
  readonly id: string;
  readonly definitionId: string;
  readonly askerId: string;
  /** Milliseconds since 1970. */
  readonly startedAt: number;
  readonly texts: ReadonlyMap<string, string>;
  /** The form as it was sent, in the platform's own words. */
  readonly form: unknown;
  /** The platform's idempotency, where it has one. */
  readonly key: string | null;
  readonly nodes: Node[];
  state: 'pending' | 'approved' | 'rejected' | 'withdrawn';
  endedAt: number | null;
}

/** The part of an approval engine that every platform has: nodes one after the other, all or one, a refusal ends it. */
export interface FormEngine {
  start(application: {
    readonly definitionId: string;
    readonly askerId: string;
    readonly nodes: readonly FlowNode[];
    readonly texts: ReadonlyMap<string, string>;
    readonly form: unknown;
    readonly key?: string;
  }): EngineInstance;
  instance(id: string): EngineInstance | undefined;
  instances(): readonly EngineInstance[];
  waiting(id: string): readonly string[];
  /** What somebody does in the platform's approval app. */
  act(
    id: string,
    personId: string,
    what: {
      readonly verdict: 'agreed' | 'refused' | 'passed_on';
      readonly comment?: string;
      readonly to?: string;
    },
  ): void;
  withdraw(id: string): void;
}

/** @param idOf the platform's form of ids */
export function formEngine(nowMs: () => number, idOf: (n: number) => string): FormEngine {
  const all = new Map<string, EngineInstance>();
  let tasks = 0;
  const person = (id: string): Person => {
    tasks += 1;
    return { id, taskId: `${9_000_000 + tasks}`, state: 'waiting', comment: '', at: null };
  };
  const close = (one: EngineInstance, state: EngineInstance['state']) => {
    one.state = state;
    one.endedAt = nowMs();
    for (const node of one.nodes) {
      if (node.state === 'open') node.state = state === 'rejected' ? 'refused' : 'ended';
      for (const each of node.people) if (each.state === 'waiting') each.state = 'not_needed';
    }
  };
  const settle = (one: EngineInstance, node: Node) => {
    if (node.people.some(({ state }) => state === 'refused')) return close(one, 'rejected');
    const open = node.people.some(({ state }) => state === 'waiting');
    const agreed = node.people.some(({ state }) => state === 'agreed');
    if (node.rule === 'and' ? open : !agreed) return;
    node.state = 'agreed';
    for (const each of node.people) if (each.state === 'waiting') each.state = 'not_needed';
    const next = one.nodes.find(({ state }) => state === 'waiting');
    if (next) next.state = 'open';
    else close(one, 'approved');
  };
  return {
    start({ nodes, key, ...application }) {
      const made: EngineInstance = {
        ...application,
        id: idOf(all.size + 1),
        key: key ?? null,
        startedAt: nowMs(),
        nodes: nodes.map(({ rule, personIds }, index) => ({
          rule,
          state: index === 0 ? 'open' : 'waiting',
          people: personIds.map(person),
        })),
        state: 'pending',
        endedAt: null,
      };
      all.set(made.id, made);
      return made;
    },
    instance: (id) => all.get(id),
    instances: () => [...all.values()],
    waiting: (id) =>
      (all.get(id)?.nodes ?? [])
        .filter(({ state }) => state === 'open')
        .flatMap(({ people }) => people.filter(({ state }) => state === 'waiting').map((one) => one.id)),
    act(id, personId, { verdict, comment = '', to }) {
      const one = all.get(id);
      const node = one?.nodes.find(({ state }) => state === 'open');
      const who = node?.people.find((each) => each.id === personId && each.state === 'waiting');
      if (!one || !node || !who) throw new Error(`${personId} is not asked`);
      Object.assign(who, { state: verdict, comment, at: nowMs() });
      if (to !== undefined) node.people.push(person(to));
      settle(one, node);
    },
    withdraw(id) {
      const one = all.get(id);
      if (one?.state === 'pending') close(one, 'withdrawn');
    },
  };
}

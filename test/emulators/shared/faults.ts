import type { Context } from 'hono';

/** What goes wrong with one call. */
export type Fault =
  | { readonly kind: 'status'; readonly status: number; readonly headers?: Readonly<Record<string, string>> }
  /** HTTP 200 and a refusal inside. */
  | { readonly kind: 'body'; readonly body: unknown; readonly status?: number }
  /** The connection breaks before the call is done. */
  | { readonly kind: 'lost' }
  /** The call is done, its answer breaks off in the middle. */
  | { readonly kind: 'cut' }
  /** The answer's lists come without their second half: a page that lies. */
  | { readonly kind: 'short' }
  /** The answer to the call of that path before this one comes again. */
  | { readonly kind: 'again' }
  /** Nothing ever comes. */
  | { readonly kind: 'stall' };

/** Faults that a test has planned, and the calls that were made. */
export interface FaultPlan {
  /** Faults of the next calls whose path contains `path`, one each. */
  fail(path: string, ...faults: readonly Fault[]): void;
  /** Called for every call; a fault that it returns happens. */
  choose: ((path: string, count: number) => Fault | null) | null;
  /** Paths of all calls, in order. */
  readonly calls: string[];
  clear(): void;
}

export interface Faults extends FaultPlan {
  /** The last true answer of each path, while a test chooses faults. */
  readonly answers: Map<string, string>;
  next(path: string): Fault | null;
}

export function faultPlan(): Faults {
  const planned: { path: string; fault: Fault }[] = [];
  const plan: Faults = {
    calls: [],
    answers: new Map(),
    choose: null,
    fail: (path, ...faults) => void planned.push(...faults.map((fault) => ({ path, fault }))),
    clear() {
      plan.calls.length = 0;
      planned.length = 0;
      plan.choose = null;
    },
    next(path) {
      plan.calls.push(path);
      const at = planned.findIndex((entry) => path.includes(entry.path));
      if (at >= 0) return planned.splice(at, 1)[0]?.fault ?? null;
      return plan.choose?.(path, plan.calls.length) ?? null;
    },
  };
  return plan;
}

/** Answers a call as the plan says, or truly. */
export async function withFaults(
  plan: Faults,
  c: Context,
  answer: () => Response | Promise<Response>,
): Promise<Response> {
  const fault = plan.next(c.req.path);
  const before = plan.answers.get(c.req.path);
  switch (fault?.kind) {
    case undefined: {
      const response = await answer();
      if (plan.choose) plan.answers.set(c.req.path, await response.clone().text());
      return response;
    }
    case 'again':
      return before === undefined
        ? answer()
        : new Response(before, { headers: { 'content-type': 'application/json' } });
    case 'status':
      return new Response('{}', {
        status: fault.status,
        headers: { 'content-type': 'application/json', ...fault.headers },
      });
    case 'body':
      return Response.json(fault.body, { status: fault.status ?? 200 });
    case 'lost':
      throw new TypeError('connection lost');
    case 'stall':
      return new Promise<Response>(() => undefined);
    case 'cut': {
      const text = await (await answer()).text();
      return new Response(text.slice(0, Math.floor(text.length / 2)), {
        headers: { 'content-type': 'application/json' },
      });
    }
    case 'short':
      return Response.json(halved(await (await answer()).json()));
  }
}

function halved(value: unknown): unknown {
  if (Array.isArray(value)) return value.slice(0, Math.floor(value.length / 2));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, halved(inner)]));
}

import type { Fetch } from '#adapters/shared/http-fetch.ts';

/** The official client calls `fetch` with whatever it has; ours wants an address and options. */
export const asGlobalFetch = (send: Fetch): typeof fetch =>
  ((input: string | URL, init?: RequestInit) => send(String(input), init ?? {})) as typeof fetch;

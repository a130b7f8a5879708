import type { Services } from '#core/ports/services.ts';
import type { WorkHandlers } from '#core/ports/work-handlers.ts';
import { type Ask, type HttpClient, httpClient } from '#test/support/http-client.ts';
import type { SqlEngine } from '#test/support/sql-engine.ts';

/** The product as one runtime serves it, with a second way in for what no route gives. */
export interface HttpGround {
  readonly ask: Ask;
  readonly publicUrl: string;
  /** Wired over the same database and objects, beside the server under test. */
  readonly services: Services;
  readonly handlers: WorkHandlers;
  readonly engine: SqlEngine;
}

/** Suites get the ground when their tests run; it opens before all of them. */
export type Ground = () => HttpGround;

let addresses = 0;

/** Headers that make requests come from an address of their own, so that tests do not share a rate limit. */
export function ownAddress(): Record<string, string> {
  addresses += 1;
  const address = `10.${(addresses >> 16) & 255}.${(addresses >> 8) & 255}.${addresses & 255}`;
  return { 'x-forwarded-for': address, 'cf-connecting-ip': address };
}

/** A client from an address of its own, with these headers in each request. */
export const clientOf = (ground: HttpGround, headers: Readonly<Record<string, string>> = {}): HttpClient =>
  httpClient(ground.ask, { ...ownAddress(), ...headers });

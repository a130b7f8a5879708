import type { Fetch } from '#adapters/shared/http-fetch.ts';

/** A read with the tenant's token. */
export interface FeishuRequest {
  /** Starts with `/open-apis/`; ids in it are escaped by the caller, the SDK does not. */
  readonly path: string;
  readonly query?: Readonly<Record<string, string | readonly string[]>>;
  readonly token: string;
}

/** Who builds requests for a domain and an app: the official SDK on Node, plain `fetch` on workerd. */
export type FeishuSender = (
  domain: string,
  appId: string,
) => (request: FeishuRequest, send: Fetch) => Promise<Response>;

import { createHash } from 'node:crypto';
import type { Context, Hono } from 'hono';

/** What a page shows the client as proof, under the names of `h5sdk.config`. */
export interface FeishuProof {
  readonly appId: string;
  readonly timestamp: number;
  readonly nonceStr: string;
  readonly signature: string;
  readonly url: string;
}

export interface FeishuClientSide {
  /** A code as `tt.requestAccess` hands to a page; null is somebody who may not use the app. Three minutes, once. */
  inPageCode(userId: string | null): string;
  /** Whose code that is; ends it. Undefined for one that was not made for a page. */
  redeem(code: string): { readonly userId: string | null; readonly expired: boolean } | undefined;
  /** Null when the client takes the signature, else the documented error number. */
  check(proof: FeishuProof): number | null;
  /** What the recogniser hears from now on. */
  hear(text: string): void;
}

interface Parts {
  readonly app: Hono;
  readonly appId: string;
  readonly nowMs: () => number;
  /** Answers a call that needs the tenant's token. */
  readonly authorised: (c: Context, answer: () => Response | Promise<Response>) => Promise<Response>;
}

const codeMs = 180_000;
const ticketMs = 7_200_000;
const signatureMs = 600_000;
const longestSoundBytes = 60 * 16_000 * 2;

/**
 * Feishu's client: codes for pages, the ticket, `h5sdk.config`, and the recogniser of speech.
 * https://open.feishu.cn/document/client-docs/h5 (read 2026-02)
 */
export function feishuClientSide({ app, appId, nowMs, authorised }: Parts): FeishuClientSide {
  const codes = new Map<string, { readonly userId: string | null; readonly until: number }>();
  const used = new Set<string>();
  let ticket = { value: '', until: 0 };
  let made = 0;
  let heard = '我负责过门店的开业筹备。';
  const success = (data: unknown) => Response.json({ code: 0, msg: 'success', data });
  app.post('/open-apis/jssdk/ticket/get', (c) =>
    authorised(c, () => {
      if (nowMs() >= ticket.until) {
        made += 1;
        ticket = { value: `feishu-ticket-${made}`, until: nowMs() + ticketMs };
      }
      return success({ ticket: ticket.value, expire_in: Math.floor((ticket.until - nowMs()) / 1000) });
    }),
  );
  app.post('/open-apis/speech_to_text/v1/speech/file_recognize', (c) =>
    authorised(c, async () => {
      const { speech, config } = await c.req.json<{
        readonly speech?: { readonly speech?: string };
        readonly config?: {
          readonly file_id?: string;
          readonly format?: string;
          readonly engine_type?: string;
        };
      }>();
      const bytes = Buffer.from(speech?.speech ?? '', 'base64').length;
      const fits =
        /^\w{16}$/.test(config?.file_id ?? '') &&
        config?.format === 'pcm' &&
        config.engine_type === '16k_auto' &&
        bytes > 0 &&
        bytes <= longestSoundBytes;
      if (!fits) return Response.json({ code: 1_040_101, msg: 'invalid parameter' }, { status: 400 });
      return success({ recognition_text: heard });
    }),
  );
  return {
    inPageCode(userId) {
      made += 1;
      codes.set(`page-code-${made}`, { userId, until: nowMs() + codeMs });
      return `page-code-${made}`;
    },
    redeem(code) {
      const held = codes.get(code);
      codes.delete(code);
      return held && { userId: held.userId, expired: nowMs() >= held.until };
    },
    check(proof) {
      if (proof.appId !== appId || nowMs() >= ticket.until) return 333_442;
      if (nowMs() - proof.timestamp > signatureMs) return 333_444;
      const text = `jsapi_ticket=${ticket.value}&noncestr=${proof.nonceStr}&timestamp=${proof.timestamp}&url=${proof.url.split('#')[0]}`;
      if (createHash('sha1').update(text).digest('hex') !== proof.signature) return 333_441;
      if (used.has(proof.signature)) return 333_443;
      used.add(proof.signature);
      return null;
    },
    hear(text) {
      heard = text;
    },
  };
}

import { createHash } from 'node:crypto';
import type { Context, Hono } from 'hono';

/** What a page shows the client as proof, under the names of `dd.config`. */
export interface DingtalkProof {
  readonly corpId: string;
  readonly agentId: string;
  readonly timeStamp: string;
  readonly nonceStr: string;
  readonly signature: string;
  readonly url: string;
}

export interface DingtalkClientSide {
  /** A code as `requestAuthCode` hands to a page; null is somebody of another company. Five minutes, once. */
  inPageCode(userId: string | null): string;
  /** Null when the client takes the signature, else its error code. */
  check(proof: DingtalkProof): string | null;
}

interface Parts {
  readonly app: Hono;
  readonly corpId: string;
  readonly agentId: string;
  readonly nowMs: () => number;
  readonly nameOf: (userId: string) => string | null;
  /** Whether the token in the header is the one that lives. */
  readonly tokenLives: (token: string) => boolean;
  readonly answered: (c: Context, answer: () => Response) => Promise<Response>;
  readonly old: (path: string, answer: (body: Readonly<Record<string, unknown>>) => Response) => void;
}

const codeMs = 300_000;
const ticketMs = 7_200_000;
const longestTicketMs = 86_400_000;

/**
 * DingTalk's client: codes for pages, the ticket, and the check of `dd.config`.
 * https://open.dingtalk.com/document/orgapp/jsapi-authentication (read 2026-08)
 */
export function dingtalkClientSide(parts: Parts): DingtalkClientSide {
  const { app, nowMs } = parts;
  const codes = new Map<string, { readonly userId: string | null; readonly until: number }>();
  let ticket = { value: '', born: 0, until: 0 };
  let made = 0;
  parts.old('topapi/v2/user/getuserinfo', ({ code }) => {
    const held = codes.get(String(code));
    codes.delete(String(code));
    const name = held?.userId ? parts.nameOf(held.userId) : null;
    if (!held || nowMs() >= held.until || name === null) {
      return Response.json({ errcode: 40078, errmsg: '不存在的临时授权码', request_id: 'req40078' });
    }
    const result = { userid: held.userId, unionid: `union-${held.userId}`, name, sys: false, sys_level: 0 };
    return Response.json({ errcode: 0, errmsg: 'ok', request_id: 'r', result });
  });
  app.post('/v1.0/oauth2/jsapiTickets', (c) =>
    parts.answered(c, () => {
      if (!parts.tokenLives(c.req.header('x-acs-dingtalk-access-token') ?? '')) {
        return Response.json(
          { code: 'InvalidAuthentication', requestid: 'REQ-ticket', message: 'token' },
          { status: 401 },
        );
      }
      if (nowMs() >= ticket.until) {
        made += 1;
        ticket = { value: `dingtalk-ticket-${made}`, born: nowMs(), until: 0 };
      }
      // Every call prolongs it, but not beyond a day.
      ticket = { ...ticket, until: Math.min(nowMs() + ticketMs, ticket.born + longestTicketMs) };
      const expireIn = Math.floor((ticket.until - nowMs()) / 1000);
      return Response.json({ jsapiTicket: ticket.value, expireIn });
    }),
  );
  return {
    inPageCode(userId) {
      made += 1;
      codes.set(`page-code-${made}`, { userId, until: nowMs() + codeMs });
      return `page-code-${made}`;
    },
    check(proof) {
      if (proof.corpId !== parts.corpId || proof.agentId !== parts.agentId) return '52013';
      if (!/^\d{13}$/.test(proof.timeStamp) || nowMs() >= ticket.until) return '52013';
      const [path = '', ...query] = (proof.url.split('#')[0] ?? '').split('?');
      const page = query.length > 0 ? `${path}?${decodeURIComponent(query.join('?'))}` : path;
      const text = `jsapi_ticket=${ticket.value}&noncestr=${proof.nonceStr}&timestamp=${proof.timeStamp}&url=${page}`;
      return createHash('sha256').update(text).digest('hex') === proof.signature ? null : '52013';
    },
  };
}

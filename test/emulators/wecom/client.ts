import { createHash } from 'node:crypto';

/** What a page shows the client as proof. */
export interface WecomProof {
  readonly corpId: string;
  /** Only with `agentConfig`. */
  readonly agentId?: string;
  readonly timestamp: string;
  readonly nonceStr: string;
  readonly signature: string;
  /** The page's address, as the client sees it. */
  readonly url: string;
}

export interface WecomClientSide {
  /** What the client answers to `config` or `agentConfig`: `…:ok`, or the documented refusal. */
  check(kind: 'config' | 'agentConfig', proof: WecomProof): string;
}

interface Parts {
  readonly corpId: string;
  readonly agentId: string;
  readonly nowMs: () => number;
  readonly api: (path: string, answer: (query: Readonly<Record<string, string>>) => Response) => void;
  readonly success: (fields: Readonly<Record<string, unknown>>) => Response;
  readonly failure: (errcode: number, errmsg: string) => Response;
}

const ticketMs = 7_200_000;
const hourMs = 3_600_000;
/** Calls an hour: https://developer.work.weixin.qq.com/document/path/90312 (read 2026-08). */
const perHour = { corp: 400, app: 100 } as const;

/**
 * WeCom's client: hands out the two tickets and checks what pages sign with them.
 * https://developer.work.weixin.qq.com/document/path/90506 (read 2026-08)
 */
export function wecomClientSide({ corpId, agentId, nowMs, api, success, failure }: Parts): WecomClientSide {
  const tickets = { corp: { value: '', until: 0 }, app: { value: '', until: 0 } };
  const asked = new Map<string, number>();
  let issued = 0;
  const give = (kind: 'corp' | 'app'): Response => {
    const hour = `${kind} ${Math.floor(nowMs() / hourMs)}`;
    asked.set(hour, (asked.get(hour) ?? 0) + 1);
    if ((asked.get(hour) ?? 0) > perHour[kind]) return failure(45009, 'reach max api daily quota limit');
    if (nowMs() >= tickets[kind].until) {
      issued += 1;
      tickets[kind] = { value: `wecom-ticket-${kind}-${issued}`, until: nowMs() + ticketMs };
    }
    const { value, until } = tickets[kind];
    return success({ ticket: value, expires_in: Math.floor((until - nowMs()) / 1000) });
  };
  api('get_jsapi_ticket', () => give('corp'));
  api('ticket/get', ({ type }) =>
    type === 'agent_config' ? give('app') : failure(40058, 'invalid request parameter'),
  );
  return {
    check(kind, proof) {
      const ticket = tickets[kind === 'config' ? 'corp' : 'app'];
      if (proof.corpId !== corpId) return `${kind}:fail invalid corpid`;
      if (kind === 'agentConfig' && proof.agentId !== agentId) return `${kind}:fail invalid agentid`;
      if (!/^\d{10}$/.test(proof.timestamp)) return `${kind}:fail invalid timestamp`;
      if (nowMs() >= ticket.until) return `${kind}:fail 42012 jsapi_ticket expired`;
      const text = `jsapi_ticket=${ticket.value}&noncestr=${proof.nonceStr}&timestamp=${proof.timestamp}&url=${proof.url.split('#')[0]}`;
      const right = createHash('sha1').update(text).digest('hex') === proof.signature;
      return right ? `${kind}:ok` : `${kind}:fail 40093 invalid signature`;
    },
  };
}

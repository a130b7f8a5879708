import { createHmac } from 'node:crypto';
import type { Context, Hono } from 'hono';
import type { CallbackRequest } from '#core/ports/platform.ts';
import type { MessageStore, ShownCard } from '../shared/shown-card.ts';

type Body = Readonly<Record<string, unknown>>;

interface Parts {
  readonly app: Hono;
  readonly corpId: string;
  /** The one template that the company made. */
  readonly templateId: string;
  readonly nowMs: () => number;
  readonly exists: (userId: string) => boolean;
  readonly tokenLives: (sent: string) => boolean;
  readonly answered: (c: Context, answer: () => Response | Promise<Response>) => Promise<Response>;
  readonly refuse: (status: number, code: string) => Response;
}

interface Instance {
  readonly to: string;
  readonly callbackType: string;
  readonly routeKey: string;
  params: Readonly<Record<string, string>>;
  /** Times that it was delivered: a second time is a second card for its reader. */
  delivered: number;
}

/** A pressed button as it travels. */
export interface PressedCard {
  readonly routeKey: string;
  readonly data: Body;
}

export interface DingtalkCards extends MessageStore {
  /** The press of a button of the newest card that shows it; null where none does. */
  pressed(userId: string, label: string): PressedCard | null;
  /** The press as the platform's request to the registered address. @param by the secret to sign with; the registered one unless told */
  request(pressed: PressedCard, by?: string): CallbackRequest;
  /** Where the presses of a route go. */
  readonly routes: ReadonlyMap<string, { readonly url: string; readonly apiSecret: string }>;
}

const largestBytes = 100 * 1024;
const known = {
  create: [
    'cardTemplateId',
    'outTrackId',
    'cardData',
    'privateData',
    'callbackType',
    'callbackRouteKey',
    'userId',
    'userIdType',
    'openSpaceId',
    'imRobotOpenSpaceModel',
    'imRobotOpenDeliverModel',
  ],
  update: ['outTrackId', 'cardData', 'privateData', 'cardUpdateOptions'],
  register: ['callbackUrl', 'callbackRouteKey', 'apiSecret', 'forceUpdate'],
} as const;

const record = (value: unknown): Body => (typeof value === 'object' && value !== null ? (value as Body) : {});

/** Values of a card's variables: texts only. */
function paramsOf({ cardData }: Body): Readonly<Record<string, string>> | null {
  const params = record(cardData).cardParamMap;
  if (typeof params !== 'object' || params === null) return null;
  const texts = Object.values(params).every((value) => typeof value === 'string');
  return texts ? (params as Readonly<Record<string, string>>) : null;
}

/**
 * Interactive cards of a company's template, whose callback button has the id `acknowledge` and is hidden while `act_label` is empty.
 * Creating a card of a known name delivers it a second time: the documents do not say that it does not.
 * https://open.dingtalk.com/document/orgapp/create-and-deliver-cards (read 2026-08)
 */
export function dingtalkCardSide(parts: Parts): DingtalkCards {
  const { app, templateId, nowMs, exists, tokenLives, answered, refuse } = parts;
  const instances = new Map<string, Instance>();
  const routes = new Map<string, { readonly url: string; readonly apiSecret: string }>();
  const call = (
    method: 'POST' | 'PUT',
    path: string,
    fields: readonly string[],
    act: (b: Body) => Response,
  ) =>
    app.on(method, path, (c) =>
      answered(c, async () => {
        if (!tokenLives(c.req.header('x-acs-dingtalk-access-token') ?? ''))
          return refuse(400, 'InvalidAuthentication');
        const body = await c.req.json<Body>();
        if (Object.keys(body).some((name) => !fields.includes(name))) return refuse(400, 'param.unknown');
        if (new TextEncoder().encode(JSON.stringify(body)).length > largestBytes)
          return refuse(400, 'param.tooLarge');
        return act(body);
      }),
    );

  call('POST', '/v1.0/card/callbacks/register', known.register, (body) => {
    const { callbackUrl, callbackRouteKey, apiSecret, forceUpdate } = body;
    if (
      ![callbackUrl, callbackRouteKey, apiSecret].every((value) => typeof value === 'string' && value !== '')
    )
      return refuse(400, 'param.error');
    if (routes.has(String(callbackRouteKey)) && forceUpdate !== true) return refuse(400, 'route.exists');
    routes.set(String(callbackRouteKey), { url: String(callbackUrl), apiSecret: String(apiSecret) });
    return Response.json({ success: true });
  });
  call('POST', '/v1.0/card/instances/createAndDeliver', known.create, (body) => {
    const { outTrackId, callbackType, callbackRouteKey, openSpaceId } = body;
    const params = paramsOf(body);
    const to = /^dtv1\.card\/\/im_robot\.([^;]+)$/.exec(String(openSpaceId))?.[1] ?? '';
    const routed =
      callbackType === 'STREAM' || (callbackType === 'HTTP' && routes.has(String(callbackRouteKey)));
    const robot = record(body.imRobotOpenDeliverModel).spaceType === 'IM_ROBOT';
    if (body.cardTemplateId !== templateId) return refuse(400, 'template.notFound');
    if (typeof outTrackId !== 'string' || outTrackId === '' || outTrackId.length > 100 || params === null)
      return refuse(400, 'param.error');
    if (!routed || !robot) return refuse(400, 'param.error');
    if (!exists(to)) return refuse(400, 'user.notFound');
    const before = instances.get(outTrackId);
    instances.set(outTrackId, {
      to,
      callbackType: String(callbackType),
      routeKey: String(callbackRouteKey ?? ''),
      params,
      delivered: (before?.delivered ?? 0) + 1,
    });
    return Response.json({ success: true, result: { outTrackId } });
  });
  call('PUT', '/v1.0/card/instances', known.update, (body) => {
    const card = instances.get(String(body.outTrackId));
    const params = paramsOf(body);
    if (!card) return refuse(400, 'card.notFound');
    if (params === null) return refuse(400, 'param.error');
    const byKey = record(body.cardUpdateOptions).updateCardDataByKey === true;
    card.params = byKey ? { ...card.params, ...params } : params;
    return Response.json({ success: true });
  });

  const shown = ({ params }: Instance): ShownCard => ({
    title: params.title ?? '',
    texts: (params.text ?? '').split('\n'),
    buttons: params.status === '' && params.act_label ? [params.act_label] : [],
    closed: params.status === '' ? null : (params.status ?? null),
    url: params.url ?? '',
  });
  return {
    routes,
    cardsOf: (userId) =>
      [...instances.values()]
        .filter(({ to }) => to === userId)
        .flatMap((card) => Array.from({ length: card.delivered }, () => shown(card))),
    pressed(userId, label) {
      const found = [...instances].findLast(
        ([, card]) => card.to === userId && shown(card).buttons.includes(label),
      );
      if (!found) return null;
      const [outTrackId, { routeKey }] = found;
      const content = JSON.stringify({ cardPrivateData: { actionIds: ['acknowledge'], params: {} } });
      return {
        routeKey,
        data: { type: 'actionCallback', outTrackId, corpId: parts.corpId, userId, content },
      };
    },
    request({ routeKey, data }, by) {
      const timestamp = String(nowMs());
      const secret = by ?? routes.get(routeKey)?.apiSecret ?? '';
      return {
        method: 'POST',
        query: {},
        headers: {
          'content-type': 'application/json',
          'x-ddpaas-signature-timestamp': timestamp,
          'x-ddpaas-signature': createHmac('sha256', secret).update(timestamp).digest('base64'),
        },
        body: new TextEncoder().encode(JSON.stringify(data)),
      };
    },
  };
}

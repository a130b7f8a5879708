import { createServer } from 'node:http';
import { type WebSocket, WebSocketServer } from 'ws';
import { dingtalkApp } from './dingtalk-emulator.ts';

/** What a client answered to a frame. */
export interface StreamAnswer {
  readonly code: number;
  readonly messageId: string;
  readonly data: string;
}

/** DingTalk's Stream gateway: one-use tickets, events that come again until they are acknowledged, pings, drops. */
export interface DingtalkStreamServer {
  /** Base of the API for the adapter. */
  readonly api: string;
  readonly answers: readonly StreamAnswer[];
  /** Connections that stand. */
  open(): number;
  /** How often a ticket was asked for. */
  opened(): number;
  /** Sends an event to one connection, chosen by its turn; `messageId` is new in every repetition, `eventId` is not. */
  send(event: { readonly eventType: string; readonly eventId: string; readonly data: unknown }): string;
  /** A pressed button, to a client that has subscribed to them. */
  press(data: unknown): string;
  /** Frames as they are. */
  sendRaw(text: string): void;
  ping(): void;
  /** The polite end: a `disconnect`, then the gateway closes. */
  askToLeave(): void;
  /** The connection breaks. */
  drop(): void;
  /** Refuses the next so many tickets with this status. */
  refuse(times: number, status: number, code: string): void;
  close(): Promise<void>;
}

/** Starts it on a free port of this machine. */
export async function dingtalkStreamServer(): Promise<DingtalkStreamServer> {
  const tickets = new Set<string>();
  const sockets = new Set<WebSocket>();
  const answers: StreamAnswer[] = [];
  let subscribed: readonly string[] = [];
  let asked = 0;
  let refusals: { status: number; code: string }[] = [];
  let messages = 0;

  const server = createServer((request, response) => {
    const pieces: Buffer[] = [];
    request.on('data', (piece: Buffer) => pieces.push(piece));
    request.on('end', () => {
      const reply = (status: number, body: unknown) =>
        response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
      if (request.url !== '/v1.0/gateway/connections/open') return reply(404, { code: 'NotFound' });
      asked += 1;
      const refused = refusals.shift();
      if (refused) return reply(refused.status, { code: refused.code, requestid: 'r', message: 'refused' });
      const body = JSON.parse(Buffer.concat(pieces).toString()) as Record<string, unknown>;
      if (body.clientId !== dingtalkApp.appKey || body.clientSecret !== dingtalkApp.appSecret)
        return reply(400, { code: 'invalidClientIdOrSecret', requestid: 'r', message: 'invalid' });
      subscribed = (body.subscriptions as { topic: string; type: string }[]).map(
        ({ topic, type }) => `${type} ${topic}`,
      );
      const ticket = `ticket-${asked}`;
      tickets.add(ticket);
      return reply(200, { endpoint: `ws://${request.headers.host}/connect`, ticket });
    });
  });
  const gateway = new WebSocketServer({ noServer: true });
  server.on('upgrade', (request, socket, head) => {
    const ticket = new URL(request.url ?? '/', 'http://localhost').searchParams.get('ticket') ?? '';
    if (!tickets.delete(ticket)) return void socket.end('HTTP/1.1 401 Unauthorized\r\n\r\n');
    gateway.handleUpgrade(request, socket, head, (open) => {
      sockets.add(open);
      open.on('close', () => sockets.delete(open));
      open.on('message', (text) => {
        const { code, headers, data } = JSON.parse(String(text)) as {
          code: number;
          headers: { messageId: string };
          data: string;
        };
        answers.push({ code, messageId: headers.messageId, data });
      });
    });
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');

  const sendRaw = (text: string) => {
    const [first] = sockets;
    if (!first) throw new Error('nobody is connected');
    first.send(text);
  };
  const frame = (type: string, topic: string, headers: Record<string, string>, data: unknown): string => {
    messages += 1;
    const messageId = `message-${messages}`;
    const all = { topic, messageId, contentType: 'application/json', time: String(messages), ...headers };
    sendRaw(JSON.stringify({ specVersion: '1.0', type, headers: all, data: JSON.stringify(data) }));
    return messageId;
  };
  return {
    api: `http://127.0.0.1:${address.port}`,
    answers,
    open: () => sockets.size,
    opened: () => asked,
    send: ({ eventType, eventId, data }) =>
      frame('EVENT', '*', { eventType, eventId, eventCorpId: dingtalkApp.corpId, eventBornTime: '1' }, data),
    press(data) {
      const topic = '/v1.0/card/instances/callback';
      if (!subscribed.includes(`CALLBACK ${topic}`)) throw new Error('not subscribed to pressed buttons');
      return frame('CALLBACK', topic, {}, data);
    },
    sendRaw,
    ping: () => void frame('SYSTEM', 'ping', {}, { opaque: 'x' }),
    askToLeave: () => void frame('SYSTEM', 'disconnect', {}, { reason: 'upgrade' }),
    drop: () => {
      for (const socket of sockets) socket.terminate();
    },
    refuse: (times, status, code) => {
      refusals = Array.from({ length: times }, () => ({ status, code }));
    },
    async close() {
      for (const socket of sockets) socket.terminate();
      gateway.close();
      await new Promise((closed) => server.close(closed));
    },
  };
}

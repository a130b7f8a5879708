import { createServer } from 'node:http';
import { type WebSocket, WebSocketServer } from 'ws';

/** A frame of the long connection; the fields that are used of the protocol's protobuf message. */
interface Frame {
  readonly method: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly payload: Uint8Array;
}

const varint = (value: number): number[] =>
  value < 128 ? [value] : [(value & 127) | 128, ...varint(value >>> 7)];
const bytesField = (field: number, bytes: Uint8Array): number[] => [
  field * 8 + 2,
  ...varint(bytes.length),
  ...bytes,
];
const utf8 = (text: string) => new TextEncoder().encode(text);

/** Frame { SeqID 1, LogID 2, service 3, method 4, headers 5 { key 1, value 2 }, payload 8 } */
function encoded({ method, headers, payload }: Frame): Uint8Array {
  const pairs = Object.entries(headers).flatMap(([key, value]) =>
    bytesField(5, Uint8Array.from([...bytesField(1, utf8(key)), ...bytesField(2, utf8(value))])),
  );
  return Uint8Array.from([8, 0, 16, 0, 24, 1, 32, method, ...pairs, ...bytesField(8, payload)]);
}

function fieldsOf(bytes: Uint8Array): readonly (readonly [field: number, value: number | Uint8Array])[] {
  const fields: (readonly [number, number | Uint8Array])[] = [];
  let at = 0;
  const read = (): number => {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = bytes[at] ?? 0;
      at += 1;
      value += (byte & 127) * 2 ** shift;
      if (byte < 128) return value;
    }
  };
  while (at < bytes.length) {
    const tag = read();
    if (tag % 8 === 0) fields.push([tag >>> 3, read()]);
    else {
      const length = read();
      fields.push([tag >>> 3, bytes.slice(at, at + length)]);
      at += length;
    }
  }
  return fields;
}

function decoded(bytes: Uint8Array): Frame {
  const fields = fieldsOf(bytes);
  const text = (value: number | Uint8Array | undefined) => new TextDecoder().decode(value as Uint8Array);
  const headers = fields
    .filter(([field]) => field === 5)
    .map(([, value]) => new Map(fieldsOf(value as Uint8Array)))
    .map((pair) => [text(pair.get(1)), text(pair.get(2))]);
  const all = new Map(fields);
  return {
    method: Number(all.get(4) ?? 0),
    headers: Object.fromEntries(headers) as Record<string, string>,
    payload: (all.get(8) as Uint8Array | undefined) ?? new Uint8Array(),
  };
}

/** Feishu's gateway of long connections. */
export interface FeishuPushServer {
  readonly api: string;
  /** Codes that events were acknowledged with, by message id. */
  readonly answers: ReadonlyMap<string, number>;
  open(): number;
  opened(): number;
  /** Sends an event to one connection; returns the message id. */
  send(type: string, eventId: string, object: Readonly<Record<string, unknown>>): string;
  drop(): void;
  refuse(times: number, code: number): void;
  close(): Promise<void>;
}

/** Starts it on a free port of this machine. @param app the only app that may connect */
export async function feishuPushServer(app: {
  readonly appId: string;
  readonly appSecret: string;
}): Promise<FeishuPushServer> {
  const sockets = new Set<WebSocket>();
  const answers = new Map<string, number>();
  const refusals: number[] = [];
  let asked = 0;
  let messages = 0;
  const server = createServer((request, response) => {
    const pieces: Buffer[] = [];
    request.on('data', (piece: Buffer) => pieces.push(piece));
    request.on('end', () => {
      asked += 1;
      const reply = (body: unknown) =>
        response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(body));
      const refused = refusals.shift();
      if (refused !== undefined) return reply({ code: refused, msg: 'refused' });
      const { AppID, AppSecret } = JSON.parse(Buffer.concat(pieces).toString()) as Record<string, unknown>;
      if (AppID !== app.appId || AppSecret !== app.appSecret)
        return reply({ code: 10015, msg: 'wrong app secret' });
      const URL = `ws://${request.headers.host}/ws?device_id=1&service_id=1`;
      const ClientConfig = {
        ReconnectCount: -1,
        ReconnectInterval: 120,
        ReconnectNonce: 30,
        PingInterval: 120,
      };
      return reply({ code: 0, msg: '', data: { URL, ClientConfig } });
    });
  });
  const gateway = new WebSocketServer({ server, path: '/ws' });
  gateway.on('connection', (socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    socket.on('message', (data: Buffer) => {
      const { method, headers, payload } = decoded(new Uint8Array(data));
      if (method !== 1) return;
      const { code } = JSON.parse(new TextDecoder().decode(payload)) as { code: number };
      answers.set(headers.message_id ?? '', code);
    });
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return {
    api: `http://127.0.0.1:${address.port}`,
    answers,
    open: () => sockets.size,
    opened: () => asked,
    send(type, eventId, object) {
      const [first] = sockets;
      if (!first) throw new Error('nobody is connected');
      messages += 1;
      const messageId = `message-${messages}`;
      const header = { event_id: eventId, event_type: type, app_id: app.appId, tenant_key: 'tk', token: '' };
      const payload = utf8(JSON.stringify({ schema: '2.0', header, event: { object } }));
      const headers = { type: 'event', message_id: messageId, sum: '1', seq: '0', trace_id: 't' };
      first.send(encoded({ method: 1, headers, payload }));
      return messageId;
    },
    drop: () => {
      for (const socket of sockets) socket.terminate();
    },
    refuse: (times, code) => void refusals.push(...Array.from({ length: times }, () => code)),
    async close() {
      for (const socket of sockets) socket.terminate();
      gateway.close();
      await new Promise((closed) => server.close(closed));
    },
  };
}

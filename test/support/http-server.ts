import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A real HTTP server on a free port of this machine, for what only real sockets show. */
export interface TestServer {
  readonly origin: string;
  readonly requests: {
    readonly method: string;
    readonly path: string;
    readonly body: Buffer;
    readonly type: string;
  }[];
  close(): Promise<void>;
}

/** @param answer gets the number of the request, from 0 */
export async function startServer(
  answer: (count: number, response: ServerResponse, request: IncomingMessage) => void,
): Promise<TestServer> {
  const requests: TestServer['requests'][number][] = [];
  const server = createServer((request, response) => {
    const pieces: Buffer[] = [];
    request.on('data', (piece: Buffer) => pieces.push(piece));
    request.on('end', () => {
      const { method = '', url = '', headers } = request;
      requests.push({ method, path: url, body: Buffer.concat(pieces), type: headers['content-type'] ?? '' });
      answer(requests.length - 1, response, request);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/**
 * Serves one HTML text at every path of a free loopback port, which browsers count as a secure origin, under a content
 * policy that runs no script but the page's own files.
 */
export async function servePage(html: string): Promise<{ readonly url: string; stop(): Promise<void> }> {
  const server = createServer((_request, response) => {
    response
      .setHeader('content-type', 'text/html; charset=utf-8')
      .setHeader('content-security-policy', "default-src 'self'")
      .end(html);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/`,
    stop: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

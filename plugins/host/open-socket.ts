import { createRequire } from 'node:module';
import type { OpenSocket } from '#adapters/shared/web-socket.ts';

/** WebSockets of Node, through the operator's forward proxy where one is set. */
export function openSocket(proxy: string | null): OpenSocket {
  return (address) => {
    // Comes with the first connection: most companies have none, and no start waits for it.
    const { ProxyAgent, WebSocket } = createRequire(import.meta.url)('undici') as typeof import('undici');
    const dispatcher = proxy === null ? undefined : new ProxyAgent(proxy);
    const socket = new WebSocket(address, dispatcher ? { dispatcher } : undefined);
    return socket as unknown as ReturnType<OpenSocket>;
  };
}

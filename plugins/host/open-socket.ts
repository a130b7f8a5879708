import { ProxyAgent, WebSocket } from 'undici';
import type { OpenSocket } from '#adapters/shared/web-socket.ts';

/** WebSockets of Node, through the operator's forward proxy where one is set. */
export function openSocket(proxy: string | null): OpenSocket {
  const dispatcher = proxy === null ? undefined : new ProxyAgent(proxy);
  return (address) => {
    const socket = new WebSocket(address, dispatcher ? { dispatcher } : undefined);
    return socket as unknown as ReturnType<OpenSocket>;
  };
}

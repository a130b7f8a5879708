/** The part of a WebSocket that is used, so that undici's and a test's both fit. */
export interface Socket {
  send(text: string): void;
  close(): void;
  onmessage: ((message: { readonly data: unknown }) => void) | null;
  onclose: (() => void) | null;
  onerror: (() => void) | null;
  onopen: (() => void) | null;
}

/** Opens a WebSocket; given only where a process lives long enough to hold one. */
export type OpenSocket = (address: string) => Socket;

import type { PlatformEvent } from './platform-callback.ts';

/** What a long connection gets from the product. */
export interface StreamListener {
  /** Resolves when the events are stored; only then are they acknowledged. Throws: the platform shall send them again. */
  received(events: readonly PlatformEvent[]): Promise<void>;
  /** The connection stands: the platform now sends events over it. */
  opened(): void;
}

/**
 * Events over a connection that Jinji opens, for installations that no platform can reach from outside. Needs a process that lives:
 * Node only.
 */
export interface PlatformStream {
  /**
   * Opens one connection. Connecting again once it is lost is the caller's.
   * @throws AppError `PLATFORM_SETTINGS`, `PLATFORM_BUSY`, `UPSTREAM_UNAVAILABLE`, `PLATFORM_UNEXPECTED` when it cannot be opened
   */
  open(listener: StreamListener): Promise<OpenStream>;
}

/** A connection under way. */
export interface OpenStream {
  /** Resolves when it is lost or closed, and nothing is being stored any more. */
  readonly ended: Promise<void>;
  close(): void;
}

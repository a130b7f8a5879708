/** How an installation's events arrive, and what is known of the way. */
export interface Delivery {
  /** By requests of the platform to our address, or over a connection that we hold open. */
  readonly way: 'callback' | 'connection';
  /** When something verified last came in; written down at most every ten minutes. */
  readonly heardAt: string | null;
  /** Since when the long connection stands; null while it does not. */
  readonly connectedAt: string | null;
  /** When it was lost last. */
  readonly lostAt: string | null;
  /** Why it does not stand. */
  readonly errorCode: string | null;
}

/** Deliveries at rest. Every call is one atomic statement, so that processes may meet here. */
export interface DeliveryRepository {
  /** Null: nothing is known yet, events come by callback. */
  get(installationId: string): Promise<Delivery | null>;
  setWay(installationId: string, way: Delivery['way']): Promise<void>;
  /** Something verified came in. @param at ISO 8601 UTC */
  heard(installationId: string, at: string): Promise<void>;
  /** Takes or keeps the right to hold the connection until `until`; false while another process has it. Milliseconds. */
  lease(installationId: string, lease: string, now: number, until: number): Promise<boolean>;
  /** What became of the connection; only for who has the lease. */
  report(
    installationId: string,
    lease: string,
    state: Pick<Delivery, 'connectedAt' | 'lostAt' | 'errorCode'>,
  ): Promise<void>;
  release(installationId: string, lease: string): Promise<void>;
}

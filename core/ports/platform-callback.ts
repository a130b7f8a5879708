/** A request that claims to come from the platform; nothing in it is believed before it is verified. */
export interface CallbackRequest {
  readonly method: 'GET' | 'POST';
  readonly query: Readonly<Record<string, string>>;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  /** The bytes as they came. */
  readonly body: Uint8Array;
}

/**
 * What changed, by id only: who acts on it asks the platform for the state now, so that order, repetition and delay
 * of events do not matter.
 */
export type PlatformChange =
  | { readonly kind: 'person'; readonly ids: readonly string[] }
  | { readonly kind: 'department'; readonly ids: readonly string[] }
  /** Instances of approvals; most are none of ours. */
  | { readonly kind: 'approval'; readonly ids: readonly string[] }
  /** More changed than can be named (scope, many rows): read everything again. */
  | { readonly kind: 'directory' }
  /** The company switched the app off, or removed it. */
  | { readonly kind: 'stopped' }
  /** A button of a card was pressed: by whom (the platform's id), which card (its key), and the card's newest name where it has one. */
  | {
      readonly kind: 'card_action';
      readonly cardKey: string;
      readonly action: string;
      readonly personId: string;
      readonly ref: string | null;
    }
  | { readonly kind: 'none' };

export interface PlatformEvent {
  /** Unique in the installation, equal in every repetition. */
  readonly id: string;
  /** Milliseconds since 1970 before which it is not acted on: where two changes of one second share an id, both must have happened. */
  readonly notBefore?: number;
  readonly change: PlatformChange;
}

/** A verified callback: what to answer at once, and what to do later. */
export interface ReceivedCallback {
  readonly answer: { readonly contentType: string; readonly body: string };
  readonly events: readonly PlatformEvent[];
}

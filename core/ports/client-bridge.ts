/** A person chosen in the platform's own picker. */
export interface PickedPerson {
  /** The person's id on the platform. */
  readonly id: string;
  /** Null where the platform hides names. */
  readonly name: string | null;
}

/** What is shared: a link with its words. */
export interface SharedLink {
  readonly url: string;
  readonly title: string;
  readonly text: string;
}

/** What a bridge gets from the page. */
export interface BridgeStart {
  /** Public facts of the app, as the server names them. */
  readonly app: Readonly<Record<string, string>>;
  /** Addresses of scripts that the platform wants loaded from itself. */
  readonly sdk: Readonly<Record<string, string>>;
  /** Asks the server to sign the page's address. */
  readonly sign: (url: string) => Promise<BridgeSignature>;
}

/** A signature as the server gives it. */
export interface BridgeSignature {
  readonly app: Readonly<Record<string, string>>;
  readonly timestamp: number;
  readonly nonceStr: string;
  readonly signature: string;
  readonly appSignature: string | null;
}

/** Speech that is being listened to. */
export interface Dictation {
  /** Ends listening and gives the words; empty when nothing was understood. */
  stop(): Promise<string>;
  /** Ends listening and throws the words away. */
  cancel(): void;
  /** Calls back when the client ends listening by itself, with the words so far. */
  onEnd(call: (words: string) => void): void;
}

/**
 * What the office client can do for a page: one shape for every platform and for plain browsers. A function is null where
 * this client has none, so that the page shows no button that would fail. All others reject with an `Error` whose message
 * is the platform's code; `BridgeCancelled` means that the person closed the picker.
 */
export interface ClientBridge {
  /** A code for silent sign-in; null where sign-in goes by redirect. */
  readonly signInCode: (() => Promise<string>) | null;
  readonly setTitle: (title: string) => void;
  readonly close: (() => void) | null;
  readonly share: ((link: SharedLink) => Promise<void>) | null;
  /**
   * Hands the words to somebody outside of the company whom this colleague knows on the platform: they choose whom and confirm in the
   * client. Null where the company has not allowed it, too.
   */
  readonly shareOutside: ((link: SharedLink) => Promise<void>) | null;
  readonly scan: (() => Promise<string>) | null;
  /** Shows a file by its address. */
  readonly preview:
    | ((file: { readonly url: string; readonly name: string; readonly size: number }) => Promise<void>)
    | null;
  readonly pickPeople:
    | ((wish: { readonly title: string; readonly most: number }) => Promise<readonly PickedPerson[]>)
    | null;
  /** Speech to words by the client itself. */
  readonly dictate: (() => Promise<Dictation>) | null;
  /** Shows the name of somebody whose name the platform hides, inside an element. */
  readonly showName:
    | ((place: object, subject: { readonly kind: 'person' | 'department'; readonly id: string }) => void)
    | null;
}

/** Thrown by a bridge when the person closed a picker or refused. */
export class BridgeCancelled extends Error {
  constructor() {
    super('cancelled');
    this.name = 'BridgeCancelled';
  }
}

/** What `plugins/<platform>/bridge.ts` exports: whether this browser is its client, and how to open it. */
export interface BridgeModule {
  readonly isClient: (userAgent: string) => boolean;
  readonly openBridge: (start: BridgeStart) => Promise<ClientBridge>;
}

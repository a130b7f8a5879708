/** Proof for the office client that a page may call its functions. */
export interface ClientSignature {
  /** The public facts of the app that the platform's SDK asks for beside the signature. */
  readonly app: Readonly<Record<string, string>>;
  /** Seconds or milliseconds since 1970, as the platform signs it. */
  readonly timestamp: number;
  readonly nonceStr: string;
  /** Lower-case hex. */
  readonly signature: string;
  /** A second signature with the app's own ticket, where the platform wants two (WeCom). */
  readonly appSignature: string | null;
}

/** What to sign. */
export interface SigningRequest {
  /** The page's address; a fragment is not signed. */
  readonly url: string;
  /** Letters and digits. */
  readonly nonceStr: string;
}

/**
 * A company's app inside the office client.
 *
 * All calls throw AppError `PLATFORM_BUSY`, `PLATFORM_PERMISSION`, `PLATFORM_DISCONNECTED`, `PLATFORM_UNEXPECTED`,
 * `UPSTREAM_UNAVAILABLE`.
 */
export interface PlatformClient {
  /** Public facts of the app that the SDK in the page needs; nothing secret. */
  readonly app: Readonly<Record<string, string>>;
  /** How people are signed in without a question: by a code that the SDK hands to the page, or by a redirect. */
  readonly silentSignIn: 'code' | 'redirect';
  /**
   * Redeems a code that the client gave to the page; it works once.
   * @throws AppError `PLATFORM_SIGN_IN` for a used, expired or foreign code, and for people outside the company
   */
  userOfInPageCode(code: string): Promise<{ readonly id: string; readonly name: string | null }>;
  /** Signs a page's address, with tickets that are kept like tokens. */
  sign(request: SigningRequest): Promise<ClientSignature>;
  /**
   * Turns speech into words with the platform's own recogniser; null where the client itself does that, or nobody.
   * @param sound 16-bit little-endian PCM, mono, 16 000 samples a second, at most 60 seconds
   */
  readonly recognise: ((sound: Uint8Array) => Promise<string>) | null;
}

/** What pages inside a platform's client may load and count on, and who may frame them: origins, as a content policy names them. */
export interface ClientPagePolicy {
  readonly scripts: readonly string[];
  readonly connects: readonly string[];
  readonly images: readonly string[];
  readonly frames: readonly string[];
  /** Empty: nobody frames the page. */
  readonly ancestors: readonly string[];
  /** Addresses of scripts that the page loads itself, by the name that the bridge knows. */
  readonly sdk: Readonly<Record<string, string>>;
  /** Whether the platform's server turns speech into words, for pages in any browser. */
  readonly recognisesSpeech: boolean;
}

/** A token and which edition of it: what the platform refuses is given back by its revision. */
export interface HeldToken {
  readonly value: string;
  readonly revision: number;
}

/** A token as the platform issued it. */
export interface IssuedToken {
  readonly value: string;
  readonly expiresInSeconds: number;
}

/** Tokens of one installation: sealed in the store, renewed early and by one caller at a time. */
export interface PlatformTokens {
  get(name: string, issue: () => Promise<IssuedToken>): Promise<HeldToken>;
  /** Forgets the token that the platform refused, unless another one has taken its place. */
  refuse(name: string, token: HeldToken): Promise<void>;
}

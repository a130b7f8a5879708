/** Kinds of identifiers; the prefix says what an id names. Ids never grant access (design D23). */
export type IdPrefix =
  | 'tnt'
  | 'per'
  | 'job'
  | 'jbv'
  | 'dim'
  | 'cnd'
  | 'res'
  | 'app'
  | 'evt'
  | 'mrg'
  | 'int'
  | 'cns'
  | 'ans'
  | 'rec'
  | 'run'
  | 'rep'
  | 'dec'
  | 'dsm'
  | 'fbk'
  | 'cal'
  | 'prc'
  | 'apl'
  | 'cor'
  | 'aud'
  | 'bgj'
  | 'ins'
  | 'ovl'
  | 'orn'
  | 'his'
  | 'ntc'
  | 'msg'
  | 'rnd'
  | 'scd'
  | 'apv'
  | 'apa'
  | 'apc'
  | 'off'
  | 'req';

/** Makes identifiers: `<prefix>_<uuidv7>`, unique and rising with time. */
export interface Ids {
  next(prefix: IdPrefix): string;
}

/** Secret random values for links and sessions. */
export interface Random {
  /** A URL-safe token of `bits` bits of entropy (128 by default). */
  token(bits?: number): string;
}

/** SHA-256 in hex; tokens are stored only as this. */
export interface Digest {
  sha256(text: string | Uint8Array): Promise<string>;
}

import { type Static, Type } from '@sinclair/typebox';
import { Literals, Nullable } from './shared.ts';

const Facts = Type.Record(Type.String(), Type.String());

/** What a page in the office client needs before anybody is signed in. */
export const ClientStartView = Type.Object({
  /** Public facts of the app that the platform's SDK asks for. */
  app: Facts,
  /** Addresses of scripts that the platform wants loaded from itself. */
  sdk: Facts,
  silentSignIn: Literals(['code', 'redirect'] as const),
  /** Given back with the code. */
  state: Type.String(),
});
export type ClientStartView = Static<typeof ClientStartView>;

export const ClientSessionBody = Type.Object(
  {
    code: Type.String({ minLength: 1, maxLength: 600 }),
    state: Type.String({ minLength: 1, maxLength: 600 }),
    /** Whether the page lies in a frame, where Lax cookies are not sent. */
    framed: Type.Boolean(),
  },
  { additionalProperties: false },
);

export const ClientSessionView = Type.Object({
  /** For `Authorization: Bearer`, kept in memory; null where the cookie is enough. */
  token: Nullable(Type.String()),
});
export type ClientSessionView = Static<typeof ClientSessionView>;

export const SignatureBody = Type.Object(
  { url: Type.String({ minLength: 1, maxLength: 2000 }) },
  { additionalProperties: false },
);

export const SignatureView = Type.Object({
  app: Facts,
  timestamp: Type.Integer(),
  nonceStr: Type.String(),
  signature: Type.String(),
  /** The second signature that WeCom wants. */
  appSignature: Nullable(Type.String()),
});
export type SignatureView = Static<typeof SignatureView>;

/** Somebody's id on the office platform. */
export const AccountIdView = Type.Object({ personId: Type.String(), platformId: Type.String() });
export type AccountIdView = Static<typeof AccountIdView>;

import { type Static, Type } from '@sinclair/typebox';
import { Id, Literals, Nullable, Time } from './shared.ts';

/** Ids and names as the office platform gives them; WeCom gives no names. */
export const OfficeAccountView = Type.Object({
  /** Null: the company has connected no office platform. */
  platform: Nullable(
    Type.Object({
      name: Type.Object({ zh: Type.String(), en: Type.String() }),
      /** Whether an account can be connected now. */
      open: Type.Boolean(),
    }),
  ),
  account: Nullable(Type.Object({ id: Type.String(), name: Nullable(Type.String()), since: Time })),
  /** An account that signed in just now in this session and waits for the person's yes. */
  waiting: Nullable(
    Type.Object({
      id: Type.String(),
      name: Nullable(Type.String()),
      colleague: Nullable(Type.Object({ id: Id, name: Nullable(Type.String()) })),
      refused: Nullable(Literals(['has_another', 'belongs_elsewhere'] as const)),
    }),
  ),
});
export type OfficeAccountView = Static<typeof OfficeAccountView>;

export const SignInAddressView = Type.Object({ address: Type.String() });
export type SignInAddressView = Static<typeof SignInAddressView>;

import type { Static, TSchema } from '@sinclair/typebox';
import type { Context } from 'hono';
import type { RoutePermission } from '#core/access/permissions.ts';
import type { Locale } from '#core/i18n/locale.ts';
import type { Person } from '#core/ports/repositories/people.ts';
import type { PublicLink, Tenant } from '#core/ports/repositories/system-store.ts';
import type { Services, TenantContext } from '#core/ports/services.ts';

export type Method = 'get' | 'post' | 'put' | 'patch' | 'delete';

type MaybeStatic<S> = S extends TSchema ? Static<S> : undefined;

/** A signed-in person of the staff. */
export interface StaffSession {
  readonly person: Person;
  readonly tenant: Tenant;
  readonly tokenHash: string;
}

/** What a handler gets: checked input and the caller. */
export interface RouteCall<Q, B> {
  /** Path parameters. */
  readonly params: Readonly<Record<string, string>>;
  readonly query: Q;
  readonly body: B;
  readonly services: Services;
  readonly locale: Locale;
  readonly requestId: string;
  /** The company's context with the caller as actor. Throws `UNAUTHENTICATED` on public routes. */
  readonly tenant: TenantContext;
  /** Throws `UNAUTHENTICATED` when the caller is not staff. */
  readonly session: StaffSession;
  /** Throws `UNAUTHENTICATED` when the caller came without a candidate link. */
  readonly link: PublicLink;
  /** Device of a candidate, from the header `X-Jinji-Device`; empty when absent. */
  readonly device: string;
  /** The raw request, for streams and headers. */
  readonly http: Context;
}

/** One route: what it is for, who may call it, what goes in and out, and what it does. */
export interface RouteSpec<
  Q extends TSchema | undefined = TSchema | undefined,
  B extends TSchema | undefined = TSchema | undefined,
  R extends TSchema | 'none' | 'stream' = TSchema | 'none' | 'stream',
> {
  readonly method: Method;
  /** Path in Hono's form, e.g. `/api/v1/jobs/:jobId`. */
  readonly path: string;
  readonly permission: RoutePermission;
  readonly summary: string;
  readonly tag: string;
  readonly query?: Q;
  readonly body?: B;
  /** Bytes at most of a JSON body (default 256 KiB) or of a raw body when `rawBody` is set. */
  readonly maxBytes?: number;
  /** The request proves itself by a signature that the handler checks, and no cookie is read: other origins may write. */
  readonly signed?: boolean;
  /** The handler reads the body itself. */
  readonly rawBody?: boolean;
  /** Works while the company is suspended: leaving, erasing, and what is owed to candidates. Reading always works. */
  readonly whileSuspended?: boolean;
  /** Media type of a raw body; `application/octet-stream` unless told. */
  readonly mediaType?: 'multipart/form-data';
  /** `none`: 204; `stream`: the handler returns a `Response`. */
  readonly response: R;
  /** Status of success; 200 by default, 204 for `none`. */
  readonly status?: 200 | 201 | 202;
  /** Repeats are recognised by the data itself, so no answer is kept for an `Idempotency-Key`. */
  readonly naturallyIdempotent?: boolean;
  /** Calls a minute and caller; only on routes open to the public. */
  readonly rate?: number;
  readonly handle: (
    call: RouteCall<MaybeStatic<Q>, MaybeStatic<B>>,
  ) => Promise<R extends TSchema ? Static<R> : R extends 'stream' ? Response : void>;
}

/** A route of any shape, as the registry keeps it. */
// biome-ignore lint/suspicious/noExplicitAny: the registry holds routes of every input and output shape
export type AnyRoute = RouteSpec<any, any, any>;

/** Declares a route; exists so that handlers get their types from the schemas. */
export const route = <
  Q extends TSchema | undefined = undefined,
  B extends TSchema | undefined = undefined,
  R extends TSchema | 'none' | 'stream' = 'none',
>(
  spec: RouteSpec<Q, B, R>,
): AnyRoute => spec;

import { expect, test } from 'vitest';
import type { AnyRoute } from '#adapters/http/route.ts';
import { allRoutes } from '#adapters/http/routes/all-routes.ts';
import { permissionsOf, type Role } from '#core/access/permissions.ts';
import { type CallerName, callers, castFor } from './cast.ts';
import { clientOf, type Ground } from './http-ground.ts';
import { queryExample, requestExample } from './request-examples.ts';

type Verdict = 'let in' | 401 | 403 | 404;

/** What the declared permission says of a caller; an unknown link is not told from one of another kind. */
function declared({ permission }: AnyRoute, caller: CallerName): Verdict {
  if (permission === 'public') return 'let in';
  const isLink = caller === 'candidate' || caller === 'me';
  if (permission === 'candidate' || permission === 'me') {
    if (!isLink) return 401;
    return caller === permission ? 'let in' : 404;
  }
  if (caller === 'nobody' || isLink) return 401;
  if (permission === 'signed_in') return 'let in';
  return permissionsOf([caller as Role]).has(permission) ? 'let in' : 403;
}

const unknownId = (): string => 'xxx_00000000-0000-7000-8000-000000000000';

/** Each route called by each caller: let in exactly where the route's declared permission says so. */
export function permissionMatrix(ground: Ground): void {
  test.each(allRoutes.map((spec) => [`${spec.method} ${spec.path}`, spec] as const))(
    '%s lets in whom its permission names, and nobody else',
    async (_name, spec) => {
      const cast = await castFor(ground(), spec);
      const path = spec.path.replace(/:\w+/g, unknownId);
      const request = requestExample(spec, () => undefined);
      const seen: Partial<Record<CallerName, unknown>> = {};
      const expected: Partial<Record<CallerName, Verdict>> = {};
      for (const caller of callers.toReversed()) {
        const client = clientOf(ground(), cast.headers[caller]);
        const { status, body } = await client.call(
          request.method,
          path + queryExample(spec, () => undefined),
          {
            headers: request.headers,
            ...(request.body === undefined ? {} : { body: request.body }),
          },
        );
        const verdict = declared(spec, caller);
        expected[caller] = verdict;
        const refused = status === 401 || (status === 403 && body?.code === 'FORBIDDEN');
        seen[caller] = verdict === 'let in' ? (refused || status >= 500 ? status : 'let in') : status;
      }
      expect(seen).toEqual(expected);
    },
  );
}

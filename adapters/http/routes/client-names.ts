import { Type } from '@sinclair/typebox';
import { type AnyRoute, route } from '../route.ts';
import { AccountIdView } from '../schemas/client-pages.ts';
import { List } from '../schemas/shared.ts';

/** People asked for at once. */
const most = 50;

/** What a page in the office client needs to have hidden names shown by the client itself. */
export const routes: readonly AnyRoute[] = [
  route({
    method: 'get',
    path: '/api/v1/client/accounts',
    permission: 'signed_in',
    tag: 'Office platforms',
    summary:
      'Ids of colleagues on the office platform, for its own display of names; people without one are left out',
    query: Type.Object({
      ids: Type.String({ minLength: 1, maxLength: 3300, description: 'Ids of people, separated by commas' }),
    }),
    response: List(AccountIdView),
    async handle({ tenant, query }) {
      const wanted = new Set(query.ids.split(',').slice(0, most));
      const accounts = await tenant.store.platform.accounts();
      return {
        items: accounts.flatMap(({ id, personId }) =>
          wanted.has(personId) ? [{ personId, platformId: id }] : [],
        ),
        nextCursor: null,
      };
    },
  }),
];

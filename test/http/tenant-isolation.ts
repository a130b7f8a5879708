import { beforeAll, expect, test } from 'vitest';
import type { AnyRoute } from '#adapters/http/route.ts';
import { allRoutes } from '#adapters/http/routes/all-routes.ts';
import { aCast, castFor } from './cast.ts';
import { aForeignCompany, type ForeignCompany, foreignMark } from './foreign-company.ts';
import { clientOf, type Ground } from './http-ground.ts';
import { misfit, queryExample, requestExample } from './request-examples.ts';

/** Tables of ids whose names do not say so. */
const tableOfName: Readonly<Record<string, string>> = {
  personId: 'people',
  otherId: 'candidates',
  suggestionId: 'merge_suggestions',
  jobVersionId: 'job_versions',
  reviewerId: 'people',
  requestId: 'correction_requests',
  installationId: 'platform_installations',
  runId: 'organisation_runs',
  operationId: 'organisation_overlay',
  roundId: 'second_rounds',
  practiceId: 'rating_practices',
};

/** Parameters that name no row of a company. */
const plainParameters: Readonly<Record<string, string>> = {
  packId: 'catering',
  ruleId: 'a-rule',
  position: '0',
  code: 'COM',
  platform: 'wecom',
  channel: 'suite',
  kind: 'offer',
};

const tableOf = (name: string): string =>
  tableOfName[name] ?? `${name.replace(/Id$/, '').replace(/[A-Z]/g, (c) => `_${c.toLowerCase()}`)}s`;

/** The id in the foreign company that a parameter or field of this name means. */
const foreignId =
  (foreign: ForeignCompany) =>
  (name: string): string | undefined =>
    name.endsWith('Id') ? foreign.ids.get(tableOf(name)) : undefined;

function foreignPath(spec: AnyRoute, idFor: (name: string) => string | undefined): string {
  return spec.path.replace(/:(\w+)/g, (_all, name: string) => {
    const value = plainParameters[name] ?? idFor(name);
    if (value === undefined) throw new Error(`tenant-isolation.ts does not know what :${name} names`);
    return encodeURIComponent(value);
  });
}

const namesARow = ({ path }: AnyRoute): boolean =>
  [...path.matchAll(/:(\w+)/g)].some(([, name = '']) => plainParameters[name] === undefined);

/** Each route called by another company's owner with ids that are not hers. */
export function tenantIsolation(ground: Ground): void {
  let foreign: ForeignCompany;
  let held: string;
  beforeAll(async () => {
    foreign = await aForeignCompany(ground());
    held = await foreign.holdings();
  });

  test.each(allRoutes.map((spec) => [`${spec.method} ${spec.path}`, spec] as const))(
    "%s neither shows nor touches another company's rows",
    async (_name, spec) => {
      const idFor = foreignId(foreign);
      const request = requestExample(spec, idFor);
      expect(misfit(spec, request)).toBeNull();
      const { headers } = await castFor(ground(), spec);
      const who =
        spec.permission === 'candidate' || spec.permission === 'me'
          ? headers[spec.permission]
          : headers.owner;

      const path = foreignPath(spec, idFor);
      const answer = await ground().ask(path + queryExample(spec, idFor), {
        method: request.method,
        headers: { 'x-jinji-request': '1', ...clientHeaders(who), ...request.headers },
        ...(request.body === undefined ? {} : { body: request.body as NonNullable<RequestInit['body']> }),
      });

      const text = await answer.text();
      expect(text).not.toContain(foreignMark);
      expect(answer.status).toBeLessThan(500);
      if (namesARow(spec)) expect(answer.status, text).toBe(404);
      expect((await foreign.holdings()) === held).toBe(true);
    },
  );

  test('the rows of a company fill every table that companies have', () => {
    expect(foreign.ids.size).toBeGreaterThan(25);
  });

  test('a session of one company does not open the pages of another by its id', async () => {
    const { headers } = await aCast(ground());
    const session = await clientOf(ground(), headers.owner).get('/api/v1/session');

    expect(session.body.tenant.id).not.toBe(foreign.tenantId);
  });
}

const clientHeaders = (who: Readonly<Record<string, string>>) => ({ 'accept-language': 'zh-CN', ...who });

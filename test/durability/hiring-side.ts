import { httpClient } from '#test/support/http-client.ts';
import type { RunningServer } from '#test/support/start-server.ts';

/** Makes invitations, one for each interview of a run. */
export interface HiringSide {
  readonly tenantId: string;
  /** The token of a new candidate's link. */
  invite(): Promise<string>;
}

const emptyProfile = {
  ...{ phone: null, email: null, city: null, years: null },
  ...{ education: [], work: [], projects: [], skills: [], certificates: [] },
};

/** Signs in by the printed link and publishes a job that may be answered by voice. */
export async function openHiring(server: RunningServer): Promise<HiringSide> {
  const hr = httpClient((path, init) => fetch(server.url + path, init));
  await hr.signIn(server.ownerLink ?? '');
  const { tenant } = (await hr.get('/api/v1/session')).body;
  const made = await hr.createJob('catering');
  const { draft } = (await hr.get(`/api/v1/jobs/${made.id}`)).body;
  const voice = { ...draft, interview: { ...draft.interview, voice: true, followUps: 1 } };
  const saved = await hr.call('PUT', `/api/v1/jobs/${made.id}/draft`, {
    body: { revision: made.revision, draft: voice },
  });
  const published = await hr.post(`/api/v1/jobs/${made.id}/publish`, { revision: saved.body.revision });
  if (published.status !== 201) throw new Error(`publishing: ${JSON.stringify(published.body)}`);
  let count = 0;
  return {
    tenantId: tenant.id,
    async invite() {
      count += 1;
      const added = await hr.post(`/api/v1/jobs/${made.id}/candidates`, {
        profile: { ...emptyProfile, name: `候选人${count}` },
        language: 'zh',
      });
      if (added.status >= 300) throw new Error(`adding a candidate: ${JSON.stringify(added.body)}`);
      const { applicationId } = added.body;
      const invited = await hr.post(`/api/v1/applications/${applicationId}/invitation`, { lang: 'zh' });
      if (invited.status >= 300) throw new Error(`inviting: ${JSON.stringify(invited.body)}`);
      return new URL(invited.body.url).pathname.split('/').at(-1) ?? '';
    },
  };
}

import { httpClient } from '../support/http-client.ts';

/** A started interview and how its candidate's page speaks to the product. */
export interface InterviewAtHand {
  readonly tenantId: string;
  readonly interviewId: string;
  readonly headers: Readonly<Record<string, string>>;
}

const accommodations = { textOnly: false, extraTime: 1, noTimer: false, humanInterviewer: false };
const emptyProfile = {
  phone: null,
  email: null,
  birthYear: null,
  city: null,
  years: 2,
  education: [],
  work: [],
  projects: [],
  skills: [],
  certificates: [],
};

const good = (what: string, answer: { readonly status: number; readonly body: unknown }) => {
  if (answer.status >= 300) throw new Error(`${what}: ${answer.status} ${JSON.stringify(answer.body)}`);
};

/** Signs the owner in and publishes the first usual job of a pack that also takes video. */
export async function openJob(url: string, ownerLink: string) {
  const hr = httpClient((path, init) => fetch(url + path, init));
  await hr.signIn(ownerLink);
  const made = await hr.createJob('catering');
  const draft = (await hr.get(`/api/v1/jobs/${made.id}`)).body;
  const saved = await hr.call('PUT', `/api/v1/jobs/${made.id}/draft`, {
    body: {
      revision: draft.revision,
      draft: { ...draft.draft, interview: { ...draft.draft.interview, video: true } },
    },
  });
  good('saving the job', saved);
  good('publishing', await hr.post(`/api/v1/jobs/${made.id}/publish`, { revision: saved.body.revision }));
  const { body: session } = await hr.get('/api/v1/session');
  return {
    hr,
    jobId: made.id,
    tenantId: String(session.tenant.id),
  };
}

/** Candidates who have consented and started, each from an address of its own, as the limits for one address demand. */
export async function startInterviews(
  url: string,
  { hr, jobId, tenantId }: Awaited<ReturnType<typeof openJob>>,
  count: number,
): Promise<readonly InterviewAtHand[]> {
  const started: InterviewAtHand[] = [];
  for (let i = 0; i < count; i += 1) {
    const added = await hr.post(`/api/v1/jobs/${jobId}/candidates`, {
      profile: { ...emptyProfile, name: `候选人${i}` },
      language: 'zh',
    });
    good('adding a candidate', added);
    const invited = await hr.post(`/api/v1/applications/${added.body.applicationId}/invitation`, {
      lang: 'zh',
    });
    good('inviting', invited);
    const headers = {
      authorization: `Bearer ${String(invited.body.url).split('/').at(-1)}`,
      'x-jinji-device': `bench-device-${i}`,
      'x-forwarded-for': `10.0.${i >> 8}.${i & 255}`,
    };
    const page = httpClient((path, init) => fetch(url + path, init), headers);
    const consents = { interview: true, recording: true, ai_scoring: true };
    good(
      'consenting',
      await page.post('/api/v1/interview/consents', { lang: 'zh', consents, accommodations }),
    );
    good('starting', await page.post('/api/v1/interview/start', {}));
    started.push({ tenantId, interviewId: invited.body.interviewId, headers });
  }
  return started;
}

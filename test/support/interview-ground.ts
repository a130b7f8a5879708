import { createApp } from '#adapters/http/app.ts';
import { createCompany } from '#core/company/company.ts';
import { inviteApplicant } from '#core/interview/invite.ts';
import { draftFromPack } from '#core/job/draft-from-pack.ts';
import { createJob } from '#core/job/job-commands.ts';
import type { InterviewSettings } from '#core/job/job-definition.ts';
import { nowOf, type TenantContext, tenantContext } from '#core/ports/services.ts';
import type { Question } from '#core/template/schemas/question.ts';
import { readConfig } from '#plugins/host/config.ts';
import { type Installation, openInstallation } from '#plugins/host/open-installation.ts';
import { keptLog } from './fixed-ports.ts';
import { type HttpClient, httpClient } from './http-client.ts';

/** An applicant who was invited. */
export interface Invited {
  /** Address of the candidate's page. */
  readonly url: string;
  readonly token: string;
  readonly interviewId: string;
  readonly applicationId: string;
}

/** A real installation on a folder, with one published catering job for each set of interview settings. */
export interface InterviewGround {
  readonly installation: Installation;
  /** The company with its owner as actor. */
  readonly owner: TenantContext;
  invite(options?: {
    readonly name?: string;
    readonly lang?: 'zh' | 'en';
    readonly linkDays?: number;
    readonly interview?: Partial<InterviewSettings>;
    /** Questions of the job, from the first; all unless told. */
    readonly questions?: number;
    /** Another industry than catering, and only its questions of one type. */
    readonly pack?: { readonly industry: string; readonly questionType: Question['type'] };
  }): Promise<Invited>;
  /** The API inside this process, asked with a link's token from a device. */
  candidate(token: string, device?: string): HttpClient;
  close(): Promise<void>;
}

/**
 * Opens an installation on `dataDir`. Where a server runs on the same folder, both see the same rows; without one the
 * ground makes a company of its own.
 */
export async function openInterviewGround(options: {
  readonly dataDir: string;
  readonly publicUrl?: string;
  /** Further settings of the installation. */
  readonly settings?: Readonly<Record<string, string>>;
}): Promise<InterviewGround> {
  const config = readConfig({
    ...options.settings,
    DATA_DIR: options.dataDir,
    PUBLIC_URL: options.publicUrl ?? 'http://127.0.0.1',
  });
  const doorbell = { ring: async () => undefined };
  const installation = await openInstallation(config, doorbell, keptLog());
  const { services } = installation;
  const tenants = await services.system.tenants();
  const tenantId =
    tenants[0]?.id ??
    (await createCompany(services, { name: '小满餐饮', ownerName: '周敏', sample: false, locale: 'zh-CN' }))
      .tenantId;
  const people = await services.stores.open(tenantId).people.list();
  const owner = tenantContext(services, tenantId, { kind: 'person', id: people[0]?.id ?? null }, 'zh');
  const app = createApp({ services, assets: {}, version: 'test', checkResponses: true });
  return {
    installation,
    owner,
    async invite({ name = '林晓彤', lang = 'zh', linkDays, interview = {}, questions, pack } = {}) {
      const jobVersionId = await publishedJob(owner, interview, questions, pack);
      const version = await owner.store.jobs.version(jobVersionId);
      const applicationId = await anApplication(owner, name, version?.jobId ?? '', jobVersionId);
      const invitation = await inviteApplicant(owner, applicationId, { lang, linkDays });
      const token = invitation.link.url.split('/').pop() ?? '';
      return { url: invitation.link.url, token, interviewId: invitation.interview.id, applicationId };
    },
    candidate: (token, device = 'test-device-1') =>
      httpClient(async (path, init) => app.request(path, init), {
        authorization: `Bearer ${token}`,
        'x-jinji-device': device,
      }),
    close: () => installation.close(),
  };
}

/** A version made past the publishing check, so that a journey through a browser may have fewer questions. */
async function publishedJob(
  context: TenantContext,
  interview: Partial<InterviewSettings>,
  questions: number | undefined,
  pack?: { readonly industry: string; readonly questionType: Question['type'] },
): Promise<string> {
  const { services, store, actor } = context;
  const draft = draftFromPack(services.templates, { industry: pack?.industry ?? 'catering' }, 'zh');
  const job = await createJob(context, {
    ...draft,
    title: '门店服务员',
    questions: draft.questions
      .filter(({ type }) => pack === undefined || type === pack.questionType)
      .slice(0, questions),
    interview: { ...draft.interview, ...interview },
  });
  const now = nowOf(services);
  const id = services.ids.next('jbv');
  await store.commit([
    store.jobs.addVersion({
      id,
      jobId: job.id,
      number: 1,
      definition: job.draft,
      publishedBy: actor.id ?? '',
      publishedAt: now,
    }),
    store.jobs.publish(job.id, job.revision, id, now),
  ]);
  return id;
}

async function anApplication(
  { services, store }: TenantContext,
  name: string,
  jobId: string,
  jobVersionId: string,
): Promise<string> {
  const now = nowOf(services);
  const candidateId = services.ids.next('cnd');
  const id = services.ids.next('app');
  await store.commit([
    store.candidates.add({
      id: candidateId,
      name,
      phoneSealed: null,
      phoneKey: null,
      emailSealed: null,
      emailKey: null,
      city: '杭州',
      profile: null,
      edits: null,
      revision: 1,
      mergedInto: null,
      erasedAt: null,
      createdAt: now,
      updatedAt: now,
    }),
    store.applications.add({
      id,
      jobId,
      jobVersionId,
      candidateId,
      resumeId: null,
      status: 'applied',
      screening: null,
      score10: null,
      suggestion: null,
      createdAt: now,
      updatedAt: now,
    }),
  ]);
  return id;
}

import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ApplicationView } from '#adapters/http/schemas/candidates.ts';
import type { HttpClient } from './http-client.ts';
import { openReportGround, type ReportGround, type StaffMember } from './report-ground.ts';

const fixtures = join(import.meta.dirname, '../fixtures/resumes');

/** A file to upload. */
export interface ResumeUpload {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** One of the sample résumés. */
export const sampleResume = async (name: string): Promise<ResumeUpload> => ({
  name,
  bytes: await readFile(join(fixtures, name)),
});

/** A résumé as plain text; each call with other words is another file. */
export function textResume(facts: {
  readonly name: string;
  readonly phone?: string;
  /** A line among the personal facts. */
  readonly about?: string;
  /** A line at the end. */
  readonly more?: string;
  readonly fileName?: string;
}): ResumeUpload {
  const text = [
    `姓名：${facts.name}`,
    ...(facts.phone ? [`电话：${facts.phone}`] : []),
    ...(facts.about ? [facts.about] : []),
    '现居：杭州',
    '工作经历',
    '2019.03 - 2023.06  杭州味来餐饮管理有限公司  服务员',
    '负责前厅接待与点单，带教新员工 6 人，差评率下降一半。',
    '教育经历',
    '2016.09 - 2019.06  杭州旅游职业学校  高星级饭店运营  中专',
    facts.more ?? '',
  ].join('\n');
  return { name: facts.fileName ?? `${facts.name}.txt`, bytes: new TextEncoder().encode(text) };
}

/** A published job, the people of the company, and the steps that most tests begin with. */
export interface CandidateGround extends ReportGround {
  readonly jobId: string;
  readonly hr: StaffMember;
  upload(
    file: ResumeUpload,
    options?: { readonly jobId?: string; readonly client?: HttpClient },
  ): ReturnType<HttpClient['post']>;
  /** Uploads, reads, and gives the application; throws when the file could not be read. */
  applicant(file: ResumeUpload, jobId?: string): Promise<ApplicationView>;
  /** Reads everything that waits. */
  readAll(): Promise<void>;
  application(id: string): Promise<ApplicationView>;
  publishedJob(industry?: string): Promise<string>;
  /** Actions that were audited for a subject, newest first. */
  actionsOf(subjectId: string): Promise<string[]>;
}

/** A multipart body as a browser sends it. */
export async function multipart(file: ResumeUpload, field = 'file') {
  const form = new FormData();
  form.append(field, new Blob([file.bytes as Uint8Array<ArrayBuffer>]), file.name);
  const response = new Response(form);
  return {
    body: new Uint8Array(await response.arrayBuffer()),
    headers: { 'content-type': response.headers.get('content-type') ?? '' },
  };
}

/** Opens a company with a published catering job and a member of HR. */
export async function openCandidateGround(dataDir: string): Promise<CandidateGround> {
  const base = await openReportGround({ dataDir });
  const hr = await base.staff('hr', '周敏');
  const { services, handlers } = base.ground.installation;
  const { tenantId, store } = base.ground.owner;
  const publishedJob = async (industry = 'catering') => {
    const job = await hr.client.createJob(industry);
    const published = await hr.client.post(`/api/v1/jobs/${job.id}/publish`, { revision: job.revision });
    if (published.status !== 201) throw new Error(`publishing was answered by ${published.status}`);
    return job.id;
  };
  const jobId = await publishedJob();
  const readAll = async () => {
    for (const resume of await store.resumes.unfinished()) {
      if (resume.state === 'pending')
        await handlers['resume.parse'](services, tenantId, { resumeId: resume.id });
    }
  };
  const upload: CandidateGround['upload'] = async (file, options = {}) => {
    const { body, headers } = await multipart(file);
    const client = options.client ?? hr.client;
    return client.call('POST', `/api/v1/jobs/${options.jobId ?? jobId}/resumes`, { body, headers });
  };
  const application = async (id: string): Promise<ApplicationView> => {
    const { status, body } = await hr.client.get(`/api/v1/applications/${id}`);
    if (status !== 200) throw new Error(`the application was answered by ${JSON.stringify(body)}`);
    return body;
  };
  return {
    ...base,
    jobId,
    hr,
    upload,
    readAll,
    application,
    publishedJob,
    async applicant(file, ofJob = jobId) {
      const { body } = await upload(file, { jobId: ofJob });
      await readAll();
      const read = await hr.client.get(`/api/v1/resumes/${body.id}`);
      if (!read.body.applicationId) throw new Error(`not read: ${JSON.stringify(read.body.problem)}`);
      return application(read.body.applicationId);
    },
    actionsOf: async (subjectId) =>
      (await store.audit.list({ subjectId, limit: 50 })).map(({ action }) => action),
  };
}

import type { InvitationView } from '#adapters/http/schemas/candidates.ts';
import type { JobView } from '#adapters/http/schemas/jobs.ts';
import type { ReportView } from '#adapters/http/schemas/reports.ts';
import type { ReportDocument } from '#core/report/report-document.ts';
import type { ApiCaller } from './api-caller.ts';
import { readSample, type SampleCandidate, type SampleInterviews } from './sample-interviews.ts';

/** Makes the post from the industry pack, lets candidates answer by video too, and publishes it. Returns its id. */
export async function publishJob(hr: ApiCaller, job: SampleInterviews['job']): Promise<string> {
  const made = await hr.post<JobView>('/jobs', job);
  const draft = { ...made.draft, interview: { ...made.draft.interview, video: true } };
  const saved = await hr.put<JobView>(`/jobs/${made.id}/draft`, { revision: made.revision, draft });
  await hr.post(`/jobs/${made.id}/publish`, { revision: saved.revision });
  return made.id;
}

/** Uploads a résumé file as the page does. Returns the upload's id. */
export async function uploadResume(
  hr: ApiCaller,
  jobId: string,
  candidate: SampleCandidate,
): Promise<string> {
  const form = new FormData();
  const file = new Blob([await readSample(candidate.resume)], { type: candidate.mediaType });
  form.set('file', file, candidate.resume);
  const answer = await hr.send('POST', `/jobs/${jobId}/resumes`, form);
  return ((await answer.json()) as { id: string }).id;
}

/** What the screening card says, read as HR does. */
export interface Screened {
  readonly applicationId: string;
  readonly name: string | null;
  readonly result: string | null;
}

/** Opens the screening card of a read résumé. */
export async function openScreening(hr: ApiCaller, resumeId: string): Promise<Screened> {
  const { applicationId } = await hr.get<{ applicationId: string | null }>(`/resumes/${resumeId}`);
  if (!applicationId) throw new Error('the résumé was not read');
  await hr.post(`/applications/${applicationId}/screening/opened`, {});
  const file = await hr.get<{
    candidate: { profile: { name: string | null } | null };
    screening: { result: string } | null;
  }>(`/applications/${applicationId}`);
  return {
    applicationId,
    name: file.candidate.profile?.name ?? null,
    result: file.screening?.result ?? null,
  };
}

/** Invites a candidate and returns the link that HR would send. */
export const invite = async (hr: ApiCaller, applicationId: string): Promise<string> =>
  (await hr.post<InvitationView>(`/applications/${applicationId}/invitation`, { lang: 'zh' })).url;

/**
 * Reads the report and settles the application as a person would: the demonstration follows the suggestion to advance and holds
 * everything else, because no program may reject.
 */
export async function decide(hr: ApiCaller, applicationId: string): Promise<ReportDocument> {
  const { document } = await hr.get<ReportView>(`/applications/${applicationId}/report`);
  const advance = document.result?.suggestion === 'advance';
  await hr.post(`/applications/${applicationId}/decisions`, {
    outcome: advance ? 'advance' : 'hold',
    reasonCode: advance ? 'strong_evidence' : 'needs_more_evidence',
    note: '演示中的决定 / a decision of the demonstration',
    ...(document.result ? { reportId: document.result.reportId } : {}),
  });
  return document;
}

/** Releases the feedback that the product drafted. */
export const releaseFeedback = (hr: ApiCaller, applicationId: string): Promise<unknown> =>
  hr.post(`/applications/${applicationId}/feedback/release`, {});

import { isStuck } from '#core/application/manage-resume.ts';
import { type ErrorCode, errorCodes } from '#core/errors/error-codes.ts';
import type { Resume } from '#core/ports/repositories/candidates.ts';
import { nowOf, type TenantContext } from '#core/ports/services.ts';
import type { ResumeView } from './schemas/candidates.ts';

const isCode = (code: string): code is ErrorCode => Object.hasOwn(errorCodes, code);

/** A failure of reading in the reader's language; details such as the supported types are filled in. */
function problemWords(code: string | null, lang: 'zh' | 'en'): ResumeView['problem'] {
  if (code === null) return null;
  const known = isCode(code) ? code : 'RESUME_DAMAGED';
  const words = errorCodes[known];
  const fill = (text: string): string =>
    text.replace('{supported}', 'PDF, DOCX, TXT, MD, HTML').replace('{limit}', '20 MB');
  return { code: known, title: fill(words.title[lang]), remedy: fill(words.remedy[lang]) };
}

/** A résumé file as pages show it. */
export function resumeView(
  { services, lang }: TenantContext,
  resume: Resume,
  applicationId: string | null,
): ResumeView {
  return {
    id: resume.id,
    jobId: resume.jobId,
    fileName: resume.fileName,
    mediaType: resume.mediaType,
    size: resume.size,
    state: resume.state,
    stuck: isStuck(resume, nowOf(services)),
    problem: problemWords(resume.errorCode, lang),
    candidateId: resume.candidateId,
    applicationId,
    createdAt: resume.createdAt,
    parsedAt: resume.parsedAt,
  };
}

/** A résumé file with the application that was made from it. */
export async function resumeWithApplication(context: TenantContext, resume: Resume): Promise<ResumeView> {
  const { store } = context;
  const application =
    resume.candidateId && resume.jobId
      ? await store.applications.forJobAndCandidate(resume.jobId, resume.candidateId)
      : null;
  return resumeView(context, resume, application?.id ?? null);
}

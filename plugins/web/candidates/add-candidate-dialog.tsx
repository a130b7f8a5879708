import { useState } from 'react';
import type { ResumeView } from '#adapters/http/schemas/candidates.ts';
import type { JobSummaryView } from '#adapters/http/schemas/jobs.ts';
import { buttonClass } from '../kit/button.tsx';
import { Dialog } from '../kit/dialog.tsx';
import { Select } from '../kit/field.tsx';
import { useLanguage } from '../kit/i18n.tsx';
import { Icon } from '../kit/icons.tsx';
import { useNavigate } from '../kit/router.tsx';
import { useApi } from '../kit/session.tsx';
import { Notice, ProblemNotice } from '../kit/states.tsx';
import { useMutation } from '../kit/use-mutation.ts';
import { emptyDraft, type TypedProfile } from './profile-draft.ts';
import { ProfileForm } from './profile-form.tsx';

/** A candidate typed in by hand: without a résumé, or beside a file that could not be read. */
export function AddCandidateDialog(props: {
  readonly jobs: readonly JobSummaryView[];
  readonly jobId: string;
  /** The file that belongs to this person. */
  readonly file?: ResumeView;
  readonly onClose: () => void;
}) {
  const { t, locale } = useLanguage();
  const api = useApi();
  const navigate = useNavigate();
  const { jobs, file } = props;
  const known = file !== undefined || jobs.some((job) => job.id === props.jobId);
  const [jobId, setJobId] = useState(known ? props.jobId : (jobs[0]?.id ?? ''));
  const [draft, setDraft] = useState(emptyDraft);
  const add = useMutation<TypedProfile, { readonly applicationId: string }>((profile, idempotencyKey) =>
    api.post(
      `/jobs/${jobId}/candidates`,
      { profile, language: locale === 'zh-CN' ? 'zh' : 'en', ...(file ? { resumeId: file.id } : {}) },
      { idempotencyKey },
    ),
  );
  const send = async (profile: TypedProfile) => {
    const added = await add.run(profile);
    if (added === null) return;
    props.onClose();
    navigate(`/candidates/${added.applicationId}`);
  };
  return (
    <Dialog wide title={t('candidates.add_title')} onClose={props.onClose}>
      <div className="j-stack">
        {file ? (
          <Notice tone="info" title={file.fileName}>
            <p>{t('candidates.add_beside_file')}</p>
            <a
              className={buttonClass()}
              href={api.address(`/resumes/${file.id}/file`, { view: true })}
              target="_blank"
              rel="noreferrer"
            >
              <Icon name="external" size={18} />
              {t('candidates.open_original')}
            </a>
          </Notice>
        ) : (
          <Select
            label={t('candidates.job')}
            value={jobId}
            onChange={setJobId}
            options={jobs.map((job) => ({ value: job.id, label: job.title }))}
          />
        )}
        <ProblemNotice problem={add.problem} />
        <ProfileForm
          draft={draft}
          onChange={setDraft}
          onSend={send}
          onCancel={props.onClose}
          sendLabel={t('candidates.add')}
          busy={add.busy}
          nameNeeded
        />
      </div>
    </Dialog>
  );
}

import { useState } from 'react';
import type { ResumeView } from '#adapters/http/schemas/candidates.ts';
import type { JobSummaryView } from '#adapters/http/schemas/jobs.ts';
import { Button } from '../kit/button.tsx';
import { Dialog } from '../kit/dialog.tsx';
import { Select } from '../kit/field.tsx';
import { FileDrop } from '../kit/file-drop.tsx';
import { useT } from '../kit/i18n.tsx';
import { useApi } from '../kit/session.tsx';
import { Notice } from '../kit/states.tsx';
import { useUploads } from '../kit/use-uploads.ts';
import { ResumeInbox } from './resume-inbox.tsx';

const rules = {
  extensions: ['.pdf', '.docx', '.txt', '.md', '.html', '.htm'],
  maxBytes: 20 * 1024 * 1024,
} as const;

type Uploaded = ResumeView & { readonly known: boolean };

/** Many résumés for one job: dropped or chosen, each with its progress, what is wrong with it, and how reading went. */
export function UploadDialog(props: {
  readonly jobs: readonly JobSummaryView[];
  /** The job that the page shows; '' for all. */
  readonly jobId: string;
  readonly onClose: () => void;
  readonly onChanged: () => void;
}) {
  const t = useT();
  const api = useApi();
  const known = props.jobs.some((job) => job.id === props.jobId);
  const [jobId, setJobId] = useState(known ? props.jobId : (props.jobs[0]?.id ?? ''));
  const [again, setAgain] = useState<readonly string[]>([]);
  const [done, setDone] = useState(0);
  const uploads = useUploads<Uploaded>({
    rules,
    send: (file, options) => api.upload(`/jobs/${jobId}/resumes`, { file, ...options }),
    onDone: (answer, file) => {
      setDone((count) => count + 1);
      if (answer.known) setAgain((names) => [...names, file.name]);
    },
  });
  return (
    <Dialog
      wide
      title={t('candidates.upload')}
      onClose={props.onClose}
      footer={
        <Button look="primary" onClick={props.onClose}>
          {uploads.busy ? t('candidates.upload_stop') : t('common.finish')}
        </Button>
      }
    >
      <div className="j-stack">
        <Select
          label={t('candidates.upload_job')}
          value={jobId}
          disabled={uploads.items.length > 0}
          onChange={setJobId}
          options={props.jobs.map((job) => ({ value: job.id, label: job.title }))}
        />
        <FileDrop uploads={uploads} rules={rules} title={t('candidates.drop_title')} />
        {again.length > 0 && (
          <Notice tone="info" title={t('candidates.upload_known')}>
            <ul>
              {again.map((name) => (
                <li key={name}>{name}</li>
              ))}
            </ul>
          </Notice>
        )}
        <ResumeInbox jobId={jobId} reloadKey={String(done)} onChanged={props.onChanged} />
        <p className="j-small j-muted">{t('candidates.upload_privacy')}</p>
      </div>
    </Dialog>
  );
}

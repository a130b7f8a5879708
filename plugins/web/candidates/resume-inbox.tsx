import { useEffect, useRef, useState } from 'react';
import type { ResumeView } from '#adapters/http/schemas/candidates.ts';
import type { ListPage } from '../kit/api-client.ts';
import { Button, IconButton } from '../kit/button.tsx';
import { useConfirm } from '../kit/confirm.tsx';
import { useT } from '../kit/i18n.tsx';
import { useApi, useMay } from '../kit/session.tsx';
import { Notice, ProblemNotice, ProgressBar } from '../kit/states.tsx';
import { useMutation } from '../kit/use-mutation.ts';
import { useQuery } from '../kit/use-query.ts';
import { AddCandidateDialog } from './add-candidate-dialog.tsx';

const pollMs = 1500;

/**
 * Uploads that are not candidates yet: being read, or failed with the reason and what can be done. Looks again while
 * something is being read and says when it ended.
 */
export function ResumeInbox(props: {
  /** '' for all jobs. */
  readonly jobId: string;
  /** Looks again when it changes. */
  readonly reloadKey: string;
  readonly onChanged: () => void;
}) {
  const t = useT();
  const api = useApi();
  const { jobId, reloadKey } = props;
  const query = useQuery(`resumes ${jobId} ${reloadKey}`, (signal) =>
    api.get<ListPage<ResumeView>>('/resumes', { query: { jobId }, signal }),
  );
  const items = query.data?.items ?? [];
  const pending = items.filter((item) => item.state === 'pending' && !item.stuck).length;
  const waiting = useRef(0);
  const changed = useRef(props.onChanged);
  changed.current = props.onChanged;
  const { data, reload } = query;
  useEffect(() => {
    if (data === null) return undefined;
    if (pending < waiting.current) changed.current();
    waiting.current = pending;
    if (pending === 0) return undefined;
    const timer = setTimeout(reload, pollMs);
    return () => clearTimeout(timer);
  }, [data, pending, reload]);
  if (query.state === 'failed') return <ProblemNotice problem={query.problem} onRetry={reload} />;
  if (items.length === 0) return null;
  const stopped = items.filter((item) => item.state === 'failed' || item.stuck);
  return (
    <section className="j-inbox" aria-label={t('candidates.inbox')}>
      <div role="status">
        {pending > 0 && (
          <div className="j-inbox__reading">
            <span>{t('candidates.reading', { count: pending })}</span>
            <ProgressBar label={t('candidates.inbox')} />
          </div>
        )}
      </div>
      {stopped.length > 0 && (
        <Notice tone="warn" title={t('candidates.failed_count', { count: stopped.length })}>
          <ul className="j-inbox__list">
            {stopped.map((item) => (
              <FailedFile key={item.id} item={item} onChanged={reload} />
            ))}
          </ul>
        </Notice>
      )}
    </section>
  );
}

function FailedFile(props: { readonly item: ResumeView; readonly onChanged: () => void }) {
  const t = useT();
  const api = useApi();
  const confirm = useConfirm();
  const mayWrite = useMay('candidate.write');
  const [typing, setTyping] = useState(false);
  const { item, onChanged } = props;
  const act = useMutation<'retry' | 'delete', unknown>((what, idempotencyKey) =>
    what === 'retry'
      ? api.post(`/resumes/${item.id}/retry`, {}, { idempotencyKey })
      : api.remove(`/resumes/${item.id}`, { idempotencyKey }),
  );
  const run = async (what: 'retry' | 'delete') => {
    const sure =
      what === 'retry' ||
      (await confirm({
        title: t('candidates.delete_file_title'),
        text: t('candidates.delete_file_text', { name: item.fileName }),
        confirmLabel: t('candidates.delete_file'),
        danger: true,
      }));
    if (!sure) return;
    await act.run(what);
    onChanged();
  };
  const words = item.problem
    ? t('candidates.file_problem', { title: item.problem.title, remedy: item.problem.remedy })
    : t('candidates.stuck');
  return (
    <li>
      <span className="j-inbox__words">
        <strong>{item.fileName}</strong>
        <span>{words}</span>
        <ProblemNotice problem={act.problem} />
      </span>
      {mayWrite && (
        <span className="j-row">
          {item.state === 'failed' && (
            <Button icon="edit" onClick={() => setTyping(true)}>
              {t('candidates.type_facts')}
            </Button>
          )}
          <Button icon="refresh" busy={act.busy} onClick={() => run('retry')}>
            {t('candidates.read_again')}
          </Button>
          <IconButton
            icon="trash"
            label={t('candidates.delete_file_of', { name: item.fileName })}
            onClick={() => run('delete')}
          />
        </span>
      )}
      {typing && (
        <AddCandidateDialog
          jobs={[]}
          jobId={item.jobId ?? ''}
          file={item}
          onClose={() => {
            setTyping(false);
            onChanged();
          }}
        />
      )}
    </li>
  );
}

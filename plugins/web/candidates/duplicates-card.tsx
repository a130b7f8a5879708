import { useState } from 'react';
import type { ApplicationView } from '#adapters/http/schemas/candidates.ts';
import { Button } from '../kit/button.tsx';
import { RadioGroup } from '../kit/choice.tsx';
import { DateTime } from '../kit/date-time.tsx';
import { Dialog } from '../kit/dialog.tsx';
import { useJoined, useT } from '../kit/i18n.tsx';
import { Link, useNavigate } from '../kit/router.tsx';
import { useApi, useMay } from '../kit/session.tsx';
import { Notice, ProblemNotice } from '../kit/states.tsx';
import { useToast } from '../kit/toast.tsx';
import { useMutation } from '../kit/use-mutation.ts';
import { useCandidateName } from './candidate-words.tsx';

type Duplicate = ApplicationView['duplicates'][number];
const reasonWords = ['phone', 'mail', 'name', 'school', 'company', 'dates'] as const;

/** Proposals to merge; nothing is merged without a person, and every decision can be taken back. */
export function DuplicatesCard(props: { readonly view: ApplicationView; readonly reload: () => void }) {
  const open = props.view.duplicates.filter((one) => one.state === 'open');
  const merged = props.view.duplicates.filter((one) => one.undoable);
  return (
    <>
      {open.map((one) => (
        <Proposal key={one.id} duplicate={one} {...props} />
      ))}
      {merged.map((one) => (
        <Merged key={one.id} duplicate={one} {...props} />
      ))}
    </>
  );
}

interface OneProps {
  readonly view: ApplicationView;
  readonly duplicate: Duplicate;
  readonly reload: () => void;
}

function Proposal(props: OneProps) {
  const t = useT();
  const api = useApi();
  const toast = useToast();
  const join = useJoined();
  const nameOf = useCandidateName();
  const mayWrite = useMay('candidate.write');
  const [merging, setMerging] = useState(false);
  const { duplicate, reload } = props;
  const path = `/merge-suggestions/${duplicate.id}`;
  const apart = useMutation<null, null>(async (_, idempotencyKey) => {
    await api.post(`${path}/keep-apart`, {}, { idempotencyKey });
    return null;
  });
  const keepApart = async () => {
    await apart.run(null);
    reload();
    toast({
      text: t('candidates.kept_apart'),
      action: { label: t('common.undo'), run: () => api.post(`${path}/undo`, {}).then(reload, reload) },
    });
  };
  const because = reasonWords.filter((word) => duplicate.reasons.includes(word));
  return (
    <Notice
      tone="warn"
      title={t('candidates.duplicate_title', { name: nameOf(duplicate.name) })}
      actions={
        mayWrite && (
          <>
            <Button look="primary" onClick={() => setMerging(true)}>
              {t('candidates.merge')}
            </Button>
            <Button busy={apart.busy} onClick={keepApart}>
              {t('candidates.keep_apart')}
            </Button>
          </>
        )
      }
    >
      <p>
        {t('candidates.duplicate_because', {
          reasons: join(because.map((word) => t(`candidates.because_${word}`))),
        })}
      </p>
      <ul>
        {duplicate.applications.map((one) => (
          <li key={one.id}>
            <Link to={`/candidates/${one.id}`}>{one.jobTitle}</Link>{' '}
            <span className="j-small">{t(`candidates.status_${one.status}`)}</span>
          </li>
        ))}
      </ul>
      <ProblemNotice problem={apart.problem} />
      {merging && <MergeDialog {...props} onClose={() => setMerging(false)} />}
    </Notice>
  );
}

function MergeDialog(props: OneProps & { readonly onClose: () => void }) {
  const t = useT();
  const api = useApi();
  const navigate = useNavigate();
  const nameOf = useCandidateName();
  const { view, duplicate } = props;
  const [keep, setKeep] = useState(view.candidate.id);
  const merge = useMutation<string, true>(async (kept, idempotencyKey) => {
    await api.post(`/merge-suggestions/${duplicate.id}/merge`, { keep: kept }, { idempotencyKey });
    return true;
  });
  const send = async () => {
    if (!(await merge.run(keep))) return;
    props.onClose();
    const other = duplicate.applications[0];
    if (keep === view.candidate.id || !other) props.reload();
    else navigate(`/candidates/${other.id}`);
  };
  const option = (id: string, name: string | null, createdAt: string, jobs: readonly string[]) => ({
    value: id,
    label: nameOf(name),
    help: t('candidates.keep_help', { day: createdAt.slice(0, 10), jobs: jobs.join(' / ') }),
  });
  return (
    <Dialog
      title={t('candidates.merge_title')}
      onClose={props.onClose}
      footer={
        <>
          <Button onClick={props.onClose}>{t('common.cancel')}</Button>
          <Button look="primary" busy={merge.busy} onClick={send}>
            {t('candidates.merge')}
          </Button>
        </>
      }
    >
      <div className="j-stack">
        <p>{t('candidates.merge_text')}</p>
        <ProblemNotice problem={merge.problem} />
        <RadioGroup
          cards
          legend={t('candidates.merge_keep')}
          value={keep}
          onChange={setKeep}
          options={[
            option(view.candidate.id, view.candidate.name, view.candidate.createdAt, [
              view.jobTitle,
              ...view.otherApplications.map((one) => one.jobTitle),
            ]),
            option(
              duplicate.candidateId,
              duplicate.name,
              duplicate.createdAt,
              duplicate.applications.map((one) => one.jobTitle),
            ),
          ]}
        />
      </div>
    </Dialog>
  );
}

function Merged(props: OneProps) {
  const t = useT();
  const api = useApi();
  const nameOf = useCandidateName();
  const mayWrite = useMay('candidate.write');
  const { duplicate } = props;
  const undo = useMutation<string, true>(async (id, idempotencyKey) => {
    await api.post(`/merge-suggestions/${id}/undo`, {}, { idempotencyKey });
    return true;
  });
  return (
    <Notice
      tone="plain"
      title={t('candidates.merged_title', { name: nameOf(duplicate.name) })}
      actions={
        mayWrite && (
          <Button
            icon="undo"
            busy={undo.busy}
            onClick={async () => {
              if (await undo.run(duplicate.id)) props.reload();
            }}
          >
            {t('candidates.merge_undo')}
          </Button>
        )
      }
    >
      <p className="j-small">
        <DateTime iso={duplicate.createdAt} detail="day" />
      </p>
      <ProblemNotice problem={undo.problem} />
    </Notice>
  );
}

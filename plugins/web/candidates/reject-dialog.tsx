import { useState } from 'react';
import type { ApplicationView } from '#adapters/http/schemas/candidates.ts';
import { decisionReasons } from '#core/report/decision-reasons.ts';
import { Button } from '../kit/button.tsx';
import { Dialog } from '../kit/dialog.tsx';
import { Select, TextArea } from '../kit/field.tsx';
import { useT } from '../kit/i18n.tsx';
import { useApi, useSession } from '../kit/session.tsx';
import { Notice, ProblemNotice } from '../kit/states.tsx';
import { useToast } from '../kit/toast.tsx';
import { useMutation } from '../kit/use-mutation.ts';

type Reason = (typeof decisionReasons.reject)[number];

interface DialogProps {
  readonly view: ApplicationView;
  readonly reload: () => void;
  readonly onClose: () => void;
}

/** A named person turns somebody down before an interview, with a reason, after reading the screening card (R5). */
export function RejectDialog(props: DialogProps) {
  const t = useT();
  const api = useApi();
  const toast = useToast();
  const { person } = useSession();
  const { view } = props;
  const [reasonCode, setReason] = useState<Reason>('must_have_missing');
  const [note, setNote] = useState('');
  const [tried, setTried] = useState(false);
  const missing = reasonCode === 'other' && note.trim() === '';
  const decide = useMutation<object, object>((body, idempotencyKey) =>
    api.post(`/applications/${view.id}/decisions`, body, { idempotencyKey }),
  );
  const send = async () => {
    setTried(true);
    if (missing) return;
    const done = await decide.run({ outcome: 'reject', reasonCode, note: note.trim() || null });
    if (!done) return;
    props.onClose();
    props.reload();
    toast({ text: t('candidates.moved', { status: t('candidates.status_rejected') }) });
  };
  return (
    <Dialog
      title={t('reports.decide_reject')}
      onClose={props.onClose}
      footer={
        <>
          <Button onClick={props.onClose}>{t('common.cancel')}</Button>
          <Button look="danger" busy={decide.busy} onClick={send}>
            {person.name
              ? t('reports.decide_confirm', { name: person.name })
              : t('reports.decide_confirm_plain')}
          </Button>
        </>
      }
    >
      <div className="j-stack">
        <ProblemNotice problem={decide.problem} />
        <p>{t('reports.decide_reject_text')}</p>
        {view.interviews.some((interview) => interview.open) && (
          <Notice tone="warn">{t('candidates.move_ends_interview')}</Notice>
        )}
        <Select
          label={t('reports.decide_reason')}
          value={reasonCode}
          onChange={setReason}
          options={decisionReasons.reject.map((reason) => ({
            value: reason,
            label: t(`reports.reason_${reason}`),
          }))}
        />
        <TextArea
          label={t('reports.decide_note')}
          help={t('candidates.note_help')}
          value={note}
          rows={3}
          maxLength={2000}
          error={tried && missing ? t('candidates.fault_needed') : null}
          onChange={setNote}
        />
      </div>
    </Dialog>
  );
}

/** Takes such a decision back, with the reason. */
export function TakeBackDialog(props: DialogProps) {
  const t = useT();
  const api = useApi();
  const [note, setNote] = useState('');
  const [tried, setTried] = useState(false);
  const missing = note.trim() === '';
  const reopen = useMutation<string, true>(async (reason, idempotencyKey) => {
    await api.post(`/applications/${props.view.id}/reopen`, { note: reason }, { idempotencyKey });
    return true;
  });
  const send = async () => {
    setTried(true);
    if (missing || !(await reopen.run(note.trim()))) return;
    props.onClose();
    props.reload();
  };
  return (
    <Dialog
      title={t('candidates.take_rejection_back')}
      onClose={props.onClose}
      footer={
        <>
          <Button onClick={props.onClose}>{t('common.cancel')}</Button>
          <Button look="primary" busy={reopen.busy} onClick={send}>
            {t('candidates.take_rejection_back')}
          </Button>
        </>
      }
    >
      <div className="j-stack">
        <ProblemNotice problem={reopen.problem} />
        <TextArea
          label={t('candidates.reason')}
          value={note}
          rows={3}
          maxLength={2000}
          error={tried && missing ? t('candidates.fault_needed') : null}
          onChange={setNote}
        />
      </div>
    </Dialog>
  );
}

import { useState } from 'react';
import type { ApplicationView } from '#adapters/http/schemas/candidates.ts';
import { Button } from '../kit/button.tsx';
import { Dialog } from '../kit/dialog.tsx';
import { Select, TextArea } from '../kit/field.tsx';
import { useT } from '../kit/i18n.tsx';
import { useApi } from '../kit/session.tsx';
import { Notice, ProblemNotice } from '../kit/states.tsx';
import { useToast } from '../kit/toast.tsx';
import { useMutation } from '../kit/use-mutation.ts';

type Move = ApplicationView['moves'][number];

const reasons = [
  'candidate_withdrew',
  'other_offer',
  'pay',
  'place_or_shift',
  'not_reachable',
  'did_not_come',
  'entered_by_mistake',
  'other',
] as const;
type Reason = (typeof reasons)[number];

/** Confirms a step; leaving the flow asks why. */
export function MoveDialog(props: {
  readonly view: ApplicationView;
  readonly to: Move;
  readonly onChanged: (view: ApplicationView) => void;
  readonly onClose: () => void;
}) {
  const t = useT();
  const api = useApi();
  const toast = useToast();
  const { view, to } = props;
  const leaves = to === 'withdrawn' || to === 'no_show';
  const [reasonCode, setReason] = useState<Reason>(to === 'no_show' ? 'did_not_come' : 'candidate_withdrew');
  const [note, setNote] = useState('');
  const move = useMutation<object, ApplicationView>((body, idempotencyKey) =>
    api.post(`/applications/${view.id}/move`, body, { idempotencyKey }),
  );
  const send = async () => {
    const next = await move.run({
      to,
      ...(leaves ? { reasonCode } : {}),
      ...(note.trim() ? { note: note.trim() } : {}),
    });
    if (!next) return;
    props.onChanged(next);
    props.onClose();
    toast({ text: t('candidates.moved', { status: t(`candidates.status_${to}`) }) });
  };
  const openLink = leaves && view.interviews.some((interview) => interview.open);
  return (
    <Dialog
      title={t(`candidates.move_${to}`)}
      onClose={props.onClose}
      footer={
        <>
          <Button onClick={props.onClose}>{t('common.cancel')}</Button>
          <Button look="primary" busy={move.busy} onClick={send}>
            {t(`candidates.move_${to}`)}
          </Button>
        </>
      }
    >
      <div className="j-stack">
        <ProblemNotice problem={move.problem} />
        {openLink && <Notice tone="warn">{t('candidates.move_ends_interview')}</Notice>}
        {leaves && (
          <Select
            label={t('candidates.reason')}
            value={reasonCode}
            onChange={setReason}
            options={reasons.map((reason) => ({ value: reason, label: t(`candidates.reason_${reason}`) }))}
          />
        )}
        <TextArea
          label={t('candidates.note')}
          help={t('candidates.note_help')}
          optional
          rows={3}
          maxLength={500}
          value={note}
          onChange={setNote}
        />
      </div>
    </Dialog>
  );
}

import { useState } from 'react';
import type { RoundView } from '#adapters/http/schemas/second-rounds.ts';
import { Button, buttonClass } from '../kit/button.tsx';
import { Dialog } from '../kit/dialog.tsx';
import { TextArea } from '../kit/field.tsx';
import { useLacks, useLanguage, useT } from '../kit/i18n.tsx';
import { useApi } from '../kit/session.tsx';
import { Badge, ProblemNotice, type Tone } from '../kit/states.tsx';
import { useToast } from '../kit/toast.tsx';
import { useMutation } from '../kit/use-mutation.ts';
import { ArrangeDialog } from './arrange-dialog.tsx';

interface Props {
  readonly round: RoundView;
  readonly onChanged: (round: RoundView) => void;
}

/** What the reader may do with a round: confirm, put it into a calendar, and for HR change, call off, write to the candidate. */
export function RoundActions(props: Props) {
  const t = useT();
  const api = useApi();
  const { round } = props;
  const [open, setOpen] = useState<'move' | 'cancel' | 'text' | null>(null);
  const close = () => setOpen(null);
  return (
    <div className="j-stack j-stack--tight">
      <CalendarLine {...props} />
      <div className="j-row">
        {round.actions.confirm && <ConfirmButton {...props} />}
        <a className={buttonClass()} href={api.address(`/second-rounds/${round.id}/calendar.ics`)} download>
          {t('rounds.ics')}
        </a>
        {round.candidateText && (
          <Button icon="copy" onClick={() => setOpen('text')}>
            {t('rounds.copy')}
          </Button>
        )}
        {round.actions.arrange && (
          <>
            <Button icon="edit" onClick={() => setOpen('move')}>
              {t('rounds.move')}
            </Button>
            <Button look="quiet" onClick={() => setOpen('cancel')}>
              {t('rounds.cancel')}
            </Button>
          </>
        )}
      </div>
      {open === 'move' && (
        <ArrangeDialog
          applicationId={round.applicationId}
          round={round}
          onSaved={props.onChanged}
          onClose={close}
        />
      )}
      {open === 'cancel' && <CancelDialog {...props} onClose={close} />}
      {open === 'text' && <CandidateText round={round} onClose={close} />}
    </div>
  );
}

function ConfirmButton(props: Props) {
  const t = useT();
  const api = useApi();
  const toast = useToast();
  const confirming = useMutation((id: string, idempotencyKey) =>
    api.post<RoundView>(`/second-rounds/${id}/confirm`, undefined, { idempotencyKey }),
  );
  const run = async () => {
    const answer = await confirming.run(props.round.id);
    if (!answer) return;
    props.onChanged(answer);
    toast({ text: t('rounds.confirm_done') });
  };
  return (
    <>
      <Button look="primary" icon="check" busy={confirming.busy} onClick={() => void run()}>
        {t('rounds.confirm')}
      </Button>
      <ProblemNotice problem={confirming.problem} />
    </>
  );
}

const tones: Readonly<Record<Exclude<RoundView['calendar']['state'], 'none'>, Tone>> = {
  wanted: 'info',
  done: 'good',
  failed: 'bad',
  uncertain: 'warn',
};

/** Whether the office app's calendar has it, and another try where it has not. */
function CalendarLine(props: Props) {
  const t = useT();
  const api = useApi();
  const { calendar, id } = props.round;
  const again = useMutation((roundId: string, idempotencyKey) =>
    api.post<RoundView>(`/second-rounds/${roundId}/calendar`, undefined, { idempotencyKey }),
  );
  if (calendar.state === 'none') return null;
  const stuck = calendar.state === 'failed' || calendar.state === 'uncertain';
  const run = async () => {
    const answer = await again.run(id);
    if (answer) props.onChanged(answer);
  };
  return (
    <div className="j-row">
      <Badge tone={tones[calendar.state]}>{t(`rounds.calendar_${calendar.state}`)}</Badge>
      {calendar.reason && <span className="j-small j-muted">{calendar.reason}</span>}
      {stuck && props.round.candidateText && (
        <Button icon="refresh" busy={again.busy} onClick={() => void run()}>
          {t('rounds.calendar_again')}
        </Button>
      )}
      <ProblemNotice problem={again.problem} />
    </div>
  );
}

function CancelDialog(props: Props & { readonly onClose: () => void }) {
  const t = useT();
  const lacks = useLacks();
  const api = useApi();
  const toast = useToast();
  const [reason, setReason] = useState('');
  const { round } = props;
  const cancelling = useMutation((body: object, idempotencyKey) =>
    api.post<RoundView>(`/second-rounds/${round.id}/cancel`, body, { idempotencyKey }),
  );
  const send = async () => {
    const answer = await cancelling.run({ revision: round.revision, reason: reason.trim() });
    if (!answer) return;
    props.onChanged(answer);
    props.onClose();
    toast({ text: t('rounds.called_off') });
  };
  return (
    <Dialog
      title={t('rounds.cancel_title')}
      onClose={props.onClose}
      footer={
        <>
          <Button onClick={props.onClose}>{t('common.back')}</Button>
          <Button
            look="danger"
            busy={cancelling.busy}
            lacks={lacks([reason.trim() === '' && t('rounds.cancel_reason')])}
            onClick={() => void send()}
          >
            {t('rounds.cancel')}
          </Button>
        </>
      }
    >
      <div className="j-stack">
        <p>{t('rounds.cancel_text')}</p>
        <TextArea
          label={t('rounds.cancel_reason')}
          help={t('rounds.cancel_help')}
          rows={2}
          maxLength={500}
          value={reason}
          error={cancelling.problem?.forField('reason') ?? null}
          onChange={setReason}
        />
        <ProblemNotice problem={cancelling.problem} />
      </div>
    </Dialog>
  );
}

function CandidateText(props: { readonly round: RoundView; readonly onClose: () => void }) {
  const t = useT();
  const toast = useToast();
  const lang = useLanguage().locale === 'zh-CN' ? 'zh' : 'en';
  const text = props.round.candidateText?.[lang] ?? '';
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      toast({ text: t('common.copied') });
    } catch {
      // Plain http addresses have no clipboard; the text stands here to be marked by hand.
      toast({ text: t('common.copy_by_hand') });
    }
  };
  return (
    <Dialog
      title={t('rounds.copy_text')}
      onClose={props.onClose}
      footer={
        <>
          <Button onClick={props.onClose}>{t('common.close')}</Button>
          <Button look="primary" icon="copy" onClick={() => void copy()}>
            {t('common.copy')}
          </Button>
        </>
      }
    >
      <TextArea
        label={t('rounds.copy_text')}
        labelHidden
        readOnly
        rows={7}
        value={text}
        onChange={() => undefined}
      />
    </Dialog>
  );
}

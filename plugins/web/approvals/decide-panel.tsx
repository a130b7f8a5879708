import { useState } from 'react';
import type { ApprovalView } from '#adapters/http/schemas/approvals.ts';
import { Button } from '../kit/button.tsx';
import { Dialog } from '../kit/dialog.tsx';
import { TextArea } from '../kit/field.tsx';
import { useT } from '../kit/i18n.tsx';
import { useApi } from '../kit/session.tsx';
import { ProblemNotice } from '../kit/states.tsx';
import { useToast } from '../kit/toast.tsx';
import { useMutation } from '../kit/use-mutation.ts';
import { ColleaguePicker } from './colleague-picker.tsx';

/** Agree or refuse with a reason, or pass it on. */
export function DecidePanel(props: {
  readonly view: ApprovalView;
  readonly onChanged: (view: ApprovalView) => void;
}) {
  const t = useT();
  const api = useApi();
  const toast = useToast();
  const [reason, setReason] = useState('');
  const [missing, setMissing] = useState(false);
  const [passing, setPassing] = useState(false);
  const decision = useMutation((body: object, idempotencyKey) =>
    api.post<ApprovalView>(`/approvals/${props.view.id}/decision`, body, { idempotencyKey }),
  );
  const decide = async (verdict: 'agreed' | 'refused') => {
    const lacks = verdict === 'refused' && reason.trim() === '';
    setMissing(lacks);
    if (lacks) return;
    const next = await decision.run({ verdict, reason: reason.trim() });
    if (!next) return;
    toast({ text: t(`approvals.${verdict}`) });
    props.onChanged(next);
  };
  return (
    <section className="j-card j-stack" aria-labelledby="decide-title">
      <h2 id="decide-title">{t('approvals.decide')}</h2>
      <ProblemNotice problem={decision.problem} />
      <TextArea
        label={t('approvals.reason')}
        help={t('approvals.reason_help')}
        error={missing ? t('approvals.reason_missing') : null}
        rows={3}
        maxLength={500}
        value={reason}
        onChange={(text) => {
          setReason(text);
          setMissing(false);
        }}
      />
      <div className="j-approval-buttons">
        <Button look="danger" busy={decision.busy} onClick={() => void decide('refused')}>
          {t('approvals.refuse')}
        </Button>
        <Button look="primary" busy={decision.busy} onClick={() => void decide('agreed')}>
          {t('approvals.agree')}
        </Button>
      </div>
      <div className="j-row j-row--end">
        <Button onClick={() => setPassing(true)}>{t('approvals.pass_on')}</Button>
      </div>
      {passing && (
        <PassOnDialog id={props.view.id} onClose={() => setPassing(false)} onChanged={props.onChanged} />
      )}
    </section>
  );
}

function PassOnDialog(props: {
  readonly id: string;
  readonly onClose: () => void;
  readonly onChanged: (view: ApprovalView) => void;
}) {
  const t = useT();
  const api = useApi();
  const toast = useToast();
  const [to, setTo] = useState<string | null>(null);
  const [reason, setReason] = useState('');
  const pass = useMutation((body: object, idempotencyKey) =>
    api.post<ApprovalView>(`/approvals/${props.id}/pass-on`, body, { idempotencyKey }),
  );
  const send = async () => {
    const next = await pass.run({ to, reason: reason.trim() });
    if (!next) return;
    toast({ text: t('approvals.passed_on') });
    props.onChanged(next);
    props.onClose();
  };
  return (
    <Dialog
      title={t('approvals.pass_on_title')}
      onClose={props.onClose}
      footer={
        <>
          <Button onClick={props.onClose}>{t('common.cancel')}</Button>
          <Button look="primary" busy={pass.busy} disabled={to === null} onClick={() => void send()}>
            {t('approvals.pass_on')}
          </Button>
        </>
      }
    >
      <div className="j-stack">
        <ProblemNotice problem={pass.problem} />
        <ColleaguePicker legend={t('approvals.pass_on_to')} value={to} onChange={({ key }) => setTo(key)} />
        <TextArea
          label={t('approvals.reason')}
          optional
          rows={2}
          maxLength={500}
          value={reason}
          onChange={setReason}
        />
      </div>
    </Dialog>
  );
}

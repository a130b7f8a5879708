import { useState } from 'react';
import type { OfferView } from '#adapters/http/schemas/offers.ts';
import { Button } from '../kit/button.tsx';
import { Dialog } from '../kit/dialog.tsx';
import { Select, TextArea } from '../kit/field.tsx';
import { useT } from '../kit/i18n.tsx';
import { useApi } from '../kit/session.tsx';
import { ProblemNotice } from '../kit/states.tsx';
import { useToast } from '../kit/toast.tsx';
import { useMutation } from '../kit/use-mutation.ts';

export type OfferMove = 'sent' | 'accepted' | 'declined' | 'withdrawn';
const reasons = ['other_offer', 'pay', 'place_or_shift', 'not_reachable', 'other'] as const;
type Reason = (typeof reasons)[number];

/** Records what became of an offer; a declined one asks why. */
export function OfferMoveDialog(props: {
  readonly applicationId: string;
  readonly to: OfferMove;
  readonly onMoved: (view: OfferView) => void;
  readonly onClose: () => void;
}) {
  const t = useT();
  const api = useApi();
  const toast = useToast();
  const { to } = props;
  const [reasonCode, setReason] = useState<Reason>('other_offer');
  const [note, setNote] = useState('');
  const move = useMutation((body: object, idempotencyKey) =>
    api.post<OfferView>(`/applications/${props.applicationId}/offer/move`, body, { idempotencyKey }),
  );
  const declined = to === 'declined';
  const send = async () => {
    const next = await move.run({
      to,
      ...(declined ? { reasonCode } : {}),
      ...(note.trim() ? { note: note.trim() } : {}),
    });
    if (!next) return;
    toast({ text: t('approvals.offer_recorded') });
    props.onMoved(next);
    props.onClose();
  };
  return (
    <Dialog
      title={t(`approvals.offer_${to}`)}
      onClose={props.onClose}
      footer={
        <>
          <Button onClick={props.onClose}>{t('common.cancel')}</Button>
          <Button
            look={to === 'withdrawn' ? 'danger' : 'primary'}
            busy={move.busy}
            onClick={() => void send()}
          >
            {t(`approvals.offer_${to}`)}
          </Button>
        </>
      }
    >
      <div className="j-stack">
        <ProblemNotice problem={move.problem} />
        {declined && <p>{t('approvals.offer_declined_text')}</p>}
        {to === 'withdrawn' && <p>{t('approvals.offer_withdraw_text')}</p>}
        {declined && (
          <Select
            label={t('candidates.reason')}
            value={reasonCode}
            onChange={setReason}
            options={reasons.map((reason) => ({ value: reason, label: t(`candidates.reason_${reason}`) }))}
          />
        )}
        <TextArea
          label={t('candidates.note')}
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

import { useState } from 'react';
import type { ApplicationView } from '#adapters/http/schemas/candidates.ts';
import { Button } from '../kit/button.tsx';
import { Checkbox, RadioGroup } from '../kit/choice.tsx';
import { Dialog } from '../kit/dialog.tsx';
import { useT } from '../kit/i18n.tsx';
import { useNavigate } from '../kit/router.tsx';
import { useApi } from '../kit/session.tsx';
import { Notice, ProblemNotice } from '../kit/states.tsx';
import { useToast } from '../kit/toast.tsx';
import { useMutation } from '../kit/use-mutation.ts';

const reasons = ['candidate_request', 'purpose_ended', 'entered_by_mistake'] as const;
type Reason = (typeof reasons)[number];

/** Erasing a person: what goes, what stays, why, and a tick, because it cannot be taken back. */
export function EraseDialog(props: { readonly view: ApplicationView; readonly onClose: () => void }) {
  const t = useT();
  const api = useApi();
  const navigate = useNavigate();
  const toast = useToast();
  const { candidate, otherApplications } = props.view;
  const [reason, setReason] = useState<Reason>('candidate_request');
  const [sure, setSure] = useState(false);
  const [tried, setTried] = useState(false);
  const erase = useMutation<Reason, true>(async (why, idempotencyKey) => {
    await api.post(`/candidates/${candidate.id}/erase`, { reason: why }, { idempotencyKey });
    return true;
  });
  const send = async () => {
    setTried(true);
    if (!sure || !(await erase.run(reason))) return;
    navigate('/candidates', { force: true });
    toast({ text: t('candidates.erased') });
  };
  return (
    <Dialog
      title={t('candidates.erase_title', { name: candidate.name ?? t('candidates.unnamed') })}
      onClose={props.onClose}
      footer={
        <>
          <Button onClick={props.onClose}>{t('common.cancel')}</Button>
          <Button look="danger" busy={erase.busy} onClick={send}>
            {t('candidates.erase')}
          </Button>
        </>
      }
    >
      <div className="j-stack">
        <ProblemNotice problem={erase.problem} />
        <p>{t('candidates.erase_goes')}</p>
        <p>{t('candidates.erase_stays')}</p>
        {otherApplications.length > 0 && (
          <Notice tone="warn">
            {t('candidates.erase_others', { jobs: otherApplications.map((one) => one.jobTitle).join(' / ') })}
          </Notice>
        )}
        <RadioGroup
          legend={t('candidates.erase_reason')}
          value={reason}
          onChange={setReason}
          options={reasons.map((one) => ({ value: one, label: t(`candidates.erase_${one}`) }))}
        />
        <Checkbox
          label={t('candidates.erase_sure')}
          checked={sure}
          onChange={setSure}
          error={tried && !sure ? t('candidates.erase_tick') : null}
        />
      </div>
    </Dialog>
  );
}

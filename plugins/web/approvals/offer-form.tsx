import { useState } from 'react';
import type { OfferView } from '#adapters/http/schemas/offers.ts';
import { Button } from '../kit/button.tsx';
import { Dialog } from '../kit/dialog.tsx';
import { TextArea, TextInput } from '../kit/field.tsx';
import { useT } from '../kit/i18n.tsx';
import { useApi } from '../kit/session.tsx';
import { Notice, ProblemNotice } from '../kit/states.tsx';
import { useToast } from '../kit/toast.tsx';
import { useMutation } from '../kit/use-mutation.ts';
import './approvals.css';

type Terms = OfferView['suggested'];

/** Writes or changes the terms of an offer. */
export function OfferForm(props: {
  readonly applicationId: string;
  readonly view: OfferView;
  /** Revision of the version that is changed; 0 for a new one. */
  readonly revision: number;
  readonly onSaved: (view: OfferView) => void;
  readonly onClose: () => void;
}) {
  const t = useT();
  const api = useApi();
  const toast = useToast();
  const [terms, setTerms] = useState<Terms>(props.view.suggested);
  const [pay, setPay] = useState(terms.monthlyPay === null ? '' : String(terms.monthlyPay));
  const set = (change: Partial<Terms>) => setTerms((before) => ({ ...before, ...change }));
  const save = useMutation((body: object, idempotencyKey) =>
    api.put<OfferView>(`/applications/${props.applicationId}/offer`, body, { idempotencyKey }),
  );
  const badPay = pay !== '' && !/^\d+(\.\d+)?$/.test(pay);
  const send = async () => {
    const monthlyPay = pay === '' ? null : Number(pay);
    const next = await save.run({ terms: { ...terms, monthlyPay }, revision: props.revision });
    if (!next) return;
    toast({ text: t('approvals.offer_saved') });
    props.onSaved(next);
    props.onClose();
  };
  return (
    <Dialog
      wide
      title={t('approvals.offer_write')}
      onClose={props.onClose}
      footer={
        <>
          <Button onClick={props.onClose}>{t('common.cancel')}</Button>
          <Button look="primary" busy={save.busy} disabled={badPay} onClick={() => void send()}>
            {t('common.save')}
          </Button>
        </>
      }
    >
      <div className="j-stack">
        <ProblemNotice problem={save.problem} />
        {props.view.current?.state === 'approved' && (
          <Notice tone="warn">{t('approvals.offer_changes_approval')}</Notice>
        )}
        <TermsFields terms={terms} onChange={set} pay={pay} onPay={setPay} />
      </div>
    </Dialog>
  );
}

function TermsFields(props: {
  readonly terms: Terms;
  readonly onChange: (change: Partial<Terms>) => void;
  readonly pay: string;
  readonly onPay: (pay: string) => void;
}) {
  const t = useT();
  const { terms, onChange: set } = props;
  return (
    <>
      <div className="j-approval-pair">
        <TextInput
          label={t('approvals.field_position')}
          maxLength={80}
          value={terms.position}
          onChange={(position) => set({ position })}
        />
        <TextInput
          label={t('approvals.field_department')}
          optional
          maxLength={80}
          value={terms.department}
          onChange={(department) => set({ department })}
        />
        <TextInput
          label={t('approvals.field_salary')}
          help={t('approvals.salary_help')}
          maxLength={200}
          value={terms.salary}
          onChange={(salary) => set({ salary })}
        />
        <TextInput
          label={t('approvals.field_monthly_pay')}
          help={t('approvals.monthly_help')}
          optional
          inputMode="decimal"
          value={props.pay}
          onChange={props.onPay}
        />
        <TextInput
          type="date"
          label={t('approvals.field_start_date')}
          value={terms.startDate}
          onChange={(startDate) => set({ startDate })}
        />
        <TextInput
          label={t('approvals.field_probation')}
          optional
          maxLength={80}
          value={terms.probation}
          onChange={(probation) => set({ probation })}
        />
        <TextInput
          label={t('approvals.field_location')}
          optional
          maxLength={120}
          value={terms.location}
          onChange={(location) => set({ location })}
        />
      </div>
      <TextArea
        label={t('approvals.field_note')}
        optional
        rows={3}
        maxLength={1000}
        value={terms.note}
        onChange={(note) => set({ note })}
      />
    </>
  );
}

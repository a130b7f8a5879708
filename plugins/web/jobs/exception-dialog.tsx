import { useState } from 'react';
import type { JobFinding } from '#core/job/job-finding.ts';
import { Button } from '../kit/button.tsx';
import { Dialog } from '../kit/dialog.tsx';
import { TextArea } from '../kit/field.tsx';
import { useT } from '../kit/i18n.tsx';
import type { JobDraft } from './use-job-draft.ts';

/** Gives, changes or takes back the legal reason for wording that the check blocks. */
export function ExceptionDialog(props: {
  readonly wording: NonNullable<JobFinding['wording']>;
  readonly editing: Pick<JobDraft, 'draft' | 'change'>;
  readonly onClose: () => void;
}) {
  const t = useT();
  const { rule, quote } = props.wording;
  const { draft, change } = props.editing;
  const isThis = (one: { readonly rule: string; readonly quote: string }) =>
    one.rule === rule && one.quote === quote;
  const given = draft.wordingExceptions?.find(isThis);
  const [reason, setReason] = useState(given?.reason ?? '');
  const [tried, setTried] = useState(false);
  const keep = (next: string | null) => {
    change((before) => ({
      ...before,
      wordingExceptions: [
        ...(before.wordingExceptions ?? []).filter((one) => !isThis(one)),
        ...(next === null ? [] : [{ rule, quote, reason: next }]),
      ],
    }));
    props.onClose();
  };
  const save = () => {
    setTried(true);
    if (reason.trim() !== '') keep(reason.trim());
  };
  return (
    <Dialog
      title={t('jobs.reason_title', { quote })}
      onClose={props.onClose}
      footer={
        <>
          {given && <Button onClick={() => keep(null)}>{t('jobs.reason_take_back')}</Button>}
          <Button onClick={props.onClose}>{t('common.cancel')}</Button>
          <Button look="primary" onClick={save}>
            {t('jobs.reason_save')}
          </Button>
        </>
      }
    >
      <div className="j-stack">
        <p>{t('jobs.reason_text')}</p>
        <TextArea
          label={t('jobs.reason_label')}
          placeholder={t('jobs.reason_example')}
          data-autofocus
          rows={3}
          maxLength={500}
          value={reason}
          error={tried && reason.trim() === '' ? t('jobs.reason_missing') : null}
          onChange={setReason}
        />
      </div>
    </Dialog>
  );
}

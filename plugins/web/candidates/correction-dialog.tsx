import { useState } from 'react';
import type { ApplicationView, ScreeningView } from '#adapters/http/schemas/candidates.ts';
import { Button } from '../kit/button.tsx';
import { RadioGroup } from '../kit/choice.tsx';
import { Dialog } from '../kit/dialog.tsx';
import { TextArea } from '../kit/field.tsx';
import { useLanguage } from '../kit/i18n.tsx';
import { useApi } from '../kit/session.tsx';
import { ProblemNotice } from '../kit/states.tsx';
import { useMutation } from '../kit/use-mutation.ts';
import type { ScreeningWord } from './candidate-words.tsx';

const words = ['match', 'unclear', 'mismatch'] as const;

/** A person's word on one rule: the result that counts from now on, and why. */
export function CorrectionDialog(props: {
  readonly rule: ScreeningView['rules'][number];
  readonly view: ApplicationView;
  readonly onChanged: (view: ApplicationView) => void;
  readonly onClose: () => void;
}) {
  const { t, locale } = useLanguage();
  const api = useApi();
  const { rule } = props;
  const [result, setResult] = useState<ScreeningWord>(rule.result);
  const [reason, setReason] = useState(rule.correction?.reason ?? '');
  const [tried, setTried] = useState(false);
  const save = useMutation<
    { readonly ruleId: string; readonly result: ScreeningWord; readonly reason: string },
    ApplicationView
  >((body, idempotencyKey) =>
    api.post(`/applications/${props.view.id}/screening/corrections`, body, { idempotencyKey }),
  );
  const short = reason.trim().length < 2;
  const send = async () => {
    setTried(true);
    if (short) return;
    const next = await save.run({ ruleId: rule.ruleId, result, reason: reason.trim() });
    if (!next) return;
    props.onChanged(next);
    props.onClose();
  };
  return (
    <Dialog
      title={rule.label[locale === 'zh-CN' ? 'zh' : 'en']}
      onClose={props.onClose}
      footer={
        <>
          <Button onClick={props.onClose}>{t('common.cancel')}</Button>
          <Button look="primary" busy={save.busy} onClick={send}>
            {t('common.save')}
          </Button>
        </>
      }
    >
      <div className="j-stack">
        <ProblemNotice problem={save.problem} />
        {rule.quote && <blockquote className="j-quote">{rule.quote}</blockquote>}
        <RadioGroup
          legend={t('candidates.your_result')}
          value={result}
          onChange={setResult}
          options={words.map((word) => ({
            value: word,
            label: t(`candidates.screening_${word}`),
            help: t(`candidates.screening_${word}_help`),
          }))}
        />
        <TextArea
          label={t('candidates.your_reason')}
          help={t('candidates.your_reason_help')}
          value={reason}
          maxLength={300}
          error={tried && short ? t('candidates.fault_needed') : null}
          onChange={setReason}
        />
      </div>
    </Dialog>
  );
}

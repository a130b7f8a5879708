import { useState } from 'react';
import type { CorrectionView } from '#adapters/http/schemas/me.ts';
import { Button } from '../kit/button.tsx';
import { RadioGroup } from '../kit/choice.tsx';
import { Dialog } from '../kit/dialog.tsx';
import { TextArea } from '../kit/field.tsx';
import { useLacks, useT } from '../kit/i18n.tsx';
import { useApi } from '../kit/session.tsx';
import { ProblemNotice } from '../kit/states.tsx';
import { useToast } from '../kit/toast.tsx';
import { useMutation } from '../kit/use-mutation.ts';

/** Answers a request; the candidate reads these words. */
export function AnswerDialog(props: {
  readonly request: CorrectionView;
  readonly onClose: () => void;
  readonly onDone: () => void;
}) {
  const t = useT();
  const lacks = useLacks();
  const api = useApi();
  const toast = useToast();
  const { request, onClose } = props;
  const [outcome, setOutcome] = useState<'done' | 'declined' | null>(null);
  const [answer, setAnswer] = useState('');
  const send = useMutation(async (body: object, idempotencyKey) => {
    await api.post(`/corrections/${request.id}/answer`, body, { idempotencyKey });
    return true;
  });
  const submit = async () => {
    if (!(await send.run({ outcome, answer: answer.trim() }))) return;
    toast({ text: t('me.hr_sent') });
    props.onDone();
  };
  return (
    <Dialog
      wide
      title={t('me.hr_answer_title', { name: request.candidateName ?? t('me.hr_unnamed') })}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{t('common.cancel')}</Button>
          <Button
            look="primary"
            busy={send.busy}
            lacks={lacks([outcome === null && t('me.hr_outcome'), answer.trim() === '' && t('me.hr_words')])}
            onClick={submit}
          >
            {t('me.hr_send')}
          </Button>
        </>
      }
    >
      <div className="j-stack">
        <ProblemNotice problem={send.problem} />
        <p className="j-request__text">{request.text}</p>
        <RadioGroup
          legend={t('me.hr_outcome')}
          value={outcome}
          onChange={setOutcome}
          options={[
            { value: 'done', label: t('me.hr_done') },
            { value: 'declined', label: t('me.hr_declined') },
          ]}
        />
        <TextArea
          label={t('me.hr_words')}
          help={t('me.hr_words_help')}
          value={answer}
          onChange={setAnswer}
          maxLength={2000}
          error={send.problem?.forField('answer') ?? null}
        />
      </div>
    </Dialog>
  );
}

import { useState } from 'react';
import type { RescoredView } from '#adapters/http/schemas/reports.ts';
import type { QuestionRow } from '#core/report/report-document.ts';
import { Button } from '../kit/button.tsx';
import { Dialog } from '../kit/dialog.tsx';
import { TextArea } from '../kit/field.tsx';
import { useLacks, useT } from '../kit/i18n.tsx';
import { useApi } from '../kit/session.tsx';
import { ProblemNotice } from '../kit/states.tsx';
import { useToast } from '../kit/toast.tsx';
import { useMutation } from '../kit/use-mutation.ts';
import { useReport } from './report-context.tsx';

/** Mends what a recogniser misheard; saving scores again. */
export function TranscriptDialog(props: {
  readonly turn: QuestionRow['turns'][number];
  readonly onClose: () => void;
}) {
  const t = useT();
  const lacks = useLacks();
  const api = useApi();
  const toast = useToast();
  const { document, show } = useReport();
  const { turn } = props;
  const [text, setText] = useState(turn.text);
  const save = useMutation((body: { text: string }, idempotencyKey) =>
    api.put<RescoredView>(
      `/applications/${document.application.id}/answers/${turn.answerId}/transcript`,
      body,
      { idempotencyKey },
    ),
  );
  const send = async () => {
    const answer = await save.run({ text: text.trim() });
    if (!answer) return;
    show(answer.view);
    toast({ text: t(answer.changed ? 'reports.rescored' : 'reports.rescore_same') });
    props.onClose();
  };
  return (
    <Dialog
      wide
      title={t('reports.correct_title')}
      onClose={props.onClose}
      footer={
        <>
          <Button onClick={props.onClose}>{t('common.cancel')}</Button>
          <Button
            look="primary"
            busy={save.busy}
            lacks={lacks([text.trim() === '' && t('reports.correct')])}
            onClick={send}
          >
            {t('common.save')}
          </Button>
        </>
      }
    >
      <div className="j-stack">
        <ProblemNotice problem={save.problem} />
        <TextArea
          label={t('reports.correct')}
          help={t('reports.correct_help')}
          rows={10}
          value={text}
          onChange={setText}
          maxLength={20_000}
          error={save.problem?.forField('text') ?? null}
          data-autofocus
        />
      </div>
    </Dialog>
  );
}

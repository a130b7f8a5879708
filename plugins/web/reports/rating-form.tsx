import { useState } from 'react';
import type { ReportView } from '#adapters/http/schemas/reports.ts';
import type { QuestionRow, ReportDocument } from '#core/report/report-document.ts';
import { Button } from '../kit/button.tsx';
import { type Choice, Select, TextInput } from '../kit/field.tsx';
import { useT } from '../kit/i18n.tsx';
import { useUnsavedGuard } from '../kit/router.tsx';
import { useApi } from '../kit/session.tsx';
import { ProblemNotice } from '../kit/states.tsx';
import { useToast } from '../kit/toast.tsx';
import { useMutation } from '../kit/use-mutation.ts';
import { useLang, useReport } from './report-context.tsx';

interface Row {
  readonly questionId: string;
  readonly dimension: string;
  /** `''` not chosen, `none` cannot tell, else a number. */
  readonly score: string;
  readonly note: string;
}

const steps = ['1', '1.5', '2', '2.5', '3', '3.5', '4', '4.5', '5'] as const;

function firstRows(document: ReportDocument, ownRunId: string | null): readonly Row[] {
  const own = document.ratings.find(({ runId }) => runId === ownRunId);
  return document.questions.flatMap((question) =>
    question.dimensions.map((dimension) => {
      const before = own?.items.find(
        (item) => item.questionId === question.id && item.dimension === dimension,
      );
      return {
        questionId: question.id,
        dimension,
        score: before ? String(before.score ?? 'none') : '',
        note: before?.note ?? '',
      };
    }),
  );
}

function Item(props: { readonly row: Row; readonly onChange: (row: Row) => void }) {
  const t = useT();
  const lang = useLang();
  const { document } = useReport();
  const { row } = props;
  const dimension = document.dimensions.find(({ code }) => code === row.dimension);
  const name = dimension?.name[lang] ?? row.dimension;
  const options: readonly Choice[] = [
    { value: '', label: t('reports.not_rated_yet'), disabled: true },
    ...steps.map((value) => ({ value, label: value })),
    { value: 'none', label: t('reports.cannot_tell') },
  ];
  return (
    <div className="j-rate">
      <div className="j-rate__fields">
        <Select
          label={t('reports.rate_item', { dimension: name })}
          value={row.score}
          onChange={(score) => props.onChange({ ...row, score })}
          options={options}
        />
        <TextInput
          label={t('reports.rate_note')}
          optional
          value={row.note}
          maxLength={1000}
          onChange={(note) => props.onChange({ ...row, note })}
        />
      </div>
      <div className="j-rate__anchors">
        <p className="j-small j-muted">
          {name} · {t('reports.anchors')}
        </p>
        <ol className="j-anchors j-small">
          {dimension?.anchors.map((anchor) => (
            <li key={anchor.zh}>{anchor[lang]}</li>
          ))}
        </ol>
      </div>
    </div>
  );
}

/** What was said, beside the form: on a phone the answer itself is screens away. */
function Said({ question }: { readonly question: QuestionRow }) {
  const t = useT();
  const said = question.turns.filter(({ skipped, text }) => !skipped && text.trim() !== '');
  if (said.length === 0) return null;
  return (
    <details className="j-evidence">
      <summary>{t('reports.rate_said')}</summary>
      {said.map(({ answerId, probe, text }) => (
        <div key={answerId}>
          {probe && <p className="j-small j-muted">{t('reports.follow_up', { text: probe })}</p>}
          <p className="j-transcript">{text}</p>
        </div>
      ))}
    </details>
  );
}

function QuestionRatings(props: {
  readonly question: QuestionRow;
  readonly number: number;
  readonly rows: readonly Row[];
  readonly onChange: (row: Row) => void;
}) {
  const t = useT();
  const lang = useLang();
  return (
    <fieldset className="j-rate-question">
      <legend>
        <span className="j-muted">{t('reports.question_n', { number: props.number })}</span>{' '}
        {props.question.text[lang]}
      </legend>
      <Said question={props.question} />
      {props.rows.map((row) => (
        <Item key={row.dimension} row={row} onChange={props.onChange} />
      ))}
    </fieldset>
  );
}

/** One's own rating of every question and dimension with the anchors beside it. */
export function RatingForm(props: { readonly onDone?: () => void }) {
  const t = useT();
  const api = useApi();
  const toast = useToast();
  const { document, actions, show } = useReport();
  const [rows, setRows] = useState(() => firstRows(document, actions.ownRunId));
  const [dirty, setDirty] = useState(false);
  useUnsavedGuard(dirty);
  const rate = useMutation((ratings: readonly object[], idempotencyKey) =>
    api.post<ReportView>(`/applications/${document.application.id}/ratings`, { ratings }, { idempotencyKey }),
  );
  const change = (next: Row) => {
    setDirty(true);
    setRows((before) =>
      before.map((row) =>
        row.questionId === next.questionId && row.dimension === next.dimension ? next : row,
      ),
    );
  };
  const left = rows.filter(({ score }) => score === '').length;
  const send = async () => {
    const view = await rate.run(
      rows.map(({ score, ...row }) => ({ ...row, score: score === 'none' ? null : Number(score) })),
    );
    if (!view) return;
    setDirty(false);
    show(view);
    toast({ text: t('reports.rated') });
    props.onDone?.();
  };
  return (
    <div className="j-card j-stack">
      <p className="j-small j-muted">{t('reports.rate_help')}</p>
      {document.questions.map((question, index) => (
        <QuestionRatings
          key={question.id}
          question={question}
          number={index + 1}
          rows={rows.filter(({ questionId }) => questionId === question.id)}
          onChange={change}
        />
      ))}
      <ProblemNotice problem={rate.problem} />
      <div className="j-row j-row--end">
        {props.onDone && <Button onClick={props.onDone}>{t('common.cancel')}</Button>}
        <Button
          look="primary"
          busy={rate.busy}
          lacks={left > 0 ? t('reports.rate_open', { count: left }) : null}
          onClick={send}
        >
          {t('reports.rate_submit')}
        </Button>
      </div>
    </div>
  );
}

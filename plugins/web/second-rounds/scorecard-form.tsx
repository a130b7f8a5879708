import { useState } from 'react';
import type { RoundView, ScorecardBody } from '#adapters/http/schemas/second-rounds.ts';
import { recommendations } from '#core/second-round/second-round.ts';
import { Button } from '../kit/button.tsx';
import { RadioGroup } from '../kit/choice.tsx';
import { Select, TextArea, TextInput } from '../kit/field.tsx';
import { useLacks, useLanguage, useT } from '../kit/i18n.tsx';
import { useUnsavedGuard } from '../kit/router.tsx';
import { useApi } from '../kit/session.tsx';
import { ProblemNotice } from '../kit/states.tsx';
import { useToast } from '../kit/toast.tsx';
import { useMutation } from '../kit/use-mutation.ts';

const steps = ['1', '1.5', '2', '2.5', '3', '3.5', '4', '4.5', '5'] as const;

interface Row {
  readonly dimension: string;
  /** `''` not chosen, `none` cannot tell, else a number. */
  readonly score: string;
  readonly note: string;
}

function firstRows(round: RoundView): readonly Row[] {
  const own = round.scorecards.find((card) => card.own);
  return round.dimensions.map(({ code }) => {
    const before = own?.ratings.find(({ dimension }) => dimension === code);
    return {
      dimension: code,
      score: before ? String(before.score ?? 'none') : '',
      note: before?.note ?? '',
    };
  });
}

/** The reader's own scorecard: each dimension with its anchors beside it, a recommendation and a sentence. */
export function ScorecardForm(props: {
  readonly round: RoundView;
  readonly onSaved: (round: RoundView) => void;
}) {
  const t = useT();
  const lacks = useLacks();
  const api = useApi();
  const toast = useToast();
  const { round } = props;
  const own = round.scorecards.find((card) => card.own);
  const [rows, setRows] = useState(() => firstRows(round));
  const [recommendation, setRecommendation] = useState(own?.recommendation ?? null);
  const [summary, setSummary] = useState(own?.summary ?? '');
  const [dirty, setDirty] = useState(false);
  useUnsavedGuard(dirty);
  const saving = useMutation((body: ScorecardBody, idempotencyKey) =>
    api.put<RoundView>(`/second-rounds/${round.id}/scorecard`, body, { idempotencyKey }),
  );
  const change = (next: Row) => {
    setDirty(true);
    setRows((before) => before.map((row) => (row.dimension === next.dimension ? next : row)));
  };
  const left = rows.filter(({ score }) => score === '').length;
  const send = async () => {
    if (recommendation === null) return;
    const ratings = rows.map(({ score, ...row }) => ({
      ...row,
      score: score === 'none' ? null : Number(score),
    }));
    const answer = await saving.run({ ratings, recommendation, summary: summary.trim() });
    if (!answer) return;
    setDirty(false);
    props.onSaved(answer);
    toast({ text: t('rounds.scorecard_given') });
  };
  return (
    <div className="j-card j-stack">
      <h2>{t('rounds.scorecard')}</h2>
      <p className="j-small j-muted">{t('rounds.scorecard_help')}</p>
      {rows.map((row) => (
        <DimensionRow key={row.dimension} round={round} row={row} onChange={change} />
      ))}
      <RadioGroup
        legend={t('rounds.recommend')}
        value={recommendation}
        onChange={(value) => {
          setDirty(true);
          setRecommendation(value);
        }}
        options={recommendations.map((value) => ({ value, label: t(`rounds.recommend_${value}`) }))}
      />
      <TextArea
        label={t('rounds.summary')}
        rows={3}
        maxLength={2000}
        value={summary}
        error={saving.problem?.forField('summary') ?? null}
        onChange={(value) => {
          setDirty(true);
          setSummary(value);
        }}
      />
      <ProblemNotice problem={saving.problem} />
      <div className="j-row j-row--end">
        <Button
          look="primary"
          busy={saving.busy}
          lacks={lacks([
            left > 0 && t('reports.ratings_open', { count: left }),
            recommendation === null && t('rounds.recommend'),
            summary.trim() === '' && t('rounds.summary'),
          ])}
          onClick={() => void send()}
        >
          {t('reports.rate_submit')}
        </Button>
      </div>
    </div>
  );
}

function DimensionRow(props: {
  readonly round: RoundView;
  readonly row: Row;
  readonly onChange: (row: Row) => void;
}) {
  const t = useT();
  const lang = useLanguage().locale === 'zh-CN' ? 'zh' : 'en';
  const { row, onChange } = props;
  const dimension = props.round.dimensions.find(({ code }) => code === row.dimension);
  const name = dimension?.name[lang] ?? row.dimension;
  return (
    <div className="j-scorecard-row">
      <div className="j-stack j-stack--tight">
        <Select
          label={t('reports.rate_item', { dimension: name })}
          value={row.score}
          onChange={(score) => onChange({ ...row, score })}
          options={[
            { value: '', label: t('reports.not_rated_yet'), disabled: true },
            ...steps.map((value) => ({ value, label: value })),
            { value: 'none', label: t('reports.cannot_tell') },
          ]}
        />
        <TextInput
          label={t('reports.rate_note')}
          optional
          maxLength={1000}
          value={row.note}
          onChange={(note) => onChange({ ...row, note })}
        />
      </div>
      <div>
        <p className="j-small j-muted">
          {name} · {t('reports.anchors')}
        </p>
        <ol className="j-scorecard-anchors j-small">
          {dimension?.anchors.map((anchor) => (
            <li key={anchor.zh}>{anchor[lang]}</li>
          ))}
        </ol>
      </div>
    </div>
  );
}

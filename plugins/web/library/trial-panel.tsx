import { type FormEvent, useState } from 'react';
import type { TrialBody, TrialView } from '#adapters/http/schemas/dimensions.ts';
import type { Dimension } from '#core/template/schemas/dimension.ts';
import { Button } from '../kit/button.tsx';
import { Select, TextArea } from '../kit/field.tsx';
import { useT } from '../kit/i18n.tsx';
import { useApi } from '../kit/session.tsx';
import { ProblemNotice } from '../kit/states.tsx';
import { useMutation } from '../kit/use-mutation.ts';
import { useWritingLanguage } from '../rubric-builder/builder-context.tsx';
import { bodyOf, type DimensionForm, withExemplar } from './dimension-form.ts';
import { TrialResult } from './trial-result.tsx';

/** A result with the answer that it is about, so that editing the answer does not move its marks. */
interface Tried {
  readonly answer: string;
  readonly result: TrialView;
}

const sampleLevels = ['1', '3', '5'] as const;

/** Type an answer and see what the embedded scorer makes of it by the words on this page, saved or not. */
export function TrialPanel(props: {
  readonly form: DimensionForm;
  readonly stored: Dimension | null;
  readonly onChange: (form: DimensionForm) => void;
}) {
  const t = useT();
  const api = useApi();
  const language = useWritingLanguage();
  const { form, stored, onChange } = props;
  const named = form.words.name.trim() || t('library.trial_this');
  const [question, setQuestion] = useState<string | null>(null);
  const [type, setType] = useState<'behavioural' | 'situational'>('behavioural');
  const [answer, setAnswer] = useState('');
  const [tried, setTried] = useState<Tried | null>(null);
  const trial = useMutation((body: TrialBody) => api.post<TrialView>('/dimension-trials', body));
  const asked = question ?? t(`library.trial_question_${type}`, { name: named });
  const written =
    form.words.name.trim() !== '' &&
    form.words.definition.trim() !== '' &&
    form.words.anchors.every((anchor) => anchor.trim() !== '');
  const run = async (event: FormEvent) => {
    event.preventDefault();
    const { name, definition, anchors, signs } = bodyOf(form, stored, language);
    const lang = /\p{Script=Han}/u.test(answer) ? 'zh' : 'en';
    const text = answer.trim();
    const result = await trial.run({
      dimension: { name, definition, anchors, signs },
      question: { text: asked, type },
      answer: text,
      lang,
    });
    if (result) setTried({ answer: text, result });
  };
  return (
    <form className="j-card j-stack" noValidate onSubmit={(event) => void run(event)}>
      <div>
        <h2>{t('library.trial')}</h2>
        <p className="j-small j-muted">{t('library.trial_text')}</p>
      </div>
      <Select
        label={t('library.trial_type')}
        value={type}
        onChange={setType}
        options={(['behavioural', 'situational'] as const).map((value) => ({
          value,
          label: t(`library.trial_type_${value}`),
        }))}
      />
      <TextArea
        label={t('library.trial_question')}
        rows={2}
        maxLength={500}
        value={asked}
        onChange={setQuestion}
      />
      <TextArea
        label={t('library.trial_answer')}
        help={t('library.trial_answer_help')}
        rows={6}
        maxLength={4000}
        value={answer}
        onChange={setAnswer}
      />
      {!written && <p className="j-small j-muted">{t('library.trial_needs')}</p>}
      <ProblemNotice problem={trial.problem} />
      <div className="j-row">
        <Button look="primary" submit busy={trial.busy} disabled={!written || answer.trim() === ''}>
          {t('library.trial_run')}
        </Button>
      </div>
      <div aria-live="polite">{tried && <TrialResult {...tried} anchors={form.words.anchors} />}</div>
      {tried && (
        <div className="j-stack j-stack--tight">
          <p className="j-small j-muted">{t('library.keep_text')}</p>
          <div className="j-row">
            {sampleLevels.map((level) => (
              <Button key={level} onClick={() => onChange(withExemplar(form, level, tried.answer))}>
                {t('library.keep_as', { level })}
              </Button>
            ))}
          </div>
        </div>
      )}
    </form>
  );
}

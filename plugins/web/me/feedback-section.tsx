import type { MeView } from '#adapters/http/schemas/me.ts';
import { useReader } from '../candidate-kit/words.tsx';

type Feedback = NonNullable<MeView['feedback']>;

/** What the company tells the candidate: own words quoted, levels with their range, no comparison with others. */
export function FeedbackSection(props: { readonly view: MeView }) {
  const { t } = useReader();
  const { feedback, aiScoring } = props.view;
  return (
    <section className="c-card" aria-labelledby="feedback">
      <h2 id="feedback">{t('me.feedback')}</h2>
      {feedback ? (
        <>
          <p className="m-label">{aiScoring ? t('me.feedback_ai') : t('me.feedback_person')}</p>
          <p>{feedback.summary}</p>
          <Points title={t('me.strengths')} points={feedback.strengths} lang={feedback.lang} />
          <Points title={t('me.improvements')} points={feedback.improvements} lang={feedback.lang} />
          <h3>{t('me.tip')}</h3>
          <p>{feedback.tip}</p>
          {feedback.levels.length > 0 && <Levels feedback={feedback} />}
        </>
      ) : (
        <p>{t('me.feedback_none')}</p>
      )}
    </section>
  );
}

function Points(props: {
  readonly title: string;
  readonly points: Feedback['strengths'];
  readonly lang: 'zh' | 'en';
}) {
  const { t } = useReader();
  if (props.points.length === 0) return null;
  return (
    <>
      <h3>{props.title}</h3>
      <ul className="c-list">
        {props.points.map((point) => (
          <li key={`${point.name.zh} ${point.text}`}>
            {point.text}
            {point.quote && <span className="m-quote">{t('me.quote', { quote: point.quote })}</span>}
          </li>
        ))}
      </ul>
    </>
  );
}

function Levels(props: { readonly feedback: Feedback }) {
  const { t, lang } = useReader();
  return (
    <>
      <h3>{t('me.levels')}</h3>
      <dl className="m-levels">
        {props.feedback.levels.map(({ name, score10, band10 }) => (
          <div key={name.zh}>
            <dt>{name[lang]}</dt>
            <dd>
              <meter min={0} max={10} value={score10} aria-label={name[lang]} />
              <span>{t('me.level', { score: score10, from: band10[0] ?? 0, to: band10[1] ?? 10 })}</span>
            </dd>
          </div>
        ))}
      </dl>
      <p className="c-choice__help">{t('me.levels_help')}</p>
    </>
  );
}

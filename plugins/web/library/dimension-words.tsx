import { signsOf } from '#core/rubric/dimension-signs.ts';
import type { Dimension, Indicator } from '#core/template/schemas/dimension.ts';
import { useT } from '../kit/i18n.tsx';
import { Badge } from '../kit/states.tsx';
import { useLocalized } from '../rubric-builder/builder-context.tsx';

const polarities = ['positive', 'negative'] as const;

/** Behaviours for and against a dimension; a company's own show their phrases. */
export function Indicators(props: { readonly indicators: readonly Indicator[]; readonly own: boolean }) {
  const t = useT();
  const localized = useLocalized();
  const { indicators, own } = props;
  const words = (indicator: Indicator): string =>
    own
      ? signsOf({ indicators: [indicator] })
          .flatMap(({ phrases }) => phrases)
          .join(' / ')
      : localized(indicator.text);
  return (
    <section className="j-stack">
      <div>
        <h2>{t('library.indicators')}</h2>
        <p className="j-muted">{t('library.indicators_text')}</p>
      </div>
      <div className="j-library-grid">
        {polarities.map((polarity) => {
          const of = indicators.filter((indicator) => indicator.polarity === polarity);
          return (
            <div key={polarity} className="j-card j-stack j-stack--tight">
              <h3>{t(`library.indicators_${polarity}`)}</h3>
              {of.length === 0 && <p className="j-muted">{t('library.indicators_none')}</p>}
              <ul className="j-library-words">
                {of.map((indicator) => (
                  <li key={indicator.id}>{words(indicator)}</li>
                ))}
              </ul>
            </div>
          );
        })}
      </div>
    </section>
  );
}

const levels = ['1', '3', '5'] as const;

/** Written answers that stand for a level, marked as samples. */
export function Exemplars(props: { readonly exemplars: Dimension['exemplars']; readonly own: boolean }) {
  const t = useT();
  const localized = useLocalized();
  const { exemplars } = props;
  const empty = levels.every((level) => exemplars[level].length === 0);
  return (
    <section className="j-stack">
      <div>
        <h2>{t('library.exemplars')}</h2>
        <p className="j-muted">{t(props.own ? 'library.exemplars_own_text' : 'library.exemplars_text')}</p>
      </div>
      {empty && <p className="j-muted">{t('library.exemplars_none')}</p>}
      {levels.map((level) =>
        exemplars[level].map((text, index) => (
          <figure key={text.zh} className="j-card j-stack j-stack--tight">
            <figcaption className="j-row j-row--badges">
              <Badge tone="warn">{t('library.sample')}</Badge>
              <strong>{t('library.exemplar_of', { level, number: index + 1 })}</strong>
            </figcaption>
            <p className="j-library-answer">{localized(text)}</p>
          </figure>
        )),
      )}
    </section>
  );
}

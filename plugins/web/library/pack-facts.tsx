import type { IndustryField, MustHaveFact } from '#core/template/schemas/industry-pack.ts';
import { useJoined, useT } from '../kit/i18n.tsx';
import { Badge } from '../kit/states.tsx';
import { useLocalized } from '../rubric-builder/builder-context.tsx';

/** Must-have facts with the question put to the candidate and the reason. */
export function PackFacts({ facts }: { readonly facts: readonly MustHaveFact[] }) {
  const t = useT();
  const localized = useLocalized();
  const joined = useJoined();
  return (
    <section className="j-stack">
      <div>
        <h2>{t('library.facts')}</h2>
        <p className="j-muted">{t('library.facts_text')}</p>
      </div>
      <ul className="j-items j-card">
        {facts.map((fact) => (
          <li key={fact.id} className="j-items__row">
            <div className="j-dimension">
              <span className="j-row j-row--badges">
                <strong>{localized(fact.label)}</strong>
                <Badge>{t(`jobs.fact_kind_${fact.kind}`)}</Badge>
                <Badge tone={fact.strength === 'required' ? 'brand' : 'plain'}>
                  {t(`jobs.fact_${fact.strength}`)}
                </Badge>
              </span>
              <p>{localized(fact.ask)}</p>
              <p className="j-small j-muted">
                {t('library.fact_reason', { reason: localized(fact.reason) })}
              </p>
              {fact.evidence.length > 0 && (
                <p className="j-small j-muted">
                  {t('library.fact_evidence', { words: joined(fact.evidence) })}
                </p>
              )}
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Fields that jobs and candidates of this trade carry. */
export function PackFields({ fields }: { readonly fields: readonly IndustryField[] }) {
  const t = useT();
  const localized = useLocalized();
  const joined = useJoined();
  return (
    <section className="j-stack">
      <div>
        <h2>{t('library.fields')}</h2>
        <p className="j-muted">{t('library.fields_text')}</p>
      </div>
      <ul className="j-items j-card">
        {fields.map((field) => (
          <li key={field.id} className="j-items__row">
            <div className="j-dimension">
              <span className="j-row j-row--badges">
                <strong>{localized(field.label)}</strong>
                <Badge>{t(`library.field_${field.kind}`)}</Badge>
                <Badge>{t(`library.field_on_${field.on}`)}</Badge>
              </span>
              {field.options && (
                <p className="j-small">{joined(field.options.map(({ label }) => localized(label)))}</p>
              )}
              {field.help && <p className="j-small j-muted">{localized(field.help)}</p>}
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}

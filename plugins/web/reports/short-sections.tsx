import type { ReactNode } from 'react';
import { gapsOf, inEmphasis, strengthsOf } from '#core/report/report-words.ts';
import { useT } from '../kit/i18n.tsx';
import { Badge, type Tone } from '../kit/states.tsx';
import { useLang, useReport } from './report-context.tsx';

const factTones: Record<'match' | 'unclear' | 'mismatch', Tone> = {
  match: 'good',
  unclear: 'plain',
  mismatch: 'warn',
};

/** Certificates, shifts and the like, apart from the scores. */
export function MustHaveSection() {
  const t = useT();
  const lang = useLang();
  const { document } = useReport();
  if (document.mustHave.length === 0) return null;
  return (
    <section className="j-stack j-stack--tight" aria-labelledby="report-facts">
      <h2 id="report-facts" tabIndex={-1}>
        {t('reports.must_have')}
      </h2>
      <ul className="j-fact-list">
        {document.mustHave.map((fact) => (
          <li key={fact.id}>
            <span className="j-row j-row--tight">
              <Badge tone={factTones[fact.result]}>{t(`reports.fact_${fact.result}`)}</Badge>
              <strong>{fact.label[lang]}</strong>
              <span className="j-small j-muted">{t(`reports.fact_${fact.strength}`)}</span>
            </span>
            {fact.quote ? (
              <blockquote className="j-quote">{fact.quote}</blockquote>
            ) : (
              <p className="j-small j-muted">{t('reports.fact_ask', { question: fact.ask[lang] })}</p>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Part(props: {
  readonly title: string;
  readonly empty: string;
  readonly rows: readonly ReactNode[];
}) {
  return (
    <div className="j-stack j-stack--tight">
      <h3>{props.title}</h3>
      {props.rows.length === 0 ? (
        <p className="j-muted">{props.empty}</p>
      ) : (
        <ul className="j-list">{props.rows}</ul>
      )}
    </div>
  );
}

/** What carries, and what one level up would look like where it lacks. */
export function StrengthsSection() {
  const t = useT();
  const lang = useLang();
  const { document } = useReport();
  const rows = inEmphasis(document);
  return (
    <section className="j-stack j-stack--tight" aria-labelledby="report-strengths">
      <h2 id="report-strengths">{t('reports.strengths')}</h2>
      <Part
        title={t('reports.strong')}
        empty={t('reports.strong_none')}
        rows={strengthsOf(rows).map((row) => (
          <li key={row.code} className="j-report__dimension">
            <span>
              <strong>{row.name[lang]}</strong> · {t('reports.level_n', { level: row.level ?? 1 })}
            </span>
            <span className="j-small j-muted">
              {t('reports.this_anchor', { anchor: row.anchors[(row.level ?? 1) - 1]?.[lang] ?? '' })}
            </span>
          </li>
        ))}
      />
      <Part
        title={t('reports.gaps')}
        empty={t('reports.gaps_none')}
        rows={gapsOf(rows).map((row) => (
          <li key={row.code} className="j-report__dimension">
            <span>
              <strong>{row.name[lang]}</strong> · {t('reports.level_n', { level: row.level ?? 1 })}
            </span>
            <span className="j-small j-muted">
              {t('reports.next_anchor', { anchor: row.anchors[row.level ?? 0]?.[lang] ?? '' })}
            </span>
          </li>
        ))}
      />
    </section>
  );
}

/** What a single interview can and cannot tell; always shown. */
export function LimitsSection() {
  const t = useT();
  const lang = useLang();
  const { document } = useReport();
  return (
    <section className="j-card j-limits" aria-labelledby="report-limits">
      <h2 id="report-limits">{t('reports.limits')}</h2>
      <p>{document.limits[lang]}</p>
    </section>
  );
}

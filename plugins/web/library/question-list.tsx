import { useState } from 'react';
import type { Question } from '#core/template/schemas/question.ts';
import { matchesBank } from '../jobs/bank-questions.ts';
import { type NamedDimensions, QuestionBadges } from '../jobs/question-card.tsx';
import { Select } from '../kit/field.tsx';
import { useJoined, useT } from '../kit/i18n.tsx';
import { SearchInput } from '../kit/search-input.tsx';
import { EmptyState } from '../kit/states.tsx';
import { useLocalized } from '../rubric-builder/builder-context.tsx';
import '../jobs/questions.css';

/** Questions to read, with what a rater looks for and the follow-ups; found by words and by dimension. */
export function QuestionList(props: {
  readonly questions: readonly Question[];
  readonly dimensions: NamedDimensions;
}) {
  const t = useT();
  const localized = useLocalized();
  const { questions, dimensions } = props;
  const [search, setSearch] = useState('');
  const [dimension, setDimension] = useState('');
  const primary = dimensions.filter(({ dimension: { code } }) =>
    questions.some((question) => question.dimensions[0] === code),
  );
  const shown = questions.filter((question) =>
    matchesBank(question, { dimension, type: '', difficulty: '', search }),
  );
  return (
    <div className="j-stack">
      <div className="j-library-filters">
        <SearchInput label={t('jobs.question_search')} value={search} onChange={setSearch} />
        {primary.length > 1 && (
          <Select
            label={t('jobs.primary_dimension')}
            value={dimension}
            onChange={setDimension}
            options={[
              { value: '', label: t('common.all') },
              ...primary.map(({ dimension: { code, name } }) => ({ value: code, label: localized(name) })),
            ]}
          />
        )}
      </div>
      {shown.length === 0 && (
        <EmptyState icon="search" title={t('jobs.bank_empty')}>
          {t('common.search_empty_hint')}
        </EmptyState>
      )}
      <ul className="j-stack">
        {shown.map((question) => (
          <li key={question.id}>
            <QuestionEntry question={question} dimensions={dimensions} />
          </li>
        ))}
      </ul>
    </div>
  );
}

function QuestionEntry(props: { readonly question: Question; readonly dimensions: NamedDimensions }) {
  const t = useT();
  const localized = useLocalized();
  const joined = useJoined();
  const { question } = props;
  const { asks, keys, probes, bands } = question;
  return (
    <article className="j-card j-stack j-stack--tight">
      <p className="j-library-question">{localized(question.text)}</p>
      <QuestionBadges question={question} rubric={props.dimensions} />
      {asks.length + keys.length + probes.length > 0 && (
        <details className="j-library-details">
          <summary>{t('library.question_details')}</summary>
          <div className="j-stack j-stack--tight">
            <Words heading={t('jobs.asks')} items={asks.map(localized)} />
            <Words heading={t('library.keys')} items={keys.map(({ text }) => localized(text))} />
            <Words
              heading={t('library.probes')}
              items={probes.map(({ missing, text }) =>
                t('library.probe', { when: t(`library.probe_${missing}`), text: localized(text) }),
              )}
            />
            <p className="j-small j-muted">
              {t('library.for_bands', { bands: joined(bands.map((band) => t(`jobs.band_${band}`))) })}
            </p>
          </div>
        </details>
      )}
    </article>
  );
}

function Words(props: { readonly heading: string; readonly items: readonly string[] }) {
  if (props.items.length === 0) return null;
  return (
    <section>
      <p className="j-small j-muted">{props.heading}</p>
      <ul className="j-library-words">
        {props.items.map((item) => (
          <li key={item}>{item}</li>
        ))}
      </ul>
    </section>
  );
}

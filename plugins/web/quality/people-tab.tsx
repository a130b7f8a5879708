import type { QualityView } from '#adapters/http/schemas/quality.ts';
import { buttonClass } from '../kit/button.tsx';
import { DateTime } from '../kit/date-time.tsx';
import { useJoined, useLanguage, useT } from '../kit/i18n.tsx';
import { PersonName } from '../kit/person-name.tsx';
import { Link } from '../kit/router.tsx';
import { EmptyState, Notice } from '../kit/states.tsx';
import { type Column, Table } from '../kit/table.tsx';
import { AgreementWords, BiasWords, ComparisonWords, fixed, GradeBadge } from './comparison.tsx';

type Rater = QualityView['raters'][number];
type Pair = QualityView['pairs'][number];

function useRaterColumns(trust: number): readonly Column<Rater>[] {
  const t = useT();
  return [
    {
      id: 'name',
      header: t('quality.rater'),
      role: 'main',
      cell: (row) => <PersonName id={row.raterId} name={row.name} fallback={t('common.unknown')} />,
    },
    {
      id: 'rated',
      header: t('quality.rated'),
      align: 'end',
      cell: ({ rated, blind }) => t('quality.rated_count', { rated, blind }),
    },
    {
      id: 'people',
      header: t('quality.with_people'),
      cell: (row) => <ComparisonWords value={row.people} trust={trust} />,
    },
    {
      id: 'machine',
      header: t('quality.with_machine'),
      cell: (row) => <ComparisonWords value={row.machine} trust={trust} />,
    },
    {
      id: 'practice',
      header: t('quality.last_practice'),
      cell: ({ practice }) =>
        practice ? (
          <div className="j-stack j-stack--tight">
            <span>
              <GradeBadge qwk={practice.qwk} /> <BiasWords bias={practice} />
            </span>
            <span className="j-small j-muted">
              <DateTime iso={practice.finishedAt} detail="day" />
            </span>
          </div>
        ) : (
          <span className="j-small j-muted">{t('quality.no_practice')}</span>
        ),
    },
  ];
}

function Pairs(props: { readonly pairs: readonly Pair[]; readonly trust: number }) {
  const t = useT();
  if (props.pairs.length === 0) return null;
  const columns: readonly Column<Pair>[] = [
    {
      id: 'names',
      header: t('quality.pair'),
      role: 'main',
      cell: ({ names: [one, two] }) =>
        t('quality.pair_names', { one: one ?? t('common.unknown'), two: two ?? t('common.unknown') }),
    },
    {
      id: 'agreement',
      header: t('quality.agreement'),
      cell: (row) => <AgreementWords agreement={row.agreement} trust={props.trust} />,
    },
    {
      id: 'icc',
      header: t('quality.icc'),
      cell: ({ single, average }) =>
        t('quality.icc_values', { single: fixed(single), average: fixed(average) }),
    },
  ];
  return (
    <section className="j-card j-stack">
      <h2>{t('quality.pairs_title')}</h2>
      <p className="j-small j-muted">{t('quality.pairs_help')}</p>
      <Table
        caption={t('quality.pairs_title')}
        columns={columns}
        rows={props.pairs}
        rowKey={({ names, single }) => `${names.join()}${single}`}
      />
    </section>
  );
}

function SecondRater(props: { readonly wanted: QualityView['secondRater'] }) {
  const t = useT();
  const { locale } = useLanguage();
  const joined = useJoined();
  const lang = locale === 'zh-CN' ? 'zh' : 'en';
  return (
    <section className="j-card j-stack">
      <h2>{t('quality.second_title')}</h2>
      <p className="j-small j-muted">{t('quality.second_help')}</p>
      {props.wanted.length === 0 && <p>{t('quality.second_none')}</p>}
      {props.wanted.length > 0 && (
        <ul className="j-stack j-stack--tight">
          {props.wanted.map((one) => (
            <li key={one.applicationId}>
              <Link to={`/reports/${one.applicationId}`}>{one.candidateName ?? t('quality.masked')}</Link>{' '}
              <span className="j-small j-muted">{joined(one.dimensions.map((name) => name[lang]))}</span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

/** How people rate, each beside the others and beside the scorer. */
export function PeopleTab(props: { readonly view: QualityView }) {
  const t = useT();
  const { view } = props;
  const columns = useRaterColumns(view.pairsForTrust);
  if (view.raters.length === 0) {
    return (
      <EmptyState
        icon="report"
        title={t('quality.none_title')}
        action={
          <Link to="/quality/practice" className={buttonClass('primary')}>
            {t('quality.practice_open')}
          </Link>
        }
      >
        {t('quality.none')}
      </EmptyState>
    );
  }
  return (
    <div className="j-stack j-stack--loose">
      <Notice tone="info">{t('quality.only_blind')}</Notice>
      <Table
        caption={t('quality.tab_people')}
        columns={columns}
        rows={view.raters}
        rowKey={(row) => row.raterId}
      />
      <p className="j-small j-muted">
        {t('quality.measured', { count: view.interviews, most: view.interviewsMeasured })}
      </p>
      <Pairs pairs={view.pairs} trust={view.pairsForTrust} />
      <SecondRater wanted={view.secondRater} />
    </div>
  );
}

import type { ApplicationItemView } from '#adapters/http/schemas/candidates.ts';
import { DateTime } from '../kit/date-time.tsx';
import { useT } from '../kit/i18n.tsx';
import { Link } from '../kit/router.tsx';
import { Badge } from '../kit/states.tsx';
import { type Column, Table, type TablePicking } from '../kit/table.tsx';
import { hasReport, ScreeningBadge, StatusBadge, useCandidateName } from './candidate-words.tsx';

type Item = ApplicationItemView;

/** Applications as rows, cards on phones. */
export function CandidateTable(props: {
  readonly items: readonly Item[];
  /** All rows are of one job, which the page names already. */
  readonly oneJob: boolean;
  readonly picking: TablePicking<Item> | undefined;
}) {
  const t = useT();
  const columns = useColumns(props.oneJob);
  return (
    <Table
      caption={t('candidates.title')}
      columns={columns}
      rows={props.items}
      rowKey={(item) => item.id}
      {...(props.picking ? { picking: props.picking } : {})}
    />
  );
}

function Person(props: { readonly item: Item }) {
  const t = useT();
  const nameOf = useCandidateName();
  const { item } = props;
  const facts = [item.city, item.years === null ? null : t('candidates.years_short', { years: item.years })];
  return (
    <span className="j-cand-person">
      <Link to={`/candidates/${item.id}`}>{nameOf(item.candidateName)}</Link>
      <span className="j-small j-muted">{facts.filter(Boolean).join(' · ')}</span>
      {item.duplicate && <Badge tone="warn">{t('candidates.maybe_duplicate')}</Badge>}
    </span>
  );
}

function useColumns(oneJob: boolean): readonly Column<Item>[] {
  const t = useT();
  const nameOf = useCandidateName();
  return [
    { id: 'name', header: t('candidates.name'), role: 'main', cell: (item) => <Person item={item} /> },
    ...(oneJob
      ? []
      : [
          {
            id: 'job',
            header: t('candidates.job'),
            cell: (item: Item) => <Link to={`/jobs/${item.jobId}`}>{item.jobTitle}</Link>,
          },
        ]),
    {
      id: 'screening',
      header: t('candidates.screening'),
      cell: (item) => (item.screening ? <ScreeningBadge result={item.screening} /> : '–'),
    },
    {
      id: 'status',
      header: t('candidates.status'),
      cell: (item) => <StatusBadge status={item.status} />,
    },
    {
      id: 'score',
      header: t('candidates.score'),
      align: 'end',
      cell: (item) =>
        hasReport(item.interviewState) ? (
          <Link
            to={`/reports/${item.id}`}
            aria-label={t('candidates.report_of', { name: nameOf(item.candidateName) })}
          >
            {item.score10 === null ? t('candidates.report') : item.score10}
          </Link>
        ) : (
          <span className="j-muted">–</span>
        ),
    },
    {
      id: 'updated',
      header: t('candidates.updated'),
      cell: (item) => <DateTime iso={item.updatedAt} detail="minute" />,
    },
  ];
}

import type { ApprovalItemView } from '#adapters/http/schemas/approvals.ts';
import { DateTime } from '../kit/date-time.tsx';
import { useT } from '../kit/i18n.tsx';
import { LoadMore } from '../kit/load-more.tsx';
import { PageFrame } from '../kit/page.tsx';
import { Link, useSearchParam } from '../kit/router.tsx';
import { useApi, useMay } from '../kit/session.tsx';
import { Badge, EmptyState, ErrorState, Skeleton } from '../kit/states.tsx';
import { type Column, Table } from '../kit/table.tsx';
import { Tabs } from '../kit/tabs.tsx';
import { useListQuery } from '../kit/use-query.ts';
import { ApprovalBadge, useNamesOf, useSubjectOf } from './approval-words.tsx';
import { ColleagueName } from './colleague-name.tsx';
import { DelegationCard } from './delegation-card.tsx';

const boxes = ['to_decide', 'asked', 'decided', 'all'] as const;
type Box = (typeof boxes)[number];

/** `/approvals`: what waits for the reader, what they asked for, and for HR everything. */
export function Page() {
  const t = useT();
  const forCompany = useMay('decision.write');
  const [wanted, setBox] = useSearchParam('box');
  const shown = boxes.filter((one) => one !== 'all' || forCompany);
  const box = shown.find((one) => one === wanted) ?? 'to_decide';
  return (
    <PageFrame title={t('approvals.title')} intro={t('approvals.intro')}>
      <div className="j-stack">
        <Tabs
          label={t('approvals.box')}
          value={box}
          onChange={setBox}
          tabs={shown.map((id) => ({
            id,
            label: t(`approvals.box_${id}`),
            content: () => <Listed key={id} box={id} />,
          }))}
        />
        <DelegationCard />
      </div>
    </PageFrame>
  );
}

function Listed(props: { readonly box: Box }) {
  const t = useT();
  const api = useApi();
  const { box } = props;
  const list = useListQuery<ApprovalItemView>(`approvals ${box}`, (cursor, signal) =>
    api.get('/approvals', { query: { box, cursor }, signal }),
  );
  if (list.data === null) {
    return list.state === 'failed' ? (
      <ErrorState problem={list.problem} onRetry={list.reload} />
    ) : (
      <Skeleton lines={4} />
    );
  }
  if (list.data.items.length === 0) {
    return <EmptyState icon="check" level={2} title={t(`approvals.empty_${box}`)} />;
  }
  return (
    <div className="j-stack">
      <ApprovalTable box={box} items={list.data.items} />
      <LoadMore list={list} />
    </div>
  );
}

function ApprovalTable(props: { readonly box: Box; readonly items: readonly ApprovalItemView[] }) {
  const t = useT();
  const namesOf = useNamesOf();
  const subjectOf = useSubjectOf();
  const columns: readonly Column<ApprovalItemView>[] = [
    {
      id: 'subject',
      header: t('approvals.subject'),
      role: 'main',
      cell: (item) => (
        <Link to={`/approvals/${item.id}`}>
          {t(`approvals.kind_${item.kind}`)} · {subjectOf(item)}
        </Link>
      ),
    },
    {
      id: 'state',
      header: t('approvals.state'),
      cell: (item) =>
        item.mine ? <Badge tone="warn">{t('approvals.mine')}</Badge> : <ApprovalBadge state={item.state} />,
    },
    {
      id: 'waits',
      header: t('approvals.waits_for'),
      cell: (item) => (item.waitingFor.length > 0 ? namesOf(item.waitingFor) : '–'),
    },
    { id: 'by', header: t('approvals.asked_by'), cell: (item) => <ColleagueName person={item.askedBy} /> },
    { id: 'at', header: t('approvals.asked_at'), cell: (item) => <DateTime iso={item.askedAt} /> },
  ];
  return (
    <Table
      caption={t(`approvals.box_${props.box}`)}
      columns={columns}
      rows={props.items}
      rowKey={(item) => item.id}
    />
  );
}

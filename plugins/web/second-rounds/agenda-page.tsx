import type { RoundsView, RoundView } from '#adapters/http/schemas/second-rounds.ts';
import { useT } from '../kit/i18n.tsx';
import { PageFrame } from '../kit/page.tsx';
import { Link, useSearchParam } from '../kit/router.tsx';
import { useApi, useMay } from '../kit/session.tsx';
import { EmptyState, ErrorState, Skeleton } from '../kit/states.tsx';
import { Tabs } from '../kit/tabs.tsx';
import { useQuery } from '../kit/use-query.ts';
import { RoundFacts } from './round-facts.tsx';
import './rounds.css';

type Whose = 'own' | 'all';

/** `/second-rounds`: what is arranged, the reader's own first; HR sees all. */
export function Page() {
  const t = useT();
  const api = useApi();
  const arranges = useMay('candidate.write');
  const [param, setWhose] = useSearchParam('whose');
  const whose: Whose = arranges && param !== 'own' ? 'all' : 'own';
  const query = useQuery<RoundsView>(`rounds ${whose}`, (signal) =>
    api.get('/second-rounds', { query: { whose }, signal }),
  );
  const content = () => <Rounds query={query} />;
  return (
    <PageFrame title={t('rounds.title')} intro={t('rounds.intro')}>
      {arranges ? (
        <Tabs<Whose>
          label={t('rounds.title')}
          value={whose}
          onChange={(next) => setWhose(next === 'own' ? 'own' : '')}
          tabs={[
            { id: 'all', label: t('rounds.all'), content },
            { id: 'own', label: t('rounds.own'), content },
          ]}
        />
      ) : (
        content()
      )}
    </PageFrame>
  );
}

function Rounds(props: { readonly query: ReturnType<typeof useQuery<RoundsView>> }) {
  const t = useT();
  const { query } = props;
  if (query.data === null) {
    return query.state === 'failed' ? (
      <ErrorState problem={query.problem} onRetry={query.reload} />
    ) : (
      <Skeleton lines={6} />
    );
  }
  if (query.data.items.length === 0) {
    return (
      <EmptyState icon="calendar" title={t('rounds.empty')}>
        {t('rounds.empty_text')}
      </EmptyState>
    );
  }
  return (
    <ul className="j-stack">
      {query.data.items.map((round) => (
        <RoundRow key={round.id} round={round} />
      ))}
    </ul>
  );
}

function RoundRow(props: { readonly round: RoundView }) {
  const t = useT();
  const { round } = props;
  return (
    <li className="j-card j-stack j-stack--tight">
      <h2 className="j-round-name">
        <Link to={`/second-rounds/${round.id}`}>{round.candidateName ?? t('messages.candidate')}</Link>{' '}
        <span className="j-small j-muted">{round.jobTitle}</span>
      </h2>
      <RoundFacts round={round} />
    </li>
  );
}

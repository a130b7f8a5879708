import type { QualityView } from '#adapters/http/schemas/quality.ts';
import { buttonClass } from '../kit/button.tsx';
import { useT } from '../kit/i18n.tsx';
import { PageFrame } from '../kit/page.tsx';
import { Link, useSearchParam } from '../kit/router.tsx';
import { useApi } from '../kit/session.tsx';
import { ErrorState, Notice, Skeleton } from '../kit/states.tsx';
import { Tabs } from '../kit/tabs.tsx';
import { useQuery } from '../kit/use-query.ts';
import { MachineTab } from './machine-tab.tsx';
import { PeopleTab } from './people-tab.tsx';

const decisionsForJudgement = 100;

function DecisionsTab(props: { readonly figures: QualityView['decisions'] }) {
  const t = useT();
  const { decisions, overrides, blindAuditAdvised } = props.figures;
  return (
    <div className="j-stack">
      <p className="j-muted">{t('quality.decisions_help')}</p>
      {decisions === 0 && <p>{t('quality.decisions_none')}</p>}
      {decisions > 0 && (
        <p>
          {t('quality.decisions_rate', {
            total: decisions,
            different: overrides,
            percent: Math.round((overrides / decisions) * 100),
          })}
        </p>
      )}
      {blindAuditAdvised && <Notice tone="warn">{t('quality.audit_advised')}</Notice>}
      {decisions > 0 && !blindAuditAdvised && (
        <p className="j-small j-muted">
          {t(decisions < decisionsForJudgement ? 'quality.audit_early' : 'quality.audit_fine')}
        </p>
      )}
    </div>
  );
}

const tabIds = ['people', 'machine', 'decisions'] as const;
type TabId = (typeof tabIds)[number];

/** Rating quality: people, the scorer, decisions. */
export function Page() {
  const t = useT();
  const api = useApi();
  const [part, setPart] = useSearchParam('part');
  const quality = useQuery<QualityView>('quality', (signal) => api.get('/quality', { signal }));
  const shown: TabId = tabIds.find((id) => id === part) ?? 'people';
  const view = quality.data;
  return (
    <PageFrame
      title={t('quality.title')}
      intro={t('quality.intro')}
      crumbs={[{ label: t('reports.title'), to: '/reports' }]}
      actions={
        <Link to="/quality/practice" className={buttonClass()}>
          {t('quality.practice_open')}
        </Link>
      }
    >
      {quality.state === 'loading' && <Skeleton lines={8} />}
      {view === null && quality.state === 'failed' && (
        <ErrorState problem={quality.problem} onRetry={quality.reload} />
      )}
      {view && (
        <Tabs<TabId>
          label={t('quality.tabs')}
          value={shown}
          onChange={setPart}
          tabs={[
            { id: 'people', label: t('quality.tab_people'), content: () => <PeopleTab view={view} /> },
            {
              id: 'machine',
              label: t('quality.tab_machine'),
              content: () => <MachineTab view={view} onView={(next) => quality.setData(() => next)} />,
            },
            {
              id: 'decisions',
              label: t('quality.tab_decisions'),
              content: () => <DecisionsTab figures={view.decisions} />,
            },
          ]}
        />
      )}
    </PageFrame>
  );
}

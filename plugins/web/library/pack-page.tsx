import type { Dimension } from '#core/template/schemas/dimension.ts';
import type { IndustryPack } from '#core/template/schemas/industry-pack.ts';
import { RubricSummary } from '../jobs/rubric-summary.tsx';
import type { ListPage } from '../kit/api-client.ts';
import { buttonClass } from '../kit/button.tsx';
import { useT } from '../kit/i18n.tsx';
import { Icon } from '../kit/icons.tsx';
import { PageFrame } from '../kit/page.tsx';
import { Link, useParam, useSearchParam } from '../kit/router.tsx';
import { useApi, useMay } from '../kit/session.tsx';
import { ErrorState, Skeleton } from '../kit/states.tsx';
import { Tabs } from '../kit/tabs.tsx';
import { useQuery } from '../kit/use-query.ts';
import { useLocalized } from '../rubric-builder/builder-context.tsx';
import './library.css';
import '../jobs/jobs.css';
import { PackFacts, PackFields } from './pack-facts.tsx';
import { PackJobs } from './pack-jobs.tsx';
import { QuestionList } from './question-list.tsx';

interface Loaded {
  readonly pack: IndustryPack;
  readonly dimensions: readonly Dimension[];
}

/** `/library/packs/:packId`: everything that a job of this trade starts with. */
export function Page() {
  const t = useT();
  const api = useApi();
  const packId = useParam('packId');
  const loaded = useQuery<Loaded>(`pack/${packId}`, async (signal) => {
    const [pack, dimensions] = await Promise.all([
      api.get<IndustryPack>(`/packs/${packId}`, { signal }),
      api.get<ListPage<Dimension>>('/dimensions', { signal }),
    ]);
    return { pack, dimensions: dimensions.items };
  });
  if (loaded.data !== null) return <Pack {...loaded.data} />;
  return (
    <PageFrame title={t('library.packs')} crumbs={[{ label: t('library.title'), to: '/library' }]}>
      {loaded.state === 'failed' ? (
        <ErrorState problem={loaded.problem} onRetry={loaded.reload} />
      ) : (
        <Skeleton />
      )}
    </PageFrame>
  );
}

const tabs = ['rubric', 'questions', 'facts', 'jobs'] as const;

function Pack({ pack, dimensions }: Loaded) {
  const t = useT();
  const localized = useLocalized();
  const mayWrite = useMay('job.write');
  const [tab, setTab] = useSearchParam('tab');
  const rubric = pack.rubric.flatMap(({ dimension: code, weight, jobRelatedness }) => {
    const dimension = dimensions.find((one) => one.code === code);
    return dimension ? [{ dimension, weight, jobRelatedness: localized(jobRelatedness) }] : [];
  });
  const named = dimensions.map((dimension) => ({ dimension }));
  const content = {
    rubric: () => <RubricSummary linked rubric={rubric} />,
    questions: () => <QuestionList questions={pack.questions} dimensions={named} />,
    facts: () => (
      <div className="j-stack j-stack--loose">
        <PackFacts facts={pack.mustHave} />
        <PackFields fields={pack.fields} />
      </div>
    ),
    jobs: () => <PackJobs pack={pack} dimensions={dimensions} />,
  };
  const labels = {
    rubric: t('library.tab_rubric'),
    questions: t('library.tab_questions', { count: pack.questions.length }),
    facts: t('library.tab_facts'),
    jobs: t('library.tab_jobs'),
  };
  return (
    <PageFrame
      title={localized(pack.name)}
      intro={localized(pack.summary)}
      crumbs={[{ label: t('library.packs'), to: '/library' }]}
      actions={
        mayWrite && (
          <Link to={`/jobs/new?industry=${pack.id}`} className={buttonClass('primary')}>
            <Icon name="add" size={18} />
            {t('library.job_from_pack')}
          </Link>
        )
      }
    >
      <p className="j-small j-muted">{t('library.pack_version', { version: pack.version })}</p>
      <Tabs
        label={t('library.pack_tabs')}
        value={tabs.find((id) => id === tab) ?? 'rubric'}
        onChange={(id) => setTab(id === 'rubric' ? '' : id)}
        tabs={tabs.map((id) => ({ id, label: labels[id], content: content[id] }))}
      />
    </PageFrame>
  );
}

import { useState } from 'react';
import type { JobView, PackSummaryView } from '#adapters/http/schemas/jobs.ts';
import type { ListPage } from '../kit/api-client.ts';
import { Button } from '../kit/button.tsx';
import { RadioGroup } from '../kit/choice.tsx';
import { TextInput } from '../kit/field.tsx';
import { useT } from '../kit/i18n.tsx';
import { PageFrame } from '../kit/page.tsx';
import { Link, useNavigate, useSearchParam } from '../kit/router.tsx';
import { SearchInput } from '../kit/search-input.tsx';
import { useApi } from '../kit/session.tsx';
import { EmptyState, ErrorState, ProblemNotice, Skeleton } from '../kit/states.tsx';
import { Stepper } from '../kit/stepper.tsx';
import { useMutation } from '../kit/use-mutation.ts';
import { useQuery } from '../kit/use-query.ts';
import { useLocalized } from '../rubric-builder/builder-context.tsx';
import './jobs.css';
import { matchesPack, PackCard } from './pack-card.tsx';
import { useWizardSteps } from './wizard-steps.ts';
import { WordingHints } from './wording-hints.tsx';

const own = 'own';

/** `/jobs/new`: the industry and the usual job to start from. */
export function Page() {
  const t = useT();
  const api = useApi();
  const steps = useWizardSteps();
  const [chosen, setChosen] = useSearchParam('industry');
  const packs = useQuery('packs', (signal) => api.get<ListPage<PackSummaryView>>('/packs', { signal }));
  const pack = packs.data?.items.find(({ id }) => id === chosen);
  return (
    <PageFrame
      title={t('jobs.new_title')}
      intro={t('jobs.new_intro')}
      crumbs={[{ label: t('jobs.title'), to: '/jobs' }]}
    >
      <Stepper label={t('jobs.steps')} steps={steps} current={0} />
      {packs.data === null ? (
        packs.state === 'failed' ? (
          <ErrorState problem={packs.problem} onRetry={packs.reload} />
        ) : (
          <Skeleton />
        )
      ) : pack ? (
        <JobChoice key={pack.id} pack={pack} onBack={() => setChosen('')} />
      ) : (
        <IndustryChoice packs={packs.data.items} onChoose={setChosen} />
      )}
    </PageFrame>
  );
}

function IndustryChoice(props: {
  readonly packs: readonly PackSummaryView[];
  readonly onChoose: (id: string) => void;
}) {
  const t = useT();
  const [search, setSearch] = useState('');
  const shown = props.packs.filter((pack) => matchesPack(pack, search));
  return (
    <section className="j-stack" aria-labelledby="industry-heading">
      <div className="j-job-filters">
        <h2 id="industry-heading">{t('jobs.industry_question')}</h2>
        <SearchInput label={t('jobs.industry_search')} value={search} onChange={setSearch} />
      </div>
      {shown.length === 0 && (
        <EmptyState icon="search" title={t('common.search_empty', { query: search })}>
          {t('jobs.industry_none')}
        </EmptyState>
      )}
      <ul className="j-industries">
        {shown.map((pack) => (
          <li key={pack.id}>
            <button type="button" className="j-industry" onClick={() => props.onChoose(pack.id)}>
              <PackCard pack={pack} />
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

function JobChoice(props: { readonly pack: PackSummaryView; readonly onBack: () => void }) {
  const t = useT();
  const api = useApi();
  const localized = useLocalized();
  const navigate = useNavigate();
  const { pack } = props;
  const first = pack.jobs[0];
  const [template, setTemplate] = useState(first?.id ?? own);
  const [title, setTitle] = useState(first ? localized(first.title) : '');
  const [tried, setTried] = useState(false);
  const creation = useMutation((body: object, idempotencyKey) =>
    api.post<JobView>('/jobs', body, { idempotencyKey }),
  );
  const choose = (id: string) => {
    const before = pack.jobs.find((job) => job.id === template);
    const next = pack.jobs.find((job) => job.id === id);
    if (next) setTitle(localized(next.title));
    else if (before && title === localized(before.title)) setTitle('');
    setTemplate(id);
  };
  const create = async () => {
    setTried(true);
    if (title.trim() === '') return;
    const job = await creation.run({
      industry: pack.id,
      title: title.trim(),
      ...(template === own ? {} : { template }),
    });
    if (job) navigate(`/jobs/${job.id}/edit?step=tasks`, { replace: true });
  };
  return (
    <form
      className="j-card j-stack j-job-choice"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void create();
      }}
    >
      <div>
        <h2>{localized(pack.name)}</h2>
        <p className="j-muted">{localized(pack.summary)}</p>
        <Link to={`/library/packs/${pack.id}`}>{t('library.see_pack')}</Link>
      </div>
      <RadioGroup
        cards
        legend={t('jobs.usual_job')}
        value={template}
        onChange={choose}
        options={[
          ...pack.jobs.map((job) => ({ value: job.id, label: localized(job.title) })),
          { value: own, label: t('jobs.own_job'), help: t('jobs.own_job_help') },
        ]}
      />
      <div>
        <TextInput
          label={t('jobs.job_title')}
          help={t('jobs.job_title_help')}
          maxLength={80}
          value={title}
          error={tried && title.trim() === '' ? t('jobs.job_title_missing') : null}
          onChange={setTitle}
        />
        <WordingHints text={title} />
      </div>
      <ProblemNotice problem={creation.problem} />
      <div className="j-row j-row--between">
        <Button icon="back" onClick={props.onBack}>
          {t('jobs.other_industry')}
        </Button>
        <Button look="primary" submit busy={creation.busy}>
          {t('jobs.start')}
        </Button>
      </div>
    </form>
  );
}

import { useEffect, useRef } from 'react';
import type { JobView } from '#adapters/http/schemas/jobs.ts';
import type { Dimension } from '#core/template/schemas/dimension.ts';
import type { IndustryPack } from '#core/template/schemas/industry-pack.ts';
import type { ListPage } from '../kit/api-client.ts';
import { Button, buttonClass } from '../kit/button.tsx';
import { useT } from '../kit/i18n.tsx';
import { Icon } from '../kit/icons.tsx';
import { PageFrame } from '../kit/page.tsx';
import { Link, useNavigate, useParam, useSearchParam } from '../kit/router.tsx';
import { useApi } from '../kit/session.tsx';
import { EmptyState, ErrorState, Skeleton } from '../kit/states.tsx';
import { Stepper } from '../kit/stepper.tsx';
import { useQuery } from '../kit/use-query.ts';
import { ConflictNotice } from './conflict-notice.tsx';
import './jobs.css';
import { SaveLine } from './save-line.tsx';
import { StepContent } from './step-content.tsx';
import type { StepProps } from './step-props.ts';
import { useJobDraft } from './use-job-draft.ts';
import { stepFrom, useWizardSteps, type WizardStep, wizardSteps } from './wizard-steps.ts';

/** `/jobs/:jobId/edit`: the wizard over a job's draft. */
export function Page() {
  const t = useT();
  const api = useApi();
  const jobId = useParam('jobId');
  const loaded = useQuery(`edit/${jobId}`, async (signal) => {
    const job = await api.get<JobView>(`/jobs/${jobId}`, { signal });
    const [pack, dimensions] = await Promise.all([
      api.get<IndustryPack>(`/packs/${job.industry}`, { signal }),
      api.get<ListPage<Dimension>>('/dimensions', { signal }),
    ]);
    const library: readonly Dimension[] = dimensions.items;
    return { job, pack, library };
  });
  const crumbs = [{ label: t('jobs.title'), to: '/jobs' }];
  if (loaded.data === null) {
    return (
      <PageFrame title={t('jobs.edit_title')} crumbs={crumbs}>
        {loaded.state === 'failed' ? (
          <ErrorState problem={loaded.problem} onRetry={loaded.reload} />
        ) : (
          <Skeleton />
        )}
      </PageFrame>
    );
  }
  const { job, pack, library } = loaded.data;
  if (job.state === 'closed') {
    return (
      <PageFrame title={job.title} crumbs={crumbs}>
        <EmptyState
          icon="lock"
          title={t('jobs.closed_title')}
          action={
            <Link to={`/jobs/${job.id}`} className={buttonClass('primary')}>
              {t('jobs.to_job')}
            </Link>
          }
        >
          {t('jobs.closed_text')}
        </EmptyState>
      </PageFrame>
    );
  }
  return (
    <Wizard
      key={job.id}
      job={job}
      pack={pack}
      library={library}
      onLibrary={(change) => loaded.setData((before) => ({ ...before, library: change(before.library) }))}
    />
  );
}

function Wizard(props: Pick<StepProps, 'pack' | 'library' | 'onLibrary'> & { readonly job: JobView }) {
  const t = useT();
  const navigate = useNavigate();
  const steps = useWizardSteps();
  const editing = useJobDraft(props.job);
  const [param, setParam] = useSearchParam('step');
  const step = stepFrom(param);
  const at = wizardSteps.indexOf(step);
  const heading = useRef<HTMLHeadingElement>(null);
  const shown = useRef(step);
  useEffect(() => {
    if (shown.current === step) return;
    shown.current = step;
    window.scrollTo(0, 0);
    heading.current?.focus({ preventScroll: true });
  }, [step]);
  const open = (next: WizardStep) => {
    void editing.saveNow();
    setParam(next);
  };
  const leave = async () => {
    if ((await editing.saveNow()) !== null) navigate(`/jobs/${editing.job.id}`, { force: true });
  };
  const before = wizardSteps[at - 1];
  const after = wizardSteps[at + 1];
  return (
    <PageFrame
      title={editing.draft.title.trim() || t('jobs.untitled')}
      crumbs={[{ label: t('jobs.title'), to: '/jobs' }]}
      actions={
        <>
          <SaveLine editing={editing} />
          <Button onClick={leave}>{t('jobs.save_and_leave')}</Button>
        </>
      }
    >
      <Stepper
        label={t('jobs.steps')}
        steps={steps}
        current={at}
        reached={steps.length - 1}
        onOpen={(index) => open(wizardSteps[index] ?? step)}
      />
      <StepMenu step={step} onOpen={open} />
      {editing.conflict && <ConflictNotice conflict={editing.conflict} onSettle={editing.settle} />}
      <section className="j-stack" aria-labelledby="step-heading">
        <h2 id="step-heading" ref={heading} tabIndex={-1} className="j-step-heading">
          {t(`jobs.head_${step}`)}
        </h2>
        <StepContent
          step={step}
          editing={editing}
          pack={props.pack}
          library={props.library}
          onLibrary={props.onLibrary}
          onOpenStep={open}
        />
      </section>
      <footer className="j-wizard-foot">
        {before ? (
          <Button icon="back" onClick={() => open(before)}>
            {t('common.previous')}
          </Button>
        ) : (
          <span />
        )}
        {after && (
          <Button look="primary" onClick={() => open(after)}>
            {t('jobs.next_step', { step: t(`jobs.step_${after}`) })}
          </Button>
        )}
      </footer>
    </PageFrame>
  );
}

/** On phones the names of the steps do not fit in a row, so a list leads to any of them. */
function StepMenu(props: { readonly step: WizardStep; readonly onOpen: (step: WizardStep) => void }) {
  const t = useT();
  const steps = useWizardSteps();
  return (
    <div className="j-step-menu">
      <label className="j-sr" htmlFor="step-menu">
        {t('jobs.steps')}
      </label>
      <div className="j-select">
        <select
          id="step-menu"
          className="j-input"
          value={props.step}
          onChange={(event) => props.onOpen(stepFrom(event.currentTarget.value))}
        >
          {steps.map(({ id, label }, index) => (
            <option key={id} value={id}>
              {index + 1}. {label}
            </option>
          ))}
        </select>
        <Icon name="chevron" size={18} />
      </div>
    </div>
  );
}

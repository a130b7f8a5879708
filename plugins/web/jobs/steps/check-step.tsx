import { useMemo, useState } from 'react';
import type { JobVersionView } from '#adapters/http/schemas/jobs.ts';
import { checkJob } from '#core/job/check-job.ts';
import { compareDefinitions } from '#core/job/compare-definitions.ts';
import type { JobFinding } from '#core/job/job-finding.ts';
import { JobApprovals } from '../../approvals/job-approvals.tsx';
import type { ListPage } from '../../kit/api-client.ts';
import { Button } from '../../kit/button.tsx';
import { useT } from '../../kit/i18n.tsx';
import { Icon } from '../../kit/icons.tsx';
import { useNavigate } from '../../kit/router.tsx';
import { useApi } from '../../kit/session.tsx';
import { Notice, ProblemNotice } from '../../kit/states.tsx';
import { useToast } from '../../kit/toast.tsx';
import { useMutation } from '../../kit/use-mutation.ts';
import { useQuery } from '../../kit/use-query.ts';
import { useLocalized } from '../../rubric-builder/builder-context.tsx';
import { ChangeList } from '../change-words.tsx';
import { ExceptionDialog } from '../exception-dialog.tsx';
import type { StepProps } from '../step-props.ts';
import { stepOfPath } from '../wizard-steps.ts';
import { longestMinutes } from './interview-length.ts';

/** What is still to be mended, what will be published, and the button that freezes it. */
export function CheckStep({ editing, pack, onOpenStep }: StepProps) {
  const t = useT();
  const api = useApi();
  const toast = useToast();
  const navigate = useNavigate();
  const { draft, job, saveNow } = editing;
  const findings = useMemo(() => checkJob(draft), [draft]);
  const errors = findings.filter(({ severity }) => severity === 'error');
  const publication = useMutation((revision: number, idempotencyKey) =>
    api.post<JobVersionView>(`/jobs/${job.id}/publish`, { revision }, { idempotencyKey }),
  );
  const publish = async () => {
    const revision = await saveNow();
    if (revision === null) return;
    const version = await publication.run(revision);
    if (!version) return;
    toast({ text: t('jobs.published', { number: version.number }) });
    navigate(`/jobs/${job.id}`, { force: true });
  };
  return (
    <div className="j-stack j-narrow">
      <Findings findings={findings} editing={editing} onOpenStep={onOpenStep} />
      <Summary editing={editing} pack={pack} />
      {job.currentVersionId !== null && <SinceLast editing={editing} pack={pack} />}
      <JobApprovals jobId={job.id} revision={job.revision} onBeforeAsk={saveNow} />
      <ProblemNotice problem={publication.problem} />
      <div className="j-card j-publish">
        <div>
          <strong>{job.currentVersionId ? t('jobs.publish_new_title') : t('jobs.publish_title')}</strong>
          <p className="j-small j-muted">
            {job.currentVersionId ? t('jobs.publish_new_text') : t('jobs.publish_text')}
          </p>
        </div>
        <Button
          look="primary"
          disabled={errors.length > 0}
          busy={publication.busy}
          onClick={() => void publish()}
        >
          {t('jobs.publish')}
        </Button>
      </div>
    </div>
  );
}

function Findings(
  props: Pick<StepProps, 'editing' | 'onOpenStep'> & { readonly findings: readonly JobFinding[] },
) {
  const t = useT();
  const { findings } = props;
  const errors = findings.filter(({ severity }) => severity === 'error');
  const warnings = findings.filter(({ severity }) => severity === 'warning');
  if (findings.length === 0) {
    return (
      <Notice tone="good" title={t('jobs.check_ok')}>
        <p>{t('jobs.check_ok_text')}</p>
      </Notice>
    );
  }
  return (
    <>
      {errors.length > 0 && (
        <Notice tone="bad" title={t('jobs.check_errors', { count: errors.length })}>
          <FindingList {...props} findings={errors} />
        </Notice>
      )}
      {warnings.length > 0 && (
        <Notice tone="warn" title={t('jobs.check_warnings', { count: warnings.length })}>
          <FindingList {...props} findings={warnings} />
        </Notice>
      )}
    </>
  );
}

function FindingList(
  props: Pick<StepProps, 'editing' | 'onOpenStep'> & { readonly findings: readonly JobFinding[] },
) {
  const t = useT();
  const localized = useLocalized();
  const [reasonFor, setReasonFor] = useState<JobFinding | null>(null);
  const { editing, onOpenStep } = props;
  return (
    <>
      <ul className="j-findings j-plain-list">
        {props.findings.map((finding) => {
          const step = stepOfPath(finding.path);
          return (
            <li
              className="j-findings__row"
              key={`${finding.code} ${finding.path} ${finding.wording?.quote ?? ''}`}
            >
              <span>{localized(finding.message)}</span>
              <span className="j-row">
                <button type="button" className="j-link-button" onClick={() => onOpenStep(step)}>
                  {t('jobs.go_to_step', { step: t(`jobs.step_${step}`) })}
                </button>
                {finding.wording?.overridable && (
                  <button type="button" className="j-link-button" onClick={() => setReasonFor(finding)}>
                    {finding.code === 'wording.kept' ? t('jobs.reason_change') : t('jobs.reason_give')}
                  </button>
                )}
              </span>
            </li>
          );
        })}
      </ul>
      {reasonFor?.wording && (
        <ExceptionDialog wording={reasonFor.wording} editing={editing} onClose={() => setReasonFor(null)} />
      )}
    </>
  );
}

function Summary({ editing }: Pick<StepProps, 'editing' | 'pack'>) {
  const t = useT();
  const localized = useLocalized();
  const { draft } = editing;
  const { interview, thresholds } = draft;
  const modes = [
    t('jobs.text_mode'),
    ...(interview.voice ? [t('jobs.voice')] : []),
    ...(interview.video ? [t('jobs.video')] : []),
  ];
  const rows: readonly (readonly [string, string])[] = [
    [
      t('jobs.step_rubric'),
      draft.rubric.map(({ dimension, weight }) => `${localized(dimension.name)} ${weight}%`).join(' · '),
    ],
    [
      t('jobs.step_questions'),
      t('jobs.summary_questions', { count: draft.questions.length, minutes: longestMinutes(draft) }),
    ],
    [t('jobs.answer_modes'), modes.join(' · ')],
    [
      t('jobs.step_screening'),
      t('jobs.summary_screening', { facts: draft.mustHave.length, rules: draft.screeningRules.length }),
    ],
    [t('jobs.thresholds'), t('jobs.summary_cuts', { hi: thresholds.cutHi, lo: thresholds.cutLo })],
  ];
  return (
    <section className="j-card j-stack">
      <h3>{t('jobs.summary')}</h3>
      <dl className="j-facts">
        {rows.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

/** What the new version will change against the one that is in use. */
function SinceLast({ editing, pack }: Pick<StepProps, 'editing' | 'pack'>) {
  const t = useT();
  const api = useApi();
  const localized = useLocalized();
  const { draft, job } = editing;
  const versions = useQuery(`versions/${job.id}`, (signal) =>
    api.get<ListPage<JobVersionView>>(`/jobs/${job.id}/versions`, { signal }),
  );
  const current = versions.data?.items.find(({ id }) => id === job.currentVersionId);
  const changes = useMemo(
    () => (current ? compareDefinitions(current.definition, draft) : []),
    [current, draft],
  );
  if (!current) return null;
  return (
    <section className="j-card j-stack">
      <h3>
        <Icon name="refresh" size={18} /> {t('jobs.since_version', { number: current.number })}
      </h3>
      <ChangeList
        changes={changes}
        fieldName={(id) => {
          const field = pack.fields.find((one) => one.id === id);
          return field ? localized(field.label) : id;
        }}
      />
    </section>
  );
}

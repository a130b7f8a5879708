import type { OrganisationView, RunView } from '#adapters/http/schemas/platforms.ts';
import { Button } from '../kit/button.tsx';
import { useConfirm } from '../kit/confirm.tsx';
import { DateTime } from '../kit/date-time.tsx';
import { useT } from '../kit/i18n.tsx';
import { useApi, useMay } from '../kit/session.tsx';
import { Badge, Notice, ProblemNotice, ProgressBar, type Tone } from '../kit/states.tsx';
import { useToast } from '../kit/toast.tsx';
import { useMutation } from '../kit/use-mutation.ts';
import { useWords } from './platform-words.ts';

const tones: Readonly<Record<RunView['state'], Tone>> = {
  running: 'info',
  held: 'warn',
  done: 'good',
  failed: 'bad',
};
const countNames = ['departments', 'people', 'added', 'changed', 'removed'] as const;

/** The latest reading of the directory: how far it is, what it found, what it waits for. */
export function OrganisationReading(props: {
  readonly run: RunView | null;
  readonly quota: OrganisationView['quota'];
  /** False while the app is switched off on the platform. */
  readonly active: boolean;
  readonly onChanged: () => void;
}) {
  const t = useT();
  const api = useApi();
  const toast = useToast();
  const mayWrite = useMay('settings.write');
  const confirm = useConfirm();
  const say = useWords();
  const { run, quota, active, onChanged } = props;
  const reading = useMutation((_: null, idempotencyKey) =>
    api.post<RunView>('/organisation/runs', undefined, { idempotencyKey }),
  );
  const readNow = async () => {
    const asks = quota !== null && (quota.needed ?? 0) > 0;
    const agreed =
      !asks ||
      (await confirm({
        title: t('settings.quota_title'),
        text: t('settings.quota_text', {
          edition: say(quota.edition),
          total: quota.callsPerMonth,
          used: quota.used,
          left: Math.max(0, quota.callsPerMonth - quota.used),
          needed: quota.needed ?? 0,
        }),
        confirmLabel: t('settings.reading_now'),
      }));
    if (!agreed || !(await reading.run(null))) return;
    toast({ text: t('settings.reading_started') });
    onChanged();
  };
  return (
    <section className="j-card j-stack">
      <div className="j-row j-row--between">
        <h2>{t('settings.reading')}</h2>
        <span role="status">
          {run && <Badge tone={tones[run.state]}>{t(`settings.reading_${run.state}`)}</Badge>}
        </span>
      </div>
      <p className="j-muted">{t('settings.reading_text')}</p>
      {run ? <Run run={run} /> : <p>{t('settings.reading_never')}</p>}
      {quota && quota.needed !== 0 && (
        <p className="j-small j-muted">
          {t('settings.quota_line', {
            edition: say(quota.edition),
            total: quota.callsPerMonth,
            used: quota.used,
            days: quota.everyDays,
          })}
        </p>
      )}
      {run?.state === 'held' && <Held run={run} onChanged={onChanged} />}
      {run?.state === 'failed' && <Failed code={run.errorCode} />}
      <ProblemNotice problem={reading.problem} />
      {mayWrite && (
        <div>
          <Button
            icon="refresh"
            busy={reading.busy}
            disabled={!active || run?.state === 'running'}
            onClick={() => void readNow()}
          >
            {t('settings.reading_now')}
          </Button>
        </div>
      )}
    </section>
  );
}

function Run({ run }: { readonly run: RunView }) {
  const t = useT();
  const phase = t(`settings.reading_phase_${run.phase}`);
  return (
    <>
      {run.state === 'running' && (
        <div className="j-stack j-stack--tight">
          <p>{phase}</p>
          <ProgressBar label={phase} />
          {run.errorCode && <p className="j-small">{t('settings.reading_retries')}</p>}
        </div>
      )}
      <dl className="j-counts">
        {countNames.map((name) => (
          <div key={name}>
            <dt>{t(`settings.reading_${name}`)}</dt>
            <dd className="j-num">{run.counts[name]}</dd>
          </div>
        ))}
      </dl>
      <p className="j-small j-muted">{t('settings.reading_drift')}</p>
      <p className="j-small j-muted">
        {t('settings.reading_at')} <DateTime iso={run.finishedAt ?? run.updatedAt} />
      </p>
    </>
  );
}

function Held(props: { readonly run: RunView; readonly onChanged: () => void }) {
  const t = useT();
  const api = useApi();
  const toast = useToast();
  const confirm = useConfirm();
  const mayWrite = useMay('settings.write');
  const { id, counts } = props.run;
  const accepting = useMutation((_: null, idempotencyKey) =>
    api.post<RunView>(`/organisation/runs/${id}/accept`, undefined, { idempotencyKey }),
  );
  const accept = async () => {
    const yes = await confirm({
      title: t('settings.reading_accept_title'),
      text: t('settings.reading_accept_text'),
      confirmLabel: t('settings.reading_accept'),
      danger: true,
    });
    if (!yes || !(await accepting.run(null))) return;
    toast({ text: t('settings.reading_accepted') });
    props.onChanged();
  };
  return (
    <>
      <Notice
        tone="warn"
        title={t('settings.reading_held_title')}
        actions={
          mayWrite && (
            <Button busy={accepting.busy} onClick={() => void accept()}>
              {t('settings.reading_accept')}
            </Button>
          )
        }
      >
        <p>{t('settings.reading_held_text', { departments: counts.departments, people: counts.people })}</p>
      </Notice>
      <ProblemNotice problem={accepting.problem} />
    </>
  );
}

function Failed({ code }: { readonly code: string | null }) {
  const t = useT();
  const words =
    code === 'PLATFORM_PERMISSION'
      ? t('settings.reading_error_permission')
      : code === 'PLATFORM_SETTINGS'
        ? t('settings.reading_error_settings')
        : code === 'PLATFORM_DISCONNECTED'
          ? t('settings.reading_error_disconnected')
          : t('settings.reading_error_other', { code: code ?? 'INTERNAL' });
  return (
    <Notice tone="bad">
      <p>{words}</p>
    </Notice>
  );
}

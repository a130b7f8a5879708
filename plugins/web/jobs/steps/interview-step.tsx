import type { InstallationView } from '#adapters/http/schemas/settings.ts';
import type { InterviewSettings } from '#core/job/job-definition.ts';
import { Switch } from '../../kit/choice.tsx';
import { useT } from '../../kit/i18n.tsx';
import { NumberInput } from '../../kit/number-input.tsx';
import { useApi } from '../../kit/session.tsx';
import { Notice } from '../../kit/states.tsx';
import { useQuery } from '../../kit/use-query.ts';
import type { StepProps } from '../step-props.ts';
import { longestMinutes } from './interview-length.ts';

const advisedMinutes = 25;

/** How the interview is held. */
export function InterviewStep({ editing }: StepProps) {
  const t = useT();
  const { draft, change } = editing;
  const { interview } = draft;
  const set = (patch: Partial<InterviewSettings>) =>
    change((before) => ({ ...before, interview: { ...before.interview, ...patch } }));
  const minutes = longestMinutes(draft);
  return (
    <div className="j-stack j-narrow">
      <section className="j-card j-stack">
        <h3>{t('jobs.answer_modes')}</h3>
        <p className="j-muted">{t('jobs.answer_modes_text')}</p>
        <Switch
          label={t('jobs.voice')}
          help={t('jobs.voice_help')}
          checked={interview.voice}
          onChange={(voice) => set({ voice })}
        />
        <Switch
          label={t('jobs.video')}
          help={t('jobs.video_help')}
          checked={interview.video}
          onChange={(video) => set({ video })}
        />
        {(interview.voice || interview.video) && <TranscriberNotice />}
      </section>
      <section className="j-card j-stack">
        <h3>{t('jobs.pace')}</h3>
        <PaceFields interview={interview} onChange={set} />
        <p className={minutes > advisedMinutes ? 'j-length j-length--long' : 'j-length'}>
          {minutes > advisedMinutes
            ? t('jobs.length_long', { minutes, advised: advisedMinutes })
            : t('jobs.length', { minutes })}
        </p>
      </section>
      <section className="j-card j-stack">
        <h3>{t('jobs.fairness')}</h3>
        <Switch
          label={t('jobs.blind')}
          help={t('jobs.blind_help')}
          checked={interview.humanRatesFirst}
          onChange={(humanRatesFirst) => set({ humanRatesFirst })}
        />
        <Notice tone="plain" title={t('jobs.accommodations')}>
          <p>{t('jobs.accommodations_text')}</p>
        </Notice>
      </section>
    </div>
  );
}

/** Spoken answers need a recogniser to become words; without one the reader must know before publishing. */
function TranscriberNotice() {
  const t = useT();
  const api = useApi();
  const installation = useQuery('installation', (signal) =>
    api.get<InstallationView>('/installation', { signal }),
  );
  if (installation.data === null || installation.data.transcriber !== null) return null;
  return (
    <Notice tone="warn" title={t('jobs.no_transcriber')}>
      <p>{t('jobs.no_transcriber_text')}</p>
    </Notice>
  );
}

function PaceFields(props: {
  readonly interview: InterviewSettings;
  readonly onChange: (patch: Partial<InterviewSettings>) => void;
}) {
  const t = useT();
  const { interview, onChange } = props;
  return (
    <div className="j-fields">
      <NumberInput
        label={t('jobs.preparation')}
        unit={t('jobs.seconds')}
        min={0}
        max={600}
        step={15}
        value={interview.preparationSeconds}
        onChange={(preparationSeconds) => onChange({ preparationSeconds })}
      />
      <NumberInput
        label={t('jobs.answer_time')}
        unit={t('jobs.seconds')}
        min={30}
        max={1800}
        step={30}
        value={interview.answerSeconds}
        onChange={(answerSeconds) => onChange({ answerSeconds })}
      />
      <NumberInput
        label={t('jobs.retakes')}
        help={t('jobs.retakes_help')}
        unit={t('jobs.times')}
        min={0}
        max={2}
        value={interview.retakes}
        onChange={(retakes) => onChange({ retakes })}
      />
      <NumberInput
        label={t('jobs.follow_ups')}
        help={t('jobs.follow_ups_help')}
        unit={t('jobs.times')}
        min={0}
        max={2}
        value={interview.followUps}
        onChange={(followUps) => onChange({ followUps })}
      />
      <NumberInput
        label={t('jobs.link_days')}
        help={t('jobs.link_days_help')}
        unit={t('jobs.days')}
        min={1}
        max={60}
        value={interview.linkDays}
        onChange={(linkDays) => onChange({ linkDays })}
      />
    </div>
  );
}

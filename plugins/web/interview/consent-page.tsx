import { useRef, useState } from 'react';
import type { InterviewView } from '#adapters/http/schemas/interview.ts';
import { asProblem } from '../candidate-kit/client.ts';
import { shortName } from '../candidate-kit/kept.ts';
import { Action, ProblemNote, StepTitle, Tick, Tiles } from '../candidate-kit/parts.tsx';
import { useReader } from '../candidate-kit/words.tsx';
import type { ApiProblem } from '../kit/api-problem.ts';
import type { InterviewSession } from './interview-session.ts';
import { useKeptForm } from './kept-form.ts';

type Accommodations = InterviewView['accommodations'];

interface ConsentForm {
  readonly granted: Readonly<Record<string, boolean>>;
  readonly lang: 'zh' | 'en';
  readonly wishes: Accommodations;
}

/** Separate consents, none ticked before; language and adjustments beside them (R1, R14). */
export function ConsentPage(props: { readonly session: InterviewSession; readonly onBack: () => void }) {
  const { t, lang: shown } = useReader();
  const { client, kept, view, setView } = props.session;
  // Ticks belong to the words that were read: another version of a text begins unticked.
  const place = `consents.${shortName(view.consents.map(({ body }) => body.zh).join())}`;
  const { form, change, drop } = useKeptForm<ConsentForm>(kept, place, {
    granted: {},
    lang: view.translated ? shown : view.lang,
    wishes: view.accommodations,
  });
  const { granted, lang, wishes } = form;
  const [missing, setMissing] = useState(false);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<ApiProblem | null>(null);
  const page = useRef<HTMLFormElement>(null);
  const send = async () => {
    const lacking = view.consents.find((consent) => consent.required && granted[consent.kind] !== true);
    setMissing(lacking !== undefined);
    if (lacking) {
      page.current?.querySelector<HTMLElement>(`#consent-${lacking.kind}`)?.focus();
      return;
    }
    setBusy(true);
    setProblem(null);
    try {
      const consents = Object.fromEntries(
        view.consents.map(({ kind }) => [kind, granted[kind] === true] as const),
      );
      const body = { lang, consents, accommodations: wishes };
      const next = await client.request<InterviewView>('/interview/consents', { method: 'POST', body });
      drop();
      setView(next);
    } catch (error) {
      setProblem(asProblem(error));
      setBusy(false);
    }
  };
  return (
    <form
      ref={page}
      className="c-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (!busy) void send();
      }}
    >
      <StepTitle>{t('interview.consent_title')}</StepTitle>
      <p className="c-lead">{t('interview.consent_lead')}</p>
      <Consents
        view={view}
        granted={granted}
        missing={missing}
        onChange={(next) => change({ granted: next })}
      />
      <Tiles
        legend={t('interview.language_title')}
        name="language"
        value={lang}
        options={[
          { value: 'zh', label: t('interview.language_zh') },
          { value: 'en', label: t('interview.language_en') },
        ]}
        help={t(view.translated ? 'interview.language_help' : 'interview.language_untranslated')}
        onChange={(next) => change({ lang: next })}
      />
      <Adjustments
        value={wishes}
        recording={view.modes.voice || view.modes.video}
        onChange={(next) => change({ wishes: next })}
      />
      <ProblemNote problem={problem} />
      <div className="c-actions">
        <Action onClick={props.onBack}>{t('interview.back')}</Action>
        <Action look="primary" submit busy={busy}>
          {t('interview.consent_send')}
        </Action>
      </div>
    </form>
  );
}

function Consents(props: {
  readonly view: InterviewView;
  readonly granted: Readonly<Record<string, boolean>>;
  readonly missing: boolean;
  readonly onChange: (granted: Readonly<Record<string, boolean>>) => void;
}) {
  const { t, lang } = useReader();
  const { modes } = props.view;
  // Nobody is asked about recordings that the job does not take.
  const asked = props.view.consents.filter(({ kind }) => kind !== 'recording' || modes.voice || modes.video);
  return (
    <div className="c-stack">
      {asked.map((consent) => (
        <Tick
          key={consent.kind}
          name={`consent-${consent.kind}`}
          label={
            <>
              {consent.title[lang]}
              <span className="c-mark">
                {consent.required ? t('interview.consent_required') : t('interview.consent_optional')}
              </span>
            </>
          }
          help={consent.body[lang]}
          checked={props.granted[consent.kind] === true}
          error={
            props.missing && consent.required && props.granted[consent.kind] !== true
              ? t('interview.consent_missing')
              : null
          }
          onChange={(checked) => props.onChange({ ...props.granted, [consent.kind]: checked })}
        />
      ))}
    </div>
  );
}

function Adjustments(props: {
  readonly value: Accommodations;
  readonly recording: boolean;
  readonly onChange: (value: Accommodations) => void;
}) {
  const { t } = useReader();
  const { value, onChange } = props;
  return (
    <section className="c-card" aria-labelledby="adjust">
      <h2 id="adjust">{t('interview.adjust_title')}</h2>
      <p className="c-lead">{t('interview.adjust_lead')}</p>
      {props.recording && (
        <Tick
          name="text-only"
          label={t('interview.adjust_text_only')}
          help={t('interview.adjust_text_only_help')}
          checked={value.textOnly}
          onChange={(textOnly) => onChange({ ...value, textOnly })}
        />
      )}
      <Tick
        name="no-timer"
        label={t('interview.adjust_no_timer')}
        help={t('interview.adjust_no_timer_help')}
        checked={value.noTimer}
        onChange={(noTimer) => onChange({ ...value, noTimer })}
      />
      {!value.noTimer && (
        <Tiles
          legend={t('interview.adjust_time')}
          name="extra-time"
          value={String(value.extraTime)}
          options={[
            { value: '1', label: t('interview.adjust_time_1') },
            { value: '1.5', label: t('interview.adjust_time_15') },
            { value: '2', label: t('interview.adjust_time_2') },
          ]}
          onChange={(extra) =>
            onChange({ ...value, extraTime: extra === '2' ? 2 : extra === '1.5' ? 1.5 : 1 })
          }
        />
      )}
      <Tick
        name="person"
        label={t('interview.adjust_person')}
        help={t('interview.adjust_person_help')}
        checked={value.humanInterviewer}
        onChange={(humanInterviewer) => onChange({ ...value, humanInterviewer })}
      />
    </section>
  );
}

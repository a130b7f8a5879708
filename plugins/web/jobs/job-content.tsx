import type { JobDefinition } from '#core/job/job-definition.ts';
import type { IndustryField, IndustryPack } from '#core/template/schemas/industry-pack.ts';
import { useJoined, useT } from '../kit/i18n.tsx';
import { Badge } from '../kit/states.tsx';
import { useLocalized } from '../rubric-builder/builder-context.tsx';
import { QuestionCard } from './question-card.tsx';
import { RubricSummary } from './rubric-summary.tsx';
import { useRuleWords } from './rule-words.ts';
import { longestMinutes } from './steps/interview-length.ts';

/** Everything that one version asks for and how it is judged, to read. */
export function JobContent(props: { readonly definition: JobDefinition; readonly pack: IndustryPack }) {
  const t = useT();
  const { definition } = props;
  return (
    <div className="j-stack j-stack--loose">
      <Facts definition={definition} pack={props.pack} />
      <section className="j-stack">
        <h2>{t('jobs.step_tasks')}</h2>
        <ol className="j-task-list">
          {definition.tasks.map((task) => (
            <li key={task}>{task}</li>
          ))}
        </ol>
        {definition.tasks.length === 0 && <p className="j-muted">{t('jobs.tasks_none')}</p>}
      </section>
      <RubricSummary rubric={definition.rubric} />
      <section className="j-stack">
        <h2>{t('jobs.step_questions')}</h2>
        {definition.questions.map((question, index) => (
          <QuestionCard key={question.id} question={question} number={index + 1} rubric={definition.rubric} />
        ))}
      </section>
      <Screening definition={definition} />
    </div>
  );
}

function Facts({ definition, pack }: { readonly definition: JobDefinition; readonly pack: IndustryPack }) {
  const t = useT();
  const localized = useLocalized();
  const joined = useJoined();
  const { interview, thresholds } = definition;
  const modes = [
    t('jobs.text_mode'),
    ...(interview.voice ? [t('jobs.voice')] : []),
    ...(interview.video ? [t('jobs.video')] : []),
  ];
  const fields = pack.fields.flatMap((field) => {
    const value = definition.fields[field.id];
    return value === undefined ? [] : [[localized(field.label), fieldText(field, value, localized, joined)]];
  });
  const rows = [
    [t('jobs.industry'), localized(pack.name)],
    [t('jobs.location'), definition.location || t('jobs.not_said')],
    [t('jobs.region'), t(`jobs.region_${definition.region}`)],
    [t('jobs.answer_modes'), modes.join(' · ')],
    [
      t('jobs.pace'),
      t('jobs.pace_words', {
        preparation: interview.preparationSeconds,
        answer: interview.answerSeconds,
        minutes: longestMinutes(definition),
      }),
    ],
    [t('jobs.retakes'), String(interview.retakes)],
    [t('jobs.follow_ups'), String(interview.followUps)],
    [t('jobs.link_days'), t('jobs.link_days_words', { count: interview.linkDays })],
    [t('jobs.blind'), t(interview.humanRatesFirst ? 'jobs.on' : 'jobs.off')],
    [t('jobs.thresholds'), t('jobs.summary_cuts', { hi: thresholds.cutHi, lo: thresholds.cutLo })],
    ...fields,
  ];
  return (
    <dl className="j-facts j-card">
      {rows.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

function fieldText(
  field: IndustryField,
  value: JobDefinition['fields'][string],
  localized: ReturnType<typeof useLocalized>,
  joined: (words: readonly string[]) => string,
): string {
  const option = (id: string) => {
    const found = field.options?.find((one) => one.id === id);
    return found ? localized(found.label) : id;
  };
  if (Array.isArray(value)) return joined(value.map(option));
  if (typeof value === 'boolean') return value ? '✓' : '—';
  return typeof value === 'string' ? option(value) : String(value);
}

function Screening({ definition }: { readonly definition: JobDefinition }) {
  const t = useT();
  const localized = useLocalized();
  const ruleWords = useRuleWords();
  const { mustHave, screeningRules } = definition;
  return (
    <section className="j-stack">
      <h2>{t('jobs.step_screening')}</h2>
      <ul className="j-items j-card">
        {mustHave.map((fact) => (
          <li className="j-items__row" key={fact.id}>
            <span>{localized(fact.label)}</span>
            <Badge tone={fact.strength === 'required' ? 'brand' : 'plain'}>
              {t(`jobs.fact_${fact.strength}`)}
            </Badge>
          </li>
        ))}
        {screeningRules.map((rule) => (
          <li className="j-items__row" key={rule.id}>
            <span>{ruleWords(rule)}</span>
            <Badge tone={rule.strength === 'hard' ? 'brand' : 'plain'}>
              {t(`jobs.rule_${rule.strength}`)}
            </Badge>
          </li>
        ))}
        {mustHave.length + screeningRules.length === 0 && (
          <li className="j-items__row j-muted">{t('jobs.screening_none')}</li>
        )}
      </ul>
    </section>
  );
}

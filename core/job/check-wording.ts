import type { LocalizedText } from '../template/schemas/shared.ts';
import { lintWording, type WordingFinding } from '../template/wording-lint.ts';
import type { JobDefinition, WordingException } from './job-definition.ts';
import type { JobFinding } from './job-finding.ts';

/** A text that somebody of the company wrote or may have changed. */
interface WrittenText {
  readonly path: string;
  readonly text: string;
}

const both = (path: string, { zh, en }: LocalizedText): WrittenText[] =>
  zh === en
    ? [{ path, text: zh }]
    : [
        { path, text: zh },
        { path, text: en },
      ];

function rubricTexts({ rubric }: JobDefinition): WrittenText[] {
  return rubric.flatMap(({ dimension, jobRelatedness }, i) => [
    { path: `rubric.${i}.jobRelatedness`, text: jobRelatedness },
    ...[dimension.name, dimension.definition, ...dimension.anchors].flatMap((text) =>
      both(`rubric.${i}`, text),
    ),
  ]);
}

function questionTexts({ questions }: JobDefinition): WrittenText[] {
  return questions.flatMap((question, i) =>
    [question.text, ...question.asks, ...question.probes.map((probe) => probe.text)].flatMap((text) =>
      both(`questions.${i}`, text),
    ),
  );
}

function factTexts({ mustHave, screeningRules }: JobDefinition): WrittenText[] {
  const rules = screeningRules.flatMap((rule, i) => {
    const words =
      rule.kind === 'experience'
        ? rule.in
        : rule.kind === 'education'
          ? []
          : rule.kind === 'skill'
            ? rule.allOf
            : rule.anyOf;
    return [rule.reason, ...words].map((text) => ({ path: `screeningRules.${i}`, text }));
  });
  const facts = mustHave.flatMap((fact, i) =>
    [fact.label, fact.ask, fact.reason].flatMap((text) => both(`mustHave.${i}`, text)),
  );
  return [...facts, ...rules];
}

function writtenTexts(job: JobDefinition): WrittenText[] {
  const fields = Object.entries(job.fields).flatMap(([id, value]) =>
    typeof value === 'string' ? [{ path: `fields.${id}`, text: value }] : [],
  );
  return [
    { path: 'title', text: job.title },
    ...job.tasks.map((text, i) => ({ path: `tasks.${i}`, text })),
    ...rubricTexts(job),
    ...questionTexts(job),
    ...factTexts(job),
    { path: 'thresholds.rationale', text: job.thresholds.rationale },
    ...fields,
  ];
}

/** The exception that lets a finding stand; only rules that the law leaves room for have one. */
export function exceptionFor(
  finding: Pick<WordingFinding, 'rule' | 'quote' | 'overridable'>,
  exceptions: readonly WordingException[],
): WordingException | undefined {
  if (!finding.overridable) return undefined;
  return exceptions.find(
    (one) => one.rule === finding.rule && one.quote === finding.quote && one.reason.trim() !== '',
  );
}

/** Discriminatory wording blocks publishing unless a legal reason is given; doubtful wording is only named (assessment R12). */
export function checkWording(job: JobDefinition): JobFinding[] {
  const found = new Map<string, JobFinding>();
  for (const { path, text } of writtenTexts(job)) {
    if (text.trim() === '') continue;
    for (const finding of lintWording(text)) {
      const kept = exceptionFor(finding, job.wordingExceptions ?? []);
      const { rule, quote, overridable, reason, suggestion } = finding;
      found.set(`${path} ${rule} ${quote}`, {
        code: kept ? 'wording.kept' : 'wording',
        severity: finding.level === 'block' && !kept ? 'error' : 'warning',
        path,
        message: {
          zh: kept
            ? `已说明保留“${quote}”的理由，发布时会记入日志`
            : `“${quote}”：${reason.zh}${suggestion.zh}`,
          en: kept
            ? `A reason for keeping “${quote}” is given and will be logged when published`
            : `“${quote}”: ${reason.en} ${suggestion.en}`,
        },
        wording: { rule, quote, overridable },
      });
    }
  }
  return [...found.values()];
}

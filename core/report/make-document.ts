import { toHalf, toTen } from '../scoring/combine/combine-dimensions.ts';
import { inBoth } from '../scoring/reasons/reason-words.ts';
import { bestQuote } from './best-quote.ts';
import { secondRaterFrom } from './join-ratings.ts';
import { questionRows, shown } from './question-rows.ts';
import type { ReportSubject } from './read-report.ts';
import type { ReportDimension } from './report.ts';
import {
  actorKinds,
  type DimensionRow,
  type PointToVerify,
  type QuestionRow,
  type ReportDocument,
  reasonCodes,
  reportFormat,
  suggestions,
} from './report-document.ts';
import { aiLabel, limitsText } from './report-notices.ts';

/** Words from several answers, as far as they still stand at their places. */
const acrossRow = (
  { answers }: ReportSubject,
  { why, quotes }: NonNullable<ReportDimension['across']>,
): NonNullable<DimensionRow['across']> => ({
  why: why ? inBoth(why) : null,
  quotes: quotes.flatMap(({ questionId, turnId, start, end, quote, supports }) =>
    answers.find(({ id }) => id === turnId)?.text.slice(start, end) === quote
      ? [{ questionId, turnId, quote, supports }]
      : [],
  ),
});

/** The question whose judgement gave a dimension its reason. */
function whyQuestionOf(subject: ReportSubject, { code, why }: ReportDimension): string | null {
  if (why === null) return null;
  const same = JSON.stringify(why);
  const from = shown(subject)?.answers.find(({ whyNotHigher }) =>
    whyNotHigher.some(({ dimension, reason }) => dimension === code && JSON.stringify(reason) === same),
  );
  return from?.questionId ?? null;
}

function dimensionRows(subject: ReportSubject, questions: readonly QuestionRow[]): DimensionRow[] {
  const results = new Map(shown(subject)?.dimensions.map((row) => [row.code, row]));
  const evidence = questions.flatMap((question) => question.evidence);
  const turns = questions.flatMap((question) =>
    question.turns.map(({ answerId, text }) => ({ id: answerId, text, questionId: question.id })),
  );
  return subject.version.definition.rubric.map(({ dimension, weight, jobRelatedness }) => {
    const result = results.get(dimension.code);
    const best = bestQuote(evidence, turns, dimension.code);
    const questionId = turns.find(({ id }) => id === best?.answerId)?.questionId;
    return {
      code: dimension.code,
      name: { ...dimension.name },
      definition: { ...dimension.definition },
      anchors: dimension.anchors.map((anchor) => ({ ...anchor })),
      jobRelatedness,
      weight,
      redLine: dimension.redLine,
      state: result?.state ?? null,
      level: result?.level ?? null,
      score10: result?.score10 ?? null,
      band10: result?.band10 ? [result.band10[0], result.band10[1]] : null,
      confidence: result ? result.confidence : null,
      why: result?.why ? inBoth(result.why) : null,
      whyQuestionId: result ? whyQuestionOf(subject, result) : null,
      quote: best && questionId !== undefined ? { questionId, quote: best.quote } : null,
      across: result?.across ? acrossRow(subject, result.across) : null,
      parts: (result?.parts ?? []).map((part) => ({
        kind: part.kind,
        score10: part.score === null ? null : toHalf(toTen(part.score)),
      })),
    };
  });
}

function pointRows(subject: ReportSubject): PointToVerify[] {
  const dismissed = new Map(subject.dismissals.map((one) => [one.flagKey, one]));
  return (shown(subject)?.flags ?? []).map((flag) => {
    const dismissal = dismissed.get(flag.key);
    return {
      key: flag.key,
      kind: flag.kind,
      questionId: flag.questionId,
      quote: flag.span?.quote ?? null,
      turnId: flag.span?.turnId ?? null,
      reason: inBoth(flag.reason),
      ask: inBoth(flag.ask),
      dismissal: dismissal
        ? {
            by: subject.names.get(dismissal.dismissedBy) ?? null,
            at: dismissal.at,
            reason: dismissal.reason,
          }
        : null,
    };
  });
}

const differs = ({ parts }: ReportDimension): boolean => {
  const of = (human: boolean) =>
    parts.filter(({ kind }) => (kind === 'human') === human).flatMap(({ score }) => score ?? []);
  const [people, machine] = [of(true), of(false)];
  return machine.some((m) => people.some((p) => Math.abs(p - m) >= secondRaterFrom));
};

function resultRow(subject: ReportSubject): ReportDocument['result'] {
  const data = shown(subject);
  if (!data || !subject.report) return null;
  return {
    reportId: subject.report.id,
    number: subject.report.number,
    createdAt: data.createdAt,
    suggestion: data.suggestion,
    reason: data.reason,
    score10: data.score10,
    band10: data.band10 ? [data.band10[0], data.band10[1]] : null,
    sem10: data.sem10,
    coverage: data.coverage,
    scorers: data.scorers.map(({ kind, version, model, calibration }) => ({
      kind,
      version,
      model: model ?? null,
      calibration: calibration ?? null,
    })),
    secondRater: data.dimensions.filter(differs).map(({ code }) => code),
  };
}

function ratingRows(subject: ReportSubject): ReportDocument['ratings'] {
  if (subject.hidden) return [];
  const human = subject.runs.filter((run) => run.kind === 'human');
  const newest = new Map(human.map((run) => [run.raterId, run.id]));
  return human.map((run) => ({
    runId: run.id,
    by: { id: run.raterId, name: subject.names.get(run.raterId ?? '') ?? null },
    at: run.createdAt,
    blind: run.data.blind === true,
    counts: newest.get(run.raterId) === run.id,
    items: (run.data.ratings ?? []).map((rating) => ({ ...rating })),
  }));
}

function runRows(subject: ReportSubject): ReportDocument['scoreRuns'] {
  if (subject.hidden) return [];
  const machine = subject.runs.filter((run) => run.kind !== 'human').at(-1);
  const newest = new Map(
    subject.runs.filter((run) => run.kind === 'human').map((run) => [run.raterId, run.id]),
  );
  return subject.runs.map((run) => ({
    id: run.id,
    kind: run.kind,
    scorerVersion: run.scorerVersion,
    at: run.createdAt,
    used: run.id === machine?.id || newest.get(run.raterId) === run.id,
  }));
}

/** A stored code as one of those known today. */
const known = <T extends string, F>(values: readonly T[], value: string | null, otherwise: F): T | F =>
  values.find((one) => one === value) ?? otherwise;

/** Must-have facts beside the scores (assessment §2.11); silence in the résumé is unclear, never against anyone. */
function mustHaveRows({ version, application }: ReportSubject): ReportDocument['mustHave'] {
  return version.definition.mustHave.map((fact) => {
    const found = application.screening?.rules.find(({ ruleId }) => ruleId === fact.id);
    return {
      id: fact.id,
      label: { ...fact.label },
      ask: { ...fact.ask },
      strength: fact.strength,
      result: found?.result ?? 'unclear',
      quote: found?.quote ?? null,
    };
  });
}

function trail(subject: ReportSubject): Pick<ReportDocument, 'decisions' | 'history'> {
  const person = (id: string | null) => ({ id, name: id ? (subject.names.get(id) ?? null) : null });
  return {
    decisions: subject.decisions.map((one) => ({
      id: one.id,
      outcome: one.outcome,
      reasonCode: known(reasonCodes, one.reasonCode, 'other'),
      note: one.note,
      suggestion: subject.hidden ? null : known(suggestions, one.suggestion, null),
      by: person(one.decidedBy),
      at: one.decidedAt,
    })),
    history: subject.events.map((event) => ({
      from: event.fromStatus,
      to: event.toStatus,
      by: person(event.actorKind === 'person' ? event.actorId : null),
      actor: known(actorKinds, event.actorKind, 'system'),
      at: event.at,
    })),
  };
}

/** Puts a report into the form that the page, the exports and the API share. @param now ISO 8601 */
export function makeDocument(subject: ReportSubject, now: string): ReportDocument {
  const { application, version, interview, feedback, hidden } = subject;
  const job = version.definition;
  const questions = questionRows(subject);
  return {
    format: reportFormat,
    producedAt: now,
    hidden,
    aiLabel: { ...aiLabel },
    limits: { ...limitsText },
    application: { id: application.id, status: application.status },
    candidate: {
      id: hidden ? null : application.candidateId,
      name: hidden ? null : subject.candidateName,
    },
    job: {
      id: version.jobId,
      title: job.title,
      versionId: version.id,
      versionNumber: version.number,
      region: job.region,
      cutHi: job.thresholds.cutHi,
      cutLo: job.thresholds.cutLo,
      rationale: job.thresholds.rationale,
      blindMode: job.interview.humanRatesFirst,
    },
    interview: {
      id: interview.id,
      state: interview.state,
      lang: interview.lang,
      experience: interview.plan.band,
      submittedAt: interview.submittedAt,
      aiScoring: interview.aiScoring,
      // An accommodation; raters are not told (R14), except where a talk has to be held.
      wantsPerson: interview.submittedAt === null && interview.accommodations.humanInterviewer,
    },
    result: resultRow(subject),
    layout: {
      sections: [...job.reportLayout.sections],
      emphasis: [...job.reportLayout.emphasis],
      chart: job.reportLayout.chart,
    },
    dimensions: dimensionRows(subject, questions),
    questions,
    pointsToVerify: pointRows(subject),
    mustHave: mustHaveRows(subject),
    ratings: ratingRows(subject),
    scoreRuns: runRows(subject),
    ...trail(subject),
    feedback: feedback
      ? { state: feedback.state, releasedAt: feedback.releasedAt, openedAt: feedback.openedAt }
      : null,
  };
}

import { countedAnswers } from '../interview/scoring-input.ts';
import type { Answer, Recording } from '../ports/repositories/interviews.ts';
import { toHalf, toTen } from '../scoring/combine/combine-dimensions.ts';
import { inBoth } from '../scoring/reasons/reason-words.ts';
import { secondRaterFrom } from './join-ratings.ts';
import { quoteMoment } from './quote-moment.ts';
import type { ReportSubject } from './read-report.ts';
import type { ReportAnswer, ReportData, ReportDimension } from './report.ts';
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

type Turn = QuestionRow['turns'][number];

/** The report's data as far as this reader may see it. */
const shown = (subject: ReportSubject): ReportData | null =>
  subject.hidden ? null : (subject.report?.data ?? null);

function dimensionRows(subject: ReportSubject): DimensionRow[] {
  const results = new Map(shown(subject)?.dimensions.map((row) => [row.code, row]));
  return subject.version.definition.rubric.map(({ dimension, weight, jobRelatedness }) => {
    const result = results.get(dimension.code);
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
      parts: (result?.parts ?? []).map((part) => ({
        kind: part.kind,
        score10: part.score === null ? null : toHalf(toTen(part.score)),
      })),
    };
  });
}

function recordingRow(recording: Recording | undefined): Turn['recording'] {
  if (!recording) return null;
  const { id, mediaType, durationMs, state } = recording;
  return { id, mediaType, durationMs, available: state === 'complete' || state === 'compacted' };
}

const turnRow = (answer: Answer, recordings: readonly Recording[]): Turn => ({
  answerId: answer.id,
  turn: answer.turn,
  attempt: answer.attempt,
  probe: answer.probe,
  mode: answer.mode,
  text: answer.text,
  originalText: answer.originalText,
  textSource: answer.textSource,
  asrConfidence: answer.asrConfidence,
  skipped: answer.skipped,
  recording: recordingRow(recordings.find(({ id }) => id === answer.recordingId)),
});

/** Evidence whose words still stand at their place; after a correction of the transcript older quotes may not. */
function evidenceRows(
  subject: ReportSubject,
  judged: ReportAnswer | undefined,
  turns: readonly Answer[],
): QuestionRow['evidence'] {
  return (judged?.evidence ?? []).flatMap((evidence) => {
    const turn = turns.find(({ id }) => id === evidence.turnId);
    if (turn?.text.slice(evidence.start, evidence.end) !== evidence.quote) return [];
    const recording = subject.recordings.find(({ id }) => id === turn.recordingId);
    const { dimension, turnId, start, end, quote, supports } = evidence;
    const moment = quoteMoment(recording?.transcript ?? null, turn.text, quote, start);
    return [{ dimension, turnId, start, end, quote, supports, moment }];
  });
}

const stateOf = (turns: readonly Answer[]): QuestionRow['state'] => {
  const first = turns[0];
  if (!first) return 'not_asked';
  if (first.skipped) return 'skipped';
  return turns.every(({ text }) => text.trim() === '') ? 'technical' : 'answered';
};

function questionRows(subject: ReportSubject): QuestionRow[] {
  const judged = new Map(shown(subject)?.answers.map((answer) => [answer.questionId, answer]));
  return subject.interview.plan.questions.flatMap(({ questionId }) => {
    const question = subject.version.definition.questions.find(({ id }) => id === questionId);
    if (!question) return [];
    const turns = countedAnswers(subject.answers, questionId);
    const result = judged.get(questionId);
    return [
      {
        id: questionId,
        text: { ...question.text },
        type: question.type,
        dimensions: question.dimensions.filter((code) =>
          subject.version.definition.rubric.some((row) => row.dimension.code === code),
        ),
        state: result?.state ?? stateOf(turns),
        turns: turns.map((answer) => turnRow(answer, subject.recordings)),
        evidence: evidenceRows(subject, result, turns),
        missing: [...(result?.missing ?? [])],
        whyNotHigher: (result?.whyNotHigher ?? []).map(({ dimension, reason }) => ({
          dimension,
          text: inBoth(reason),
        })),
      },
    ];
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
    dimensions: dimensionRows(subject),
    questions: questionRows(subject),
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

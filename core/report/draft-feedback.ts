import type { JobDefinition } from '../job/job-definition.ts';
import type { Answer } from '../ports/repositories/interviews.ts';
import { bestQuote } from './best-quote.ts';
import type { CandidateFeedback, FeedbackPoint } from './feedback.ts';
import type { ReportData, ReportDimension } from './report.ts';

function anchorOf(job: JobDefinition, code: string, level: number, lang: 'zh' | 'en'): string {
  const item = job.rubric.find((row) => row.dimension.code === code);
  return item?.dimension.anchors[level - 1]?.[lang] ?? '';
}

const nameOf = (job: JobDefinition, code: string, lang: 'zh' | 'en'): string =>
  job.rubric.find((row) => row.dimension.code === code)?.dimension.name[lang] ?? code;

function strength(
  job: JobDefinition,
  report: ReportData,
  answers: readonly Answer[],
  row: ReportDimension,
  lang: 'zh' | 'en',
): FeedbackPoint {
  const name = nameOf(job, row.code, lang);
  const anchor = anchorOf(job, row.code, row.level ?? 3, lang);
  return {
    dimension: row.code,
    text: lang === 'zh' ? `${name}：${anchor}` : `${name}: ${anchor}`,
    quote:
      bestQuote(
        report.answers.flatMap(({ evidence }) => evidence),
        answers,
        row.code,
      )?.quote ?? null,
  };
}

function improvement(job: JobDefinition, row: ReportDimension, lang: 'zh' | 'en'): FeedbackPoint {
  const name = nameOf(job, row.code, lang);
  const next = anchorOf(job, row.code, Math.min(5, (row.level ?? 1) + 1), lang);
  return {
    dimension: row.code,
    text:
      lang === 'zh'
        ? `${name}：下次回答时可以讲讲这样的做法——${next}`
        : `${name}: next time, tell of something like this: ${next}`,
    quote: null,
  };
}

/**
 * A draft of the feedback for the candidate from fixed sentences, own quotes and the anchors one level up
 * (assessment §7): two strengths, one or two improvements, a tip. Only scored dimensions; no comparison with others.
 */
export function draftFeedback(
  job: JobDefinition,
  report: ReportData,
  answers: readonly Answer[],
  lang: 'zh' | 'en',
): CandidateFeedback {
  const scored = report.dimensions.filter((row) => row.state === 'scored' && row.score !== null);
  const best = [...scored].sort((a, b) => (b.score ?? 0) - (a.score ?? 0));
  const strong = best.filter((row) => (row.level ?? 0) >= 3).slice(0, 2);
  const weak = best
    .filter((row) => !strong.includes(row) && (row.level ?? 5) < 5)
    .reverse()
    .slice(0, 2);
  const zh = lang === 'zh';
  return {
    lang,
    summary: zh
      ? `感谢您参加「${job.title}」的面试。下面是根据您的回答整理的反馈，供您参考。`
      : `Thank you for interviewing for “${job.title}”. This feedback is drawn from your answers.`,
    strengths: strong.map((row) => strength(job, report, answers, row, lang)),
    improvements: weak.map((row) => improvement(job, row, lang)),
    tip: zh
      ? '小建议：讲一件具体的事，按「当时的情况—您的任务—您自己做了什么—结果怎样」的顺序说，会更清楚。'
      : 'Tip: tell of one concrete case in the order situation, your task, what you did yourself, result.',
    levels: scored.map((row) => ({
      dimension: row.code,
      score10: row.score10 ?? 0,
      band10: row.band10 ?? [0, 10],
    })),
  };
}

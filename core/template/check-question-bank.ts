import { checkQuestion } from './check-question.ts';
import { checkTexts } from './check-texts.ts';
import { findRepeats } from './find-repeats.ts';
import { type Finding, pointer } from './finding.ts';
import { checkFullWidthLatin } from './full-width-latin.ts';
import type { Question, QuestionBank } from './schemas/question.ts';

/** What the bank of a dimension holds at least, so that jobs can choose (assessment §3.2). */
const fewest = { behavioural: 6, situational: 4 } as const;
const allBands = ['graduate', '1-3', '3-5', '5+'] as const;

/**
 * Checks what a question bank means, after `loadQuestionBank` has checked its shape: every question by itself, enough of
 * them for every experience band, ids unique, and parallel forms that are truly parallel (same type and dimensions, no band twice).
 */
export function checkQuestionBank(bank: QuestionBank): readonly Finding[] {
  return [
    ...bank.questions.flatMap((question, i) => checkQuestion(question, pointer('/questions', i))),
    ...findRepeats(
      bank.questions.map((question) => question.id),
      (i) => pointer('/questions', i, 'id'),
    ),
    ...findRepeats(
      bank.questions.map((question) => question.text.zh),
      (i) => pointer('/questions', i, 'text', 'zh'),
    ),
    ...checkPrimary(bank),
    ...checkSupply(bank),
    ...checkForms(bank.questions),
    ...checkFullWidthLatin(bank),
    ...checkTexts(bank),
  ];
}

function checkPrimary({ dimension, questions }: QuestionBank): Finding[] {
  return questions.flatMap((question, i) =>
    question.dimensions[0] === dimension
      ? []
      : [
          {
            severity: 'error' as const,
            code: 'other-dimension',
            path: pointer('/questions', i, 'dimensions', 0),
            message: {
              zh: `主维度应是「${dimension}」，请改正或移到「${question.dimensions[0]}」的题库`,
              en: `the primary dimension must be “${dimension}”; correct it or move it to the bank of “${question.dimensions[0]}”`,
            },
          },
        ],
  );
}

function checkSupply({ questions }: QuestionBank): Finding[] {
  return (['behavioural', 'situational'] as const).flatMap((type) => {
    const own = questions.filter((question) => question.type === type);
    const findings: Finding[] = [];
    const name = { behavioural: '行为题', situational: '情景题' }[type];
    if (own.length < fewest[type]) {
      findings.push(
        warning(
          'few-questions',
          '/questions',
          `${name}只有 ${own.length} 道，请补到 ${fewest[type]} 道`,
          `only ${own.length} ${type} questions; write at least ${fewest[type]}`,
        ),
      );
    }
    const missing = allBands.filter((band) => !own.some((question) => question.bands.includes(band)));
    if (missing.length > 0) {
      findings.push(
        warning(
          'band-not-covered',
          '/questions',
          `没有给这些经验段的${name}：${missing.join('、')}，请补充`,
          `no ${type} question for these experience bands: ${missing.join(', ')}; add some`,
        ),
      );
    }
    return findings;
  });
}

function checkForms(questions: readonly Question[]): Finding[] {
  const first = new Map<string, { readonly question: Question; readonly bands: Set<string> }>();
  return questions.flatMap((question, i) => {
    if (question.form === undefined) return [];
    const known = first.get(question.form);
    if (known === undefined) {
      first.set(question.form, { question, bands: new Set(question.bands) });
      return [];
    }
    const same =
      known.question.type === question.type &&
      known.question.dimensions.join() === question.dimensions.join() &&
      question.bands.every((band) => !known.bands.has(band));
    for (const band of question.bands) known.bands.add(band);
    if (same) return [];
    return [
      {
        severity: 'error' as const,
        code: 'form-not-parallel',
        path: pointer('/questions', i, 'form'),
        message: {
          zh: `与「${known.question.id}」同为「${question.form}」的平行题，但题型或维度不同、或经验段重叠，请统一`,
          en: `stands as a parallel form of “${known.question.id}” but differs in type or dimensions or shares an experience band; align them`,
        },
      },
    ];
  });
}

function warning(code: string, path: string, zh: string, en: string): Finding {
  return { severity: 'warning', code, path, message: { zh, en } };
}

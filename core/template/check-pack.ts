import { checkPackParts } from './check-pack-parts.ts';
import { checkTexts } from './check-texts.ts';
import { findRepeats } from './find-repeats.ts';
import { type Finding, pointer } from './finding.ts';
import type { IndustryPack } from './schemas/industry-pack.ts';
import { type TemplateLibrary, unknownDimension } from './template-library.ts';

/** A composite is shown only when the scored dimensions hold this share of the weight (assessment §2.5). */
const leastCoveredWeight = 70;

/**
 * Checks what a pack means, after `loadPack` has checked its shape: weights, ids, references, coverage of the rubric
 * by questions, facts with reasons, flow, report layout, both languages, wording. An empty list means ready to use.
 */
export function checkPack(pack: IndustryPack, library: TemplateLibrary): readonly Finding[] {
  return [
    ...checkRubric(pack, library),
    ...checkJobs(pack, library),
    ...checkPackParts(pack, library),
    ...checkTexts(pack),
  ];
}

function checkRubric(pack: IndustryPack, library: TemplateLibrary): Finding[] {
  const findings: Finding[] = [];
  const total = pack.rubric.reduce((sum, item) => sum + item.weight, 0);
  if (total !== 100) {
    findings.push({
      severity: 'error',
      code: 'weights-not-100',
      path: '/rubric',
      message: {
        zh: `权重合计为 ${total}，请调整为 100`,
        en: `the weights add up to ${total}; make them 100`,
      },
    });
  }
  findings.push(
    ...findRepeats(
      pack.rubric.map((item) => item.dimension),
      (i) => pointer('/rubric', i, 'dimension'),
    ),
  );
  pack.rubric.forEach((item, i) => {
    if (!library.dimensions.has(item.dimension)) {
      findings.push(unknownDimension(item.dimension, pointer('/rubric', i, 'dimension')));
    }
    if (!pack.questions.some((question) => question.dimensions.includes(item.dimension))) {
      findings.push({
        severity: 'error',
        code: 'dimension-not-asked',
        path: pointer('/rubric', i, 'dimension'),
        message: {
          zh: `没有题目考察「${item.dimension}」，请补充题目或去掉该维度`,
          en: `no question asks for “${item.dimension}”; add one or drop the dimension`,
        },
      });
    }
  });
  return findings;
}

function checkJobs(pack: IndustryPack, library: TemplateLibrary): Finding[] {
  const own = new Map(pack.questions.map((question) => [question.id, question]));
  return [
    ...findRepeats(
      pack.jobs.map((job) => job.id),
      (i) => pointer('/jobs', i, 'id'),
    ),
    ...pack.jobs.flatMap((job, i) => {
      const path = pointer('/jobs', i, 'questions');
      const questions = job.questions.map((id) => own.get(id) ?? library.bankQuestions.get(id));
      const missing = job.questions.flatMap((id, k) =>
        questions[k] === undefined ? [unknownQuestion(id, pointer(path, k))] : [],
      );
      const covered = new Set<string>(questions.flatMap((question) => question?.dimensions ?? []));
      return [
        ...findRepeats(job.questions, (k) => pointer(path, k)),
        ...missing,
        ...coverage(pack, covered, path),
      ];
    }),
  ];
}

function unknownQuestion(id: string, path: string): Finding {
  return {
    severity: 'error',
    code: 'unknown-question',
    path,
    message: {
      zh: `找不到题目「${id}」，请填本包题目的编号，或题库的「维度代码/编号」`,
      en: `question “${id}” was not found; use an id of this pack or “<CODE>/<id>” of the bank`,
    },
  };
}

function coverage(pack: IndustryPack, covered: ReadonlySet<string>, path: string): Finding[] {
  const unasked = pack.rubric.filter((item) => !covered.has(item.dimension));
  if (unasked.length === 0) return [];
  const weight = pack.rubric.reduce((sum, item) => sum + (covered.has(item.dimension) ? item.weight : 0), 0);
  const codes = unasked.map((item) => item.dimension).join(', ');
  const tooLittle = weight < leastCoveredWeight;
  return [
    {
      severity: tooLittle ? 'error' : 'warning',
      code: 'job-leaves-dimension-out',
      path,
      message: {
        zh: `这些题没有考察 ${codes}，已覆盖权重 ${weight}%${tooLittle ? `，低于 ${leastCoveredWeight}% 无法得出综合分` : ''}，请换题或加题`,
        en: `these questions leave out ${codes} and cover ${weight}% of the weight${tooLittle ? `; below ${leastCoveredWeight}% there is no composite` : ''}; change or add a question`,
      },
    },
  ];
}

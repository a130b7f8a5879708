import { findRepeats } from './find-repeats.ts';
import { type Finding, pointer } from './finding.ts';
import type { IndustryPack } from './schemas/industry-pack.ts';
import type { Question } from './schemas/question.ts';
import { type TemplateLibrary, unknownDimension } from './template-library.ts';

/** The order in which stages can follow each other. */
const stageOrder = ['screening', 'interview', 'second_round', 'offer_approval', 'offer'] as const;
/** Sections that a report can move but not lose (assessment §2.11). */
const fixedSections = ['suggestion', 'limits', 'decision'] as const;

/** The checks of a pack's questions, facts, fields, flow and report layout. */
export function checkPackParts(pack: IndustryPack, library: TemplateLibrary): Finding[] {
  return [
    ...checkQuestions(pack, library),
    ...checkForms(pack),
    ...checkFacts(pack),
    ...checkFields(pack),
    ...checkFlow(pack),
    ...checkLayout(pack),
  ];
}

function checkQuestions(pack: IndustryPack, library: TemplateLibrary): Finding[] {
  const rubric = new Set<string>(pack.rubric.map((item) => item.dimension));
  const findings = findRepeats(
    pack.questions.map((question) => question.id),
    (i) => pointer('/questions', i, 'id'),
  );
  pack.questions.forEach((question, i) => {
    question.dimensions.forEach((code, k) => {
      const path = pointer('/questions', i, 'dimensions', k);
      if (!library.dimensions.has(code)) findings.push(unknownDimension(code, path));
      else if (!rubric.has(code)) {
        findings.push(
          warning(
            path,
            'dimension-outside-rubric',
            `评分表里没有「${code}」，这道题在该维度的得分不会进入综合分`,
            `the rubric has no “${code}”; this question’s score there will not count`,
          ),
        );
      }
    });
    findings.push(...needsKeys(question, pointer('/questions', i)));
  });
  return findings;
}

function needsKeys(question: Question, path: string): Finding[] {
  const byKeys = question.type === 'knowledge' || question.type === 'code';
  const least = byKeys ? 3 : 2;
  if (question.keys.length >= least) return [];
  const zh = `${byKeys ? '知识题和代码题按要点评分，' : ''}至少填写 ${least} 个要点`;
  const en = `${byKeys ? 'knowledge and code questions are judged by key points; ' : ''}give at least ${least}`;
  return [
    byKeys
      ? error(pointer(path, 'keys'), 'too-few-keys', zh, en)
      : warning(pointer(path, 'keys'), 'too-few-keys', zh, en),
  ];
}

function checkForms(pack: IndustryPack): Finding[] {
  const first = new Map<string, Question>();
  return pack.questions.flatMap((question, i) => {
    if (question.form === undefined) return [];
    const other = first.get(question.form);
    if (other === undefined) {
      first.set(question.form, question);
      return [];
    }
    const sameDimensions = question.dimensions.join() === other.dimensions.join();
    if (sameDimensions) return [];
    return [
      error(
        pointer('/questions', i, 'form'),
        'form-differs',
        `与「${other.id}」是平行题，考察维度必须相同`,
        `this is a parallel form of “${other.id}”; both must ask for the same dimensions`,
      ),
    ];
  });
}

function checkFacts(pack: IndustryPack): Finding[] {
  const findings = findRepeats(
    pack.mustHave.map((fact) => fact.id),
    (i) => pointer('/mustHave', i, 'id'),
  );
  pack.mustHave.forEach((fact, i) => {
    const weak = fact.kind === 'experience_years' || fact.kind === 'education';
    if (weak && fact.strength === 'required') {
      findings.push(
        warning(
          pointer('/mustHave', i, 'strength'),
          'weak-hard-rule',
          '年限和学历对工作表现的预测力很低，除非法规要求，建议改为「优先」',
          'years and schooling predict little; unless a rule demands it, make it “preferred”',
        ),
      );
    }
  });
  return findings;
}

function checkFields(pack: IndustryPack): Finding[] {
  const findings = findRepeats(
    pack.fields.map((field) => field.id),
    (i) => pointer('/fields', i, 'id'),
  );
  pack.fields.forEach((field, i) => {
    const choice = field.kind === 'choice' || field.kind === 'multi_choice';
    const path = pointer('/fields', i, 'options');
    if (choice && field.options === undefined) {
      findings.push(error(path, 'options-missing', '选择题型的字段要列出选项', 'a choice needs its options'));
    }
    if (!choice && field.options !== undefined) {
      findings.push(
        error(
          path,
          'options-unused',
          '只有选择类字段才有选项，请删去',
          'only a choice has options; remove them',
        ),
      );
    }
    findings.push(
      ...findRepeats(
        (field.options ?? []).map((option) => option.id),
        (k) => pointer(path, k, 'id'),
      ),
    );
  });
  return findings;
}

function checkFlow(pack: IndustryPack): Finding[] {
  const findings: Finding[] = [];
  if (!pack.flow.includes('interview')) {
    findings.push(
      error('/flow', 'flow-without-interview', '流程里要有面试环节', 'the flow needs an interview'),
    );
  }
  const places = pack.flow.map((stage) => stageOrder.indexOf(stage));
  if (places.some((place, i) => i > 0 && place <= (places[i - 1] ?? -1))) {
    findings.push(
      error(
        '/flow',
        'flow-order',
        '环节顺序应为：筛选、面试、复试、审批、录用',
        'the order is screening, interview, second_round, offer_approval, offer',
      ),
    );
  }
  return findings;
}

function checkLayout(pack: IndustryPack): Finding[] {
  const rubric = new Set<string>(pack.rubric.map((item) => item.dimension));
  const missing = fixedSections.filter((section) => !pack.reportLayout.sections.includes(section));
  const findings = missing.map((section) =>
    error(
      '/reportLayout/sections',
      'section-missing',
      `报告必须包含「${section}」，可以移动但不能去掉`,
      `a report must show “${section}”; it can be moved, not removed`,
    ),
  );
  pack.reportLayout.emphasis.forEach((code, i) => {
    if (rubric.has(code)) return;
    findings.push(
      error(
        pointer('/reportLayout/emphasis', i),
        'emphasis-outside-rubric',
        `评分表里没有「${code}」，不能突出显示`,
        `the rubric has no “${code}”, so it can’t be emphasised`,
      ),
    );
  });
  return findings;
}

function error(path: string, code: string, zh: string, en: string): Finding {
  return { severity: 'error', code, path, message: { zh, en } };
}

function warning(path: string, code: string, zh: string, en: string): Finding {
  return { severity: 'warning', code, path, message: { zh, en } };
}

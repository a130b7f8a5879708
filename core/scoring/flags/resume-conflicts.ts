import { chineseInteger } from '../analysers/chinese-integer.ts';
import type { Range } from '../text/sentences.ts';

/** A place of the answer that says otherwise than the résumé, with the résumé's words. */
export interface ResumeConflict {
  readonly range: Range;
  readonly resume: string;
}

const NUMBER = '(?:\\d{1,2}|[一二两三四五六七八九十]{1,3})';
const EXPERIENCE = new RegExp(
  `(?:(?:做|干|从事|从业|工作)(?:了)?[^，。！？\\n\\d]{0,8}?(${NUMBER})(?:多)?年|(${NUMBER})(?:多)?年(?:的)?[^，。！？\\n]{0,8}?(?:经验|工龄|从业))`,
  'gu',
);
const EXPERIENCE_EN = /\b(\d{1,2})\+? years?(?: of)?(?: [a-z]+){0,3} experience\b/gu;

const DEGREES: readonly RegExp[] = [
  /博士|\bphd\b|\bdoctorate\b/u,
  /硕士|研究生|\bmaster'?s?\b/u,
  /本科|学士|\bbachelor'?s?\b/u,
  /大专|专科/u,
  /中专|职高|技校/u,
  /高中(?!生)/u,
];
const OWN_DEGREE =
  /我?(?:是|读的?是?|学历(?:是|为)?|毕业于?|拿(?:的|到)?(?:了)?|have a|hold a|my)[^，。！？,.\n]{0,10}?(博士|硕士|研究生|本科|学士|大专|专科|中专|职高|技校|phd|master'?s?|bachelor'?s?)/gu;

const LEVELS: readonly RegExp[] = [
  /(?:英语|cet-?|大学英语)(四|六|4|6)级?/gu,
  /普通话(?:水平)?(一级甲等|一级乙等|二级甲等|二级乙等|三级甲等)/gu,
  /(?:计算机)(?:等级)?(一|二|三|四)级/gu,
  /(初级|中级|高级)(?:会计|工程师|电工|焊工|技师|育婴师|养老护理|茶艺师|经济师|社工)/gu,
  /(?:电工|焊工|厨师|中式烹调|美容|美发|养老护理|育婴)(初级|中级|高级|一级|二级|三级|四级|五级)/gu,
];

const EMPLOYER =
  /([\u4e00-\u9fffa-z0-9]{2,14}?(?:有限公司|集团|公司|酒店|医院|工厂|商场|超市|门店|物流|科技|药房|餐厅|饭店|银行|学校|幼儿园))/gu;
const GENERIC_EMPLOYER =
  /^(?:我们|这家|那家|一家|上家|前公司|现在|原来|贵|本|老|新|别的|其他|某|做|在)|的(?:公司|酒店|医院|学校)$/u;
const YEARS =
  /((?:19|20)\d\d)\s?(?:年|[./-])[^。！？\n]{0,10}?(?:到|至|-|–|—|~)\s?((?:19|20)\d\d|至今|现在|今)/u;
const NEAR = 40;

/**
 * Contradictions between an answer and the résumé worth asking about: years of experience, own degree, grade of a certificate, years
 * at an employer. Only what both state and state differently; what one of them leaves out is none (assessment §2.6).
 */
export const resumeConflicts = (answer: string, resumeText: string): ResumeConflict[] => {
  const resume = resumeText.normalize('NFKC').toLowerCase().slice(0, 20_000);
  return [
    ...experienceConflicts(answer, resume),
    ...degreeConflicts(answer, resume),
    ...gradeConflicts(answer, resume),
    ...employerConflicts(answer, resume),
  ];
};

interface Years {
  readonly range: Range;
  readonly years: number;
  readonly text: string;
}

const yearsOf = (text: string): Years[] =>
  [EXPERIENCE, EXPERIENCE_EN].flatMap((pattern) =>
    [...text.matchAll(pattern)].flatMap((match) => {
      const number = match[1] ?? match[2] ?? '';
      const years = /^\d+$/u.test(number) ? Number(number) : chineseInteger(number);
      if (years === null) return [];
      return [{ range: { start: match.index, end: match.index + match[0].length }, years, text: match[0] }];
    }),
  );

/** Years may be counted differently by one or two; a wide gap is worth a question. */
const YEARS_APART = 3;

const experienceConflicts = (answer: string, resume: string): ResumeConflict[] => {
  const stated = yearsOf(resume);
  const most = stated.reduce<Years | null>(
    (best, item) => (best === null || item.years > best.years ? item : best),
    null,
  );
  if (most === null) return [];
  return yearsOf(answer)
    .filter((said) => said.years - most.years >= YEARS_APART)
    .map((said) => ({ range: said.range, resume: most.text }));
};

const rankOf = (text: string): number => DEGREES.findIndex((pattern) => pattern.test(text));

const degreeConflicts = (answer: string, resume: string): ResumeConflict[] => {
  const held = rankOf(resume);
  const written = DEGREES[held]?.exec(resume)?.[0];
  if (written === undefined) return [];
  return [...answer.matchAll(OWN_DEGREE)]
    .filter((match) => {
      const said = rankOf(match[1] ?? '');
      return said >= 0 && said < held;
    })
    .map((match) => ({ range: { start: match.index, end: match.index + match[0].length }, resume: written }));
};

const gradeConflicts = (answer: string, resume: string): ResumeConflict[] =>
  LEVELS.flatMap((pattern) => {
    const held = [...resume.matchAll(pattern)];
    if (held.length === 0) return [];
    const grades = new Set(held.map((match) => match[1]));
    return [...answer.matchAll(pattern)]
      .filter((match) => !grades.has(match[1]))
      .map((match) => ({
        range: { start: match.index, end: match.index + match[0].length },
        resume: held[0]?.[0] ?? '',
      }));
  });

const employerConflicts = (answer: string, resume: string): ResumeConflict[] => {
  const found: ResumeConflict[] = [];
  for (const match of answer.matchAll(EMPLOYER)) {
    const name = match[1] as string;
    if (GENERIC_EMPLOYER.test(name)) continue;
    const core = name.slice(-6);
    const at = resume.indexOf(core);
    if (at < 0) continue;
    const said = YEARS.exec(answer.slice(Math.max(0, match.index - NEAR), match.index + name.length + NEAR));
    const written = YEARS.exec(resume.slice(Math.max(0, at - NEAR), at + core.length + NEAR));
    if (said === null || written === null || said[1] === written[1]) continue;
    const start = Math.max(0, match.index - NEAR) + said.index;
    found.push({ range: { start, end: start + said[0].length }, resume: written[0] });
  }
  return found;
};

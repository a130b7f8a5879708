import { monthNumber } from './dates.ts';
import { mentions } from './near-synonyms.ts';
import type { Degree, ResumeProfile, SkillItem, WorkItem } from './profile.ts';
import type { ScreeningRule } from './screening-rule.ts';
import { yearsOfExperience } from './years-of-experience.ts';

/** 符合 · 待确认 · 不符合. A fact that the résumé does not state is `unclear`, never `mismatch`. */
export type ScreeningResult = 'match' | 'unclear' | 'mismatch';

/** What one rule found, with the line of the résumé that it rests on. */
export interface RuleFinding {
  readonly ruleId: string;
  readonly kind: ScreeningRule['kind'];
  readonly strength: 'hard' | 'soft';
  readonly result: ScreeningResult;
  /** Words of the résumé, as written; null when nothing in it speaks of the rule. */
  readonly quote: string | null;
  /** What was not found: missing skills, certificates asked for. */
  readonly missing: readonly string[];
  /** Skills only: 1 for each shown in a sentence of experience, 0.5 for each only listed, averaged. */
  readonly coverage: number | null;
}

export interface Screening {
  /** Over the hard rules alone. `mismatch` still waits for a person (assessment.md R5, §6.2). */
  readonly result: ScreeningResult;
  readonly findings: readonly RuleFinding[];
}

/** What screening reads: the profile and the visible text by page. */
export interface ScreenedResume {
  readonly profile: ResumeProfile;
  readonly pages: readonly (readonly string[])[];
}

type Partial = Pick<RuleFinding, 'result' | 'quote'> &
  Readonly<{ missing?: readonly string[]; coverage?: number }>;

/**
 * Applies screening rules to a résumé (assessment.md §6.2).
 * @param now `YYYY-MM`, for running jobs and expired certificates.
 */
export function screenResume(
  rules: readonly ScreeningRule[],
  resume: ScreenedResume,
  now: string,
): Screening {
  const findings = rules.map((rule): RuleFinding => {
    const found = apply(rule, resume, now);
    return {
      ruleId: rule.id,
      kind: rule.kind,
      strength: rule.strength,
      result: found.result,
      quote: found.quote,
      missing: found.missing ?? [],
      coverage: found.coverage ?? null,
    };
  });
  const hard = findings.filter((finding) => finding.strength === 'hard');
  const result = hard.some((finding) => finding.result === 'mismatch')
    ? 'mismatch'
    : hard.some((finding) => finding.result === 'unclear')
      ? 'unclear'
      : 'match';
  return { result, findings };
}

function apply(rule: ScreeningRule, resume: ScreenedResume, now: string): Partial {
  switch (rule.kind) {
    case 'education':
      return education(rule.atLeast, resume);
    case 'experience':
      return experience(rule.atLeastYears, rule.in, resume, now);
    case 'certificate':
      return certificate(rule.anyOf, resume, now);
    case 'skill':
      return skills(rule.allOf, resume);
    case 'language':
      return anyWord(rule.anyOf, resume);
    case 'city':
      return city(rule.anyOf, resume);
    case 'keyword':
      return anyWord(rule.anyOf, resume);
  }
}

const ranks: Readonly<Record<Degree, number>> = {
  初中: 1,
  高中: 2,
  中专: 2,
  大专: 3,
  本科: 4,
  硕士: 5,
  博士: 6,
};

const linesOf = (resume: ScreenedResume): string[] => resume.pages.flat();

const lineWith = (resume: ScreenedResume, ...words: readonly string[]): string | null =>
  linesOf(resume).find((line) => words.every((word) => line.includes(word))) ?? null;

function education(atLeast: Degree, resume: ScreenedResume): Partial {
  const stated = resume.profile.education.filter((item) => item.degree !== null);
  const best = stated.toSorted((a, b) => ranks[b.degree as Degree] - ranks[a.degree as Degree])[0];
  if (!best) {
    const word = linesOf(resume).find((line) =>
      /学历[:：]?\s*(?:初中|高中|中专|大专|本科|硕士|博士)/.test(line),
    );
    return { result: 'unclear', quote: word ?? null, missing: [atLeast] };
  }
  const quote = lineWith(resume, best.school) ?? `${best.school} ${best.degree}`;
  if (ranks[best.degree as Degree] >= ranks[atLeast]) return { result: 'match', quote };
  const open = stated.length < resume.profile.education.length;
  return { result: open ? 'unclear' : 'mismatch', quote, missing: [atLeast] };
}

const tells = (item: WorkItem, words: readonly string[]): boolean =>
  words.length === 0 ||
  words.some((word) => mentions(`${item.title ?? ''}\n${item.company}\n${item.text}`, word));

const dated = (item: WorkItem): boolean =>
  monthNumber(item.from) !== null && (item.to === 'present' || monthNumber(item.to) !== null);

function experience(atLeast: number, words: readonly string[], resume: ScreenedResume, now: string): Partial {
  const relevant = resume.profile.work.filter((item) => tells(item, words));
  const known = relevant.filter(dated);
  const years = yearsOfExperience(known, now) ?? 0;
  const first = known[0] ?? relevant[0];
  const quote = first ? (lineWith(resume, first.company) ?? first.company) : null;
  if (first && years >= atLeast) return { result: 'match', quote };
  // Without any such work the résumé may only word it differently; with undated work the sum is open.
  const open = relevant.length === 0 || known.length < relevant.length;
  return { result: open ? 'unclear' : 'mismatch', quote, missing: [`${atLeast}`] };
}

const expiry = /(?:有效期|有效|复审|年审)[^0-9]{0,6}((?:19|20)\d{2})\s*[年./-]\s*(\d{1,2})/;

function certificate(anyOf: readonly string[], resume: ScreenedResume, now: string): Partial {
  const named = resume.profile.certificates.find((name) => anyOf.some((word) => mentions(name, word)));
  const quote = named
    ? (lineWith(resume, named) ?? named)
    : (linesOf(resume).find((line) => !isWish(line) && anyOf.some((word) => mentions(line, word))) ?? null);
  if (quote === null) return { result: 'unclear', quote: null, missing: anyOf };
  const ends = expiry.exec(quote.slice(Math.max(0, quote.indexOf(named ?? ''))));
  const until = ends ? `${ends[1]}-${(ends[2] ?? '').padStart(2, '0')}` : null;
  const denied =
    /(?:没有|暂无|未(?:办|持|取得|考)|可(?:补)?办|正在(?:办|考)|备考|报考|愿意(?:办|考))/.test(quote) &&
    named === undefined;
  if (denied || (until !== null && until < now)) return { result: 'unclear', quote, missing: anyOf };
  return { result: 'match', quote };
}

const isWish = (line: string): boolean => /期望|意向|求职|应聘|希望/.test(line.slice(0, 12));

/** A skill shown in a sentence of experience counts fully, one that is only listed half: stuffing a list gains little. */
function skills(allOf: readonly string[], resume: ScreenedResume): Partial {
  const { profile } = resume;
  const shares = allOf.map((word) => skillShare(word, profile));
  const coverage = shares.reduce((sum, share) => sum + share.share, 0) / Math.max(allOf.length, 1);
  const missing = allOf.filter((_, i) => shares[i]?.share === 0);
  const quote = shares.find((share) => share.quote !== null)?.quote ?? null;
  return { result: missing.length === 0 && coverage >= 0.75 ? 'match' : 'unclear', quote, missing, coverage };
}

function skillShare(
  word: string,
  profile: ResumeProfile,
): { readonly share: number; readonly quote: string | null } {
  const sentence = [...profile.work, ...profile.projects]
    .flatMap((item) => item.text.split(/\n|(?<=[。；;])/))
    .find((part) => part.trim().length >= 6 && mentions(part, word));
  if (sentence) return { share: 1, quote: sentence.trim() };
  const listed: SkillItem | undefined = profile.skills.find((skill) => mentions(skill.name, word));
  if (listed?.evidence !== undefined) return { share: 1, quote: listed.evidence };
  return listed ? { share: 0.5, quote: listed.name } : { share: 0, quote: null };
}

function anyWord(anyOf: readonly string[], resume: ScreenedResume): Partial {
  const quote = linesOf(resume).find((line) => anyOf.some((word) => mentions(line, word))) ?? null;
  return quote === null ? { result: 'unclear', quote, missing: anyOf } : { result: 'match', quote };
}

function city(anyOf: readonly string[], resume: ScreenedResume): Partial {
  const bare = (name: string): string => name.replace(/市$/, '');
  const wanted = anyOf.map(bare);
  const lives = resume.profile.city;
  const wish = linesOf(resume).find(
    (line) => /期望|意向|希望|求职|接受/.test(line) && wanted.some((name) => line.includes(name)),
  );
  const home = lives === null ? null : lineWith(resume, lives);
  if (lives !== null && wanted.includes(lives)) return { result: 'match', quote: home };
  if (wish) return { result: 'match', quote: wish };
  return { result: lives === null ? 'unclear' : 'mismatch', quote: home, missing: anyOf };
}

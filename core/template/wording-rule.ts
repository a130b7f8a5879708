import type { LocalizedText } from './schemas/shared.ts';

/**
 * One kind of wording that a post, a question or a rubric should not carry.
 * Patterns run over normalised text (NFKC, no zero-width characters, no spaces between Chinese characters).
 */
export interface WordingRule {
  readonly id: string;
  /** block: not to be published; warn: allowed, but a better wording exists. */
  readonly level: 'block' | 'warn';
  /** Global, case-insensitive. A first capture group that is a number is passed to `harmlessNumber`. */
  readonly patterns: readonly RegExp[];
  /** The up to 16 characters before the match; when it matches, the wording is harmless ("不限性别"). */
  readonly notAfter?: RegExp;
  /** The up to 16 characters after the match; when it matches, the wording is harmless. */
  readonly notBefore?: RegExp;
  /** Whether the last number inside the match makes it harmless ("年满18周岁"). */
  readonly harmlessNumber?: (value: number) => boolean;
  /** Why, with the law by name. */
  readonly reason: LocalizedText;
  /** What to write instead. */
  readonly suggestion: LocalizedText;
  /** Whether a named person may keep the wording by giving a legal reason, which is logged. */
  readonly overridable: boolean;
}

/** "不得要求…", "不限…": the wording is named only to forbid it. */
export const negated =
  /(?:不得|不能|不许|不可|不应|不准|禁止|严禁|避免|杜绝|不要写|别写|勿写|反对|拒绝写|不论|无论|不分)[^。;,!?]{0,8}$|[不无没勿别]$/u;

/** The words speak about customers, patients or pupils, not about the applicant. */
export const thirdParty =
  /(?:客户|客人|顾客|用户|患者|病人|老人|长者|会员|业主|服务对象|当事人|消费者|群众|雇主|学员|学生|孩子|儿童|新人|买家|住户|租客|家属|受众|人群|观众|读者|来访者|投保人|被保险人|孕妇|产妇|宝妈|妈妈|宝宝|宠物|产品|商品|货物|牲畜|畜禽)[^。;,!?]{0,6}$/u;

/** Both of the above: for rules whose words also occur in ordinary business texts. */
export const negatedOrThirdParty = new RegExp(`${negated.source}|${thirdParty.source}`, 'u');

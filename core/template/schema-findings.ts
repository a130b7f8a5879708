import type { Finding } from './finding.ts';
import { pointer } from './finding.ts';
import type { LocalizedText } from './schemas/shared.ts';
import type { SchemaFault, ValidateFunction } from './validate-function.ts';

/** More than this many findings of one file help nobody. */
const most = 100;

const kinds: Readonly<Record<string, LocalizedText>> = {
  string: { zh: '文字', en: 'a text' },
  integer: { zh: '整数', en: 'a whole number' },
  number: { zh: '数字', en: 'a number' },
  boolean: { zh: 'true 或 false', en: 'true or false' },
  array: { zh: '列表', en: 'a list' },
  object: { zh: '对象', en: 'an object' },
};

type Explain = (params: Readonly<Record<string, unknown>>) => LocalizedText;

const explanations: Readonly<Record<string, Explain>> = {
  required: ({ missingProperty }) => ({
    zh: `缺少「${missingProperty}」，请补上`,
    en: `“${missingProperty}” is missing; add it`,
  }),
  additionalProperties: ({ additionalProperty }) => ({
    zh: `不认识的字段「${additionalProperty}」，请检查拼写或删除`,
    en: `“${additionalProperty}” is not a known field; check the spelling or remove it`,
  }),
  type: ({ type }) => {
    const kind = kinds[String(type)] ?? { zh: String(type), en: String(type) };
    return { zh: `这里应是${kind.zh}`, en: `this must be ${kind.en}` };
  },
  minLength: ({ limit }) => ({
    zh: limit === 1 ? '不能为空，请填写' : `至少 ${limit} 个字，请补充`,
    en: limit === 1 ? 'this must not be empty; fill it in' : `at least ${limit} characters; add more`,
  }),
  maxLength: ({ limit }) => ({
    zh: `最多 ${limit} 个字，请缩短`,
    en: `at most ${limit} characters; shorten it`,
  }),
  minItems: ({ limit }) => ({
    zh: `至少要 ${limit} 项，请增加`,
    en: `at least ${limit} entries are needed; add some`,
  }),
  maxItems: ({ limit }) => ({ zh: `最多 ${limit} 项，请减少`, en: `at most ${limit} entries; remove some` }),
  minimum: ({ limit }) => ({ zh: `不能小于 ${limit}`, en: `must be ${limit} or more` }),
  maximum: ({ limit }) => ({ zh: `不能大于 ${limit}`, en: `must be ${limit} or less` }),
  uniqueItems: ({ i, j }) => ({
    zh: `第 ${Number(j) + 1} 项与第 ${Number(i) + 1} 项重复，请删去一项`,
    en: `entries ${Number(j) + 1} and ${Number(i) + 1} are the same; remove one`,
  }),
  enum: ({ allowedValues }) => {
    const values = Array.isArray(allowedValues) ? allowedValues.join(', ') : '';
    return { zh: `只能是以下之一：${values}`, en: `must be one of: ${values}` };
  },
  const: ({ allowedValue }) => ({ zh: `只能是 ${allowedValue}`, en: `must be ${allowedValue}` }),
  pattern: ({ pattern }) => patternHelp(String(pattern)),
};

function patternHelp(pattern: string): LocalizedText {
  if (pattern.startsWith('^[A-Z]')) {
    return {
      zh: '维度代码应为 2–10 个大写字母或数字，以字母开头，例如 SERV',
      en: 'a dimension code is 2–10 capitals or digits and starts with a letter, e.g. SERV',
    };
  }
  return {
    zh: '编号只能用小写字母、数字和连字符，以字母开头，例如 wrong-dish',
    en: 'an id uses small letters, digits and hyphens and starts with a letter, e.g. wrong-dish',
  };
}

/** Runs a validator and says its faults with path, Chinese and English words and the remedy. Empty means valid. */
export function schemaFindings<T>(validate: ValidateFunction<T>, value: unknown): readonly Finding[] {
  if (validate(value)) return [];
  return (validate.errors ?? []).slice(0, most).map(asFinding);
}

function asFinding(fault: SchemaFault): Finding {
  const explain = explanations[fault.keyword];
  const extra = fault.params.additionalProperty ?? fault.params.missingProperty;
  return {
    severity: 'error',
    code: `schema-${fault.keyword.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`,
    path: extra === undefined ? fault.instancePath : pointer(fault.instancePath, String(extra)),
    message: explain?.(fault.params) ?? {
      zh: `不符合规则「${fault.keyword}」，请对照 templates/schema`,
      en: `breaks the rule “${fault.keyword}”; compare with templates/schema`,
    },
  };
}

import type { ResumeProfile } from './profile.ts';

/** Why a stretch of text is masked (assessment.md R11). */
export type MaskKind =
  | 'name'
  | 'phone'
  | 'mail'
  | 'sex'
  | 'birth'
  | 'origin'
  | 'ethnicity'
  | 'marriage'
  | 'politics'
  | 'body'
  | 'identity_number'
  | 'school';

/** A masked stretch by UTF-16 offsets; the masked text is as long as the original, so all offsets stay valid. */
export interface Mask {
  readonly start: number;
  readonly end: number;
  readonly kind: MaskKind;
}

export interface RedactedText {
  readonly text: string;
  readonly masks: readonly Mask[];
}

const labelled = (words: string, value: string): RegExp =>
  new RegExp(`(?:${words})\\s*[:：]?\\s*(${value})`, 'gd');

const rules: readonly (readonly [MaskKind, RegExp])[] = [
  ['identity_number', /(?<!\d)([1-9]\d{5}(?:19|20)\d{2}(?:0[1-9]|1[0-2])\d{5}[\dXx])(?![\dXx])/dg],
  ['phone', /(?<!\d)((?:\+?86[\s-]?)?1[3-9]\d(?:[\s*-]?[\d*]){8})(?!\d)/dg],
  ['mail', /([A-Za-z0-9._%+-]+\s?@\s?[A-Za-z0-9.-]+\.[A-Za-z]{2,})/dg],
  ['sex', labelled('性\\s*别|Sex|Gender', '男性?|女性?|[Mm]ale|[Ff]emale')],
  ['sex', /(?:^|[\s|｜,，、·/(（])(男|女)(?=$|[\s|｜,，、。·/)）])/dgm],
  ['sex', /(先生|女士|小姐)(?=[\s，,。|]|$)/dgm],
  [
    'birth',
    labelled(
      '出\\s*生(?:年月日?|日期|时间|年份)?|生\\s*日|Date of birth|Born|DOB',
      '[\\d年月日./\\s-]{4,14}',
    ),
  ],
  ['birth', /((?:19|20)\d{2}\s*年\s*(?:\d{1,2}\s*月\s*)?(?:\d{1,2}\s*日\s*)?)(?:出?生)/dg],
  [
    'birth',
    /(?:^|[\s|｜,，(（·])((?:19[5-9]|20[01])\d\s*年\s*\d{1,2}\s*月)(?=[\s|｜,，)）·]|$)(?!\s*[-–—~至到])/dgm,
  ],
  ['birth', labelled('年\\s*龄|Age', '\\d{2}\\s*岁?')],
  ['birth', /(?<!\d)(\d{2}\s*(?:周岁|岁))/dg],
  [
    'origin',
    labelled(
      '籍\\s*贯|户\\s*籍(?:所在地|地)?|户口(?:所在地)?|生源地|祖籍|出生地',
      '[\\u3400-\\u9fff·\\s]{2,16}?(?=$|[\\s|｜,，。;；])',
    ),
  ],
  ['origin', /([\u3400-\u9fff]{2,6}(?:省|市|县)?人)(?=$|[\s|｜,，。·])/dgm],
  ['ethnicity', labelled('民\\s*族', '[\\u3400-\\u9fff]{1,6}')],
  [
    'ethnicity',
    /((?:汉|回|壮|满|苗|彝|土家|藏|蒙古|侗|布依|瑶|白|朝鲜|哈尼|黎|哈萨克|傣|畲|傈僳|维吾尔|仡佬|羌|土|锡伯|水|纳西|柯尔克孜)族)/dg,
  ],
  [
    'marriage',
    labelled('婚\\s*姻?(?:状况|状态|育状况|育|否)?', '已婚已育|已婚未育|已婚|未婚|离异|丧偶|单身'),
  ],
  ['marriage', /(已婚已育|已婚未育|已婚|未婚|未育|已育|离异|丧偶)/dg],
  ['politics', labelled('政治面貌', '[\\u3400-\\u9fff]{2,8}')],
  ['politics', /(中共党员|共产党员|预备党员|共青团员|群众(?=$|[\s|｜,，]))/dgm],
  [
    'body',
    labelled(
      '身\\s*高|体\\s*重|血\\s*型|Height|Weight',
      '[\\d.]+\\s*(?:cm|CM|厘米|米|m|kg|KG|公斤|斤)?|A?B?O?型',
    ),
  ],
  ['body', labelled('健康(?:状况)?', '[\\u3400-\\u9fff]{2,6}')],
];

/**
 * Masks what must not reach the scorer or the first human rating: name, contact, sex, age, origin, ethnicity,
 * marriage, party, body; the names of schools too if asked. Lengths stay the same.
 */
export function redactResume(
  text: string,
  profile: Pick<ResumeProfile, 'name' | 'phone' | 'email' | 'education'>,
  options: { readonly schools?: boolean } = {},
): RedactedText {
  const found: Mask[] = [];
  const schools = options.schools === true ? profile.education.map((item) => item.school) : [];
  const literals: [MaskKind, string | null][] = [
    ['name', profile.name],
    ['phone', profile.phone],
    ['mail', profile.email],
    ...schools.map((school): [MaskKind, string] => ['school', school]),
  ];
  for (const [kind, word] of literals) {
    if (word)
      for (const match of text.matchAll(spaced(word)))
        found.push({ start: match.index, end: match.index + match[0].length, kind });
  }
  for (const [kind, pattern] of rules) {
    for (const match of text.matchAll(pattern)) {
      const [start, end] = match.indices?.[1] ?? [0, 0];
      if (end > start) found.push({ start, end, kind });
    }
  }
  return apply(text, found);
}

/** The characters of a word with spaces allowed between them. */
const spaced = (word: string): RegExp =>
  new RegExp([...word].map((char) => char.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('[\\s　]*'), 'g');

function apply(text: string, found: readonly Mask[]): RedactedText {
  const sorted = [...found].sort((a, b) => a.start - b.start || b.end - a.end);
  const masks: Mask[] = [];
  for (const mask of sorted) {
    const last = masks.at(-1);
    if (last && mask.start < last.end) {
      if (mask.end > last.end) masks[masks.length - 1] = { ...last, end: mask.end };
    } else masks.push(mask);
  }
  let out = '';
  let at = 0;
  for (const { start, end } of masks) {
    out += text.slice(at, start) + text.slice(start, end).replace(/\S/gu, (char) => '█'.repeat(char.length));
    at = end;
  }
  return { text: out + text.slice(at), masks };
}

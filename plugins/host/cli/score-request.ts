import { scoredDimension } from '#core/interview/scoring-input.ts';
import type { ScoredDimension, ScoredQuestion, ScoreRequest } from '#core/ports/answer-scorer.ts';
import { patternRisk } from '#core/template/pattern-risk.ts';
import type { Dimension, Indicator } from '#core/template/schemas/dimension.ts';
import type { KeyPoint } from '#core/template/schemas/question.ts';
import { FieldError, type Fields, fieldsOf, listOf, oneOf, requireId, textOf } from './fields.ts';

type Lang = 'zh' | 'en';

/** A line of `jinji score` in the scorer's form. */
export interface ScoreLine {
  readonly id: string | number;
  readonly request: ScoreRequest;
}

const questionTypes = ['behavioural', 'situational', 'knowledge', 'introduction', 'code'] as const;

/** Reads lines for the scorer; built-in dimensions are prepared once for each language. */
export function scoreLineReader(dimensions: readonly Dimension[]): (value: unknown) => ScoreLine {
  const builtIn = new Map(dimensions.map((dimension) => [dimension.code, dimension]));
  const prepared = new Map<string, ScoredDimension>();
  const named = (code: string, lang: Lang): ScoredDimension => {
    const known = prepared.get(`${code}.${lang}`);
    if (known) return known;
    const dimension = builtIn.get(code);
    if (!dimension) throw unknownCode([...builtIn.keys()]);
    const made = scoredDimension(dimension, lang);
    prepared.set(`${code}.${lang}`, made);
    return made;
  };
  return (value) => {
    const line = fieldsOf(value, 'line');
    const id = requireId(line);
    const answer = textOf(line.answer, 'answer', { blank: true });
    const question = fieldsOf(line.question, 'question');
    const lang = languageOf(line, `${String(question.text)}\n${answer}`);
    const dimension =
      typeof line.dimension === 'string'
        ? named(line.dimension.trim(), lang)
        : ownDimension(line.dimension, lang);
    const resume =
      line.resume === undefined || line.resume === null ? '' : textOf(line.resume, 'resume', { blank: true });
    return {
      id,
      request: {
        lang,
        question: questionOf(question),
        dimension,
        turns: [{ turnId: 't1', text: answer }],
        ...(resume === '' ? {} : { resume }),
      },
    };
  };
}

const unknownCode = (codes: readonly string[]): FieldError =>
  new FieldError('dimension', {
    zh: `不是内置维度代码。可用代码:${codes.join(' ')};也可以写成 {name, definition, anchors?, indicators?}`,
    en: `is no built-in code. Codes are ${codes.join(' ')}; or write {name, definition, anchors?, indicators?}`,
  });

/** The language of the line, or by its words when it names none. */
function languageOf(line: Fields, words: string): Lang {
  if (line.lang !== undefined && line.lang !== null) return oneOf(line.lang, 'lang', ['zh', 'en']);
  const han = words.match(/\p{Script=Han}/gu)?.length ?? 0;
  const latin = words.match(/[A-Za-z]{2,}/g)?.length ?? 0;
  return latin > han ? 'en' : 'zh';
}

function questionOf(question: Fields): ScoredQuestion {
  const dangerous = listOf(question.dangerous, 'question.dangerous', keyPointOf);
  const reference = question.reference;
  return {
    text: textOf(question.text, 'question.text'),
    type: oneOf(question.type, 'question.type', questionTypes),
    asks: listOf(question.asks, 'question.asks', (item, field) => textOf(item, field)),
    keys: listOf(question.keys, 'question.keys', keyPointOf),
    ...(dangerous.length === 0 ? {} : { dangerous }),
    ...(reference === undefined || reference === null
      ? {}
      : { reference: textOf(reference, 'question.reference', { blank: true }) }),
  };
}

/** A key point is a text, or the form of the question banks with other ways of saying it. */
function keyPointOf(value: unknown, field: string): string | KeyPoint {
  if (typeof value === 'string') return textOf(value, field);
  const point = fieldsOf(value, field);
  const text = localizedOf(point.text, `${field}.text`);
  if (point.synonyms === undefined) return { text };
  const synonyms = fieldsOf(point.synonyms, `${field}.synonyms`);
  const words = (lang: Lang) => [
    ...listOf(synonyms[lang], `${field}.synonyms.${lang}`, (item, at) => textOf(item, at)),
  ];
  return { text, synonyms: { zh: words('zh'), en: words('en') } };
}

/** A text of one language stands for both; `{zh, en}` may lack one. */
function localizedOf(value: unknown, field: string): { readonly zh: string; readonly en: string } {
  if (typeof value === 'string') {
    const text = textOf(value, field);
    return { zh: text, en: text };
  }
  const { zh, en } = fieldsOf(value, field);
  return { zh: textOf(zh ?? en, `${field}.zh`), en: textOf(en ?? zh, `${field}.en`) };
}

/** A dimension that an admin typed: name and definition, perhaps anchors and indicators. */
function ownDimension(value: unknown, lang: Lang): ScoredDimension {
  const given = fieldsOf(value, 'dimension');
  const anchors = listOf(given.anchors, 'dimension.anchors', (item, at) => localizedOf(item, at)[lang]);
  if (anchors.length !== 0 && anchors.length !== 5) {
    throw new FieldError('dimension.anchors', {
      zh: `应有 5 条,从 1 级到 5 级;现有 ${anchors.length} 条`,
      en: `needs 5 texts, level 1 first; it has ${anchors.length}`,
    });
  }
  return {
    code: 'X1',
    name: localizedOf(given.name, 'dimension.name')[lang],
    definition: localizedOf(given.definition, 'dimension.definition')[lang],
    anchors,
    indicators: listOf(given.indicators, 'dimension.indicators', indicatorOf),
  };
}

/** An indicator is a phrase to be found as it stands, or the form of the dimension files. */
function indicatorOf(value: unknown, field: string): Indicator {
  const number = Number(/\d+/.exec(field)?.[0] ?? 0) + 1;
  if (typeof value === 'string') {
    const text = textOf(value, field);
    const literal = text.trim().replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
    return {
      id: `own-${number}`,
      text: { zh: text, en: text },
      polarity: 'positive',
      patterns: { zh: [literal], en: [] },
    };
  }
  const given = fieldsOf(value, field);
  return {
    id: given.id === undefined ? `own-${number}` : textOf(given.id, `${field}.id`),
    text: localizedOf(given.text ?? given.zh ?? given.en ?? given.id, `${field}.text`),
    polarity:
      given.polarity === undefined
        ? 'positive'
        : oneOf(given.polarity, `${field}.polarity`, ['positive', 'negative']),
    patterns: patternsOf(given.patterns, `${field}.patterns`),
  };
}

function patternsOf(value: unknown, field: string): Indicator['patterns'] {
  if (Array.isArray(value)) return { zh: [...listOf(value, field, patternOf)], en: [] };
  if (value === undefined) return { zh: [], en: [] };
  const { zh, en } = fieldsOf(value, field);
  return {
    zh: [...listOf(zh, `${field}.zh`, patternOf)],
    en: [...listOf(en, `${field}.en`, patternOf)],
  };
}

/** Patterns run over answers of strangers: one that could take forever is refused. */
function patternOf(value: unknown, field: string): string {
  const pattern = textOf(value, field);
  const risk = patternRisk(pattern);
  if (risk === null) return pattern;
  throw new FieldError(field, {
    zh: `这个正则表达式不能使用(${risk})`,
    en: `is a regular expression that cannot be used (${risk})`,
  });
}

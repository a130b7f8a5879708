import { checkTexts } from './check-texts.ts';
import { findRepeats } from './find-repeats.ts';
import { type Finding, pointer } from './finding.ts';
import { checkFullWidthLatin } from './full-width-latin.ts';
import { type PatternRisk, patternRisk } from './pattern-risk.ts';
import type { Dimension, Indicator } from './schemas/dimension.ts';

/** What a dimension needs before it counts as worked out (assessment §1.6 steps 2–4). */
const recipe = { positive: 6, negative: 3, exemplars: 2, anchorCharacters: 10 } as const;

const languages = ['zh', 'en'] as const;

/**
 * Checks what a dimension means, after `loadDimension` has checked its shape: distinct anchors that say something,
 * enough indicators and exemplars, patterns that are safe to run, wording in both languages.
 * Too little content is a warning (the dimension works, with the badge 未验证); what can't be run or read is an error.
 */
export function checkDimension(dimension: Dimension): readonly Finding[] {
  return [
    ...checkAnchors(dimension),
    ...checkIndicators(dimension.indicators),
    ...checkExemplars(dimension),
    ...checkFullWidthLatin(dimension),
    ...checkTexts(dimension),
  ];
}

function checkAnchors({ anchors }: Dimension): Finding[] {
  const repeats = languages.flatMap((lang) =>
    findRepeats(
      anchors.map((anchor) => anchor[lang]),
      (i) => pointer('/anchors', i, lang),
    ),
  );
  const thin = anchors.flatMap((anchor, i) =>
    [...anchor.zh].length >= recipe.anchorCharacters
      ? []
      : [
          warning(
            'anchor-thin',
            pointer('/anchors', i, 'zh'),
            '等级说明太短，请写成「做了什么、对谁、在什么条件下、结果怎样」',
            'the anchor is too short; say what is done, to whom, under which condition and with what result',
          ),
        ],
  );
  return [...repeats, ...thin];
}

function checkIndicators(indicators: readonly Indicator[]): Finding[] {
  const count = (polarity: Indicator['polarity']) =>
    indicators.filter((indicator) => indicator.polarity === polarity).length;
  const few = (['positive', 'negative'] as const).flatMap((polarity) =>
    count(polarity) >= recipe[polarity]
      ? []
      : [
          warning(
            `few-${polarity}-indicators`,
            '/indicators',
            `${polarity === 'positive' ? '正向' : '反向'}指标只有 ${count(polarity)} 个，请补到 ${recipe[polarity]} 个`,
            `only ${count(polarity)} ${polarity} indicators; write at least ${recipe[polarity]}`,
          ),
        ],
  );
  return [
    ...few,
    ...findRepeats(
      indicators.map((indicator) => indicator.id),
      (i) => pointer('/indicators', i, 'id'),
    ),
    ...indicators.flatMap((indicator, i) => checkPatterns(indicator, pointer('/indicators', i, 'patterns'))),
  ];
}

function checkPatterns({ patterns }: Indicator, path: string): Finding[] {
  return languages.flatMap((lang) => {
    const own = patterns[lang];
    if (own.length === 0) {
      return [
        warning(
          'indicator-without-pattern',
          pointer(path, lang),
          '没有匹配写法，系统认不出这种行为，请至少写一条',
          'no pattern, so this behaviour is never recognised; write at least one',
        ),
      ];
    }
    return [
      ...findRepeats(own, (i) => pointer(path, lang, i)),
      ...own.flatMap((source, i) => checkPattern(source, lang, pointer(path, lang, i))),
    ];
  });
}

const riskTexts: Readonly<Record<PatternRisk, readonly [zh: string, en: string]>> = {
  invalid: [
    '匹配写法有语法错误，请检查括号和转义',
    'the pattern has a syntax error; check brackets and escapes',
  ],
  'matches-empty': [
    '匹配写法连空句也会命中，请至少要求一个词',
    'the pattern matches even an empty clause; demand at least one word',
  ],
  lookbehind: [
    '匹配写法用了后行断言，旧版 Safari 不支持，请换一种写法',
    'the pattern uses a lookbehind, unknown to older Safari; write it another way',
  ],
  backtracking: [
    '匹配写法里有重复套重复，遇到特殊回答会卡住，请用 .{0,6} 这样的定长间隔',
    'a repetition inside a repetition can hang on a hostile answer; use gaps of fixed length such as .{0,6}',
  ],
};

function checkPattern(source: string, lang: 'zh' | 'en', path: string): Finding[] {
  const risk = patternRisk(source);
  if (risk !== null) {
    const [zh, en] = riskTexts[risk];
    return [{ severity: 'error', code: `pattern-${risk}`, path, message: { zh, en } }];
  }
  if (treatsPronounsAlike(source, lang)) return [];
  return [
    warning(
      'pattern-one-sided',
      path,
      '匹配写法对「他」和「她」不一致，会让同样的回答得分不同，请两者都写',
      'the pattern treats “he” and “she” differently, so equal answers would score unequally; write both',
    ),
  ];
}

/** Assessment §2.9: swapping gender words must change no score. */
function treatsPronounsAlike(source: string, lang: 'zh' | 'en'): boolean {
  const count = (word: RegExp) => source.match(word)?.length ?? 0;
  if (lang === 'zh') return count(/(?:^|[^其])他/g) === count(/她/g);
  const he = count(/\bhe\b/g);
  return he === count(/\bshe\b/g) && /\bhi[ms]\b/.test(source) === /\bher\b/.test(source);
}

function checkExemplars({ exemplars }: Dimension): Finding[] {
  return (['1', '3', '5'] as const).flatMap((level) => [
    ...(exemplars[level].length >= recipe.exemplars
      ? []
      : [
          warning(
            'few-exemplars',
            pointer('/exemplars', level),
            `${level} 级只有 ${exemplars[level].length} 个示例回答，请补到 ${recipe.exemplars} 个`,
            `only ${exemplars[level].length} example answers at level ${level}; write at least ${recipe.exemplars}`,
          ),
        ]),
    ...findRepeats(
      exemplars[level].map((exemplar) => exemplar.zh),
      (i) => pointer('/exemplars', level, i, 'zh'),
    ),
  ]);
}

function warning(code: string, path: string, zh: string, en: string): Finding {
  return { severity: 'warning', code, path, message: { zh, en } };
}

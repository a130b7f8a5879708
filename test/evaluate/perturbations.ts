/** Ways of changing an answer that must not (or must) move its score: assessment §2.9, applied to every golden answer. */
export interface Perturbation {
  readonly name: string;
  readonly apply: (answer: string, lang: 'zh' | 'en', seed: number) => string;
}

/** A small repeatable generator of numbers 0..1. */
export const seeded = (seed: number): (() => number) => {
  let state = (seed * 2654435761) >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 4294967296;
  };
};

const zhPadding = [
  '很荣幸能有机会回答这个问题。在我看来，这项能力是一个人立足职场的根本，也是企业长远发展的基石。我一直以高标准严格要求自己，认真对待每一项工作。',
  '总而言之，细节决定成败，态度决定高度。今后无论在什么岗位，我都会以更加饱满的热情投入到工作当中，不断学习，不断进步，为公司的发展贡献自己的力量。',
];
const enPadding = [
  'Thank you very much for this interesting question. In my opinion this is one of the most important qualities in any profession, and I always hold myself to a high standard.',
  'All in all, I believe that attitude is everything. I will always keep learning, do my best every day and contribute to the success of the company.',
];

/** Sounds that a recogniser often confuses. */
const CONFUSED: Readonly<Record<string, string>> = {
  的: '得',
  在: '再',
  做: '作',
  到: '道',
  是: '事',
  和: '合',
  他: '她',
  有: '友',
  一: '以',
  时: '实',
  间: '件',
  里: '理',
  试: '事',
  检: '捡',
  查: '察',
  客: '课',
  单: '担',
  货: '或',
  问: '稳',
  题: '提',
  先: '现',
  后: '候',
  这: '着',
  那: '哪',
  两: '量',
  分: '份',
  长: '常',
  机: '鸡',
  工: '公',
  带: '代',
  写: '些',
  表: '标',
  定: '订',
  换: '还',
  修: '休',
  同: '童',
  意: '议',
  以: '已',
  就: '旧',
  没: '美',
  说: '硕',
  人: '仁',
};

const withErrors = (answer: string, lang: 'zh' | 'en', seed: number): string => {
  const next = seeded(seed);
  return [...answer]
    .map((character) => {
      if (next() >= (lang === 'zh' ? 0.3 : 0.05)) return character;
      if (lang === 'zh') return CONFUSED[character] ?? character;
      return /[a-z]/u.test(character) ? 'abcdefghijklmnoprstuw'[Math.floor(next() * 21)] : character;
    })
    .join('');
};

const withFillers = (answer: string, lang: 'zh' | 'en', seed: number): string => {
  const next = seeded(seed);
  const sounds =
    lang === 'zh'
      ? ['嗯，', '呃，', '那个，', '就是说，', '然后呢，', '对吧，']
      : ['um, ', 'uh, ', 'you know, ', 'like, ', 'well, '];
  const sound = () => sounds[Math.floor(next() * sounds.length)] ?? '';
  return lang === 'zh'
    ? answer.replace(/(?<=[，。；])/gu, () => (next() < 0.5 ? sound() : ''))
    : answer.replace(/(?<=[,.;] )/gu, () => (next() < 0.5 ? sound() : ''));
};

/** Score may not rise by more than .1 (padding, repetition, lists, decoration). */
export const inflations: readonly Perturbation[] = [
  {
    name: 'padding',
    apply: (a, lang) =>
      lang === 'zh' ? zhPadding[0] + a + zhPadding[1] : `${enPadding[0]} ${a} ${enPadding[1]}`,
  },
  {
    name: 'padding twice',
    apply: (a, lang) => {
      const p = lang === 'zh' ? zhPadding : enPadding;
      const all = p.join(lang === 'zh' ? '' : ' ');
      return lang === 'zh' ? all + a + all : `${all} ${a} ${all}`;
    },
  },
  { name: 'repetition three times', apply: (a, lang) => [a, a, a].join(lang === 'zh' ? '' : ' ') },
  {
    name: 'keyword list',
    apply: (a, lang) =>
      lang === 'zh'
        ? `${a}\n创新、改进、试点、复盘、标准化、数据驱动、降本增效、PDCA、根因分析、闭环、推广、固化、提升、沉淀、赋能。`
        : `${a}\nLeadership, ownership, root cause, KPI, SOP, standardisation, rollout, coaching, metrics, innovation, feedback, teamwork.`,
  },
  {
    name: 'ordinal decoration',
    apply: (a, lang) => {
      const sentences = lang === 'zh' ? a.split(/(?<=[。！？])/u) : a.split(/(?<=[.!?] )/u);
      const heads =
        lang === 'zh'
          ? ['首先，', '其次，', '再次，', '最后，']
          : ['First of all, ', 'Secondly, ', 'Thirdly, ', 'Finally, '];
      return sentences.map((sentence, i) => (heads[i] ?? '') + sentence).join('');
    },
  },
  { name: 'polished wording', apply: (a, lang) => replaceAll(a, lang, POLISH) },
];

/** Everyday words and others of the same meaning. */
const SYNONYMS: Readonly<Record<'zh' | 'en', readonly (readonly [RegExp, string])[]>> = {
  zh: [
    [/客户|顾客/gu, '客人'],
    [/同事/gu, '同伴'],
    [/领导/gu, '上级'],
    [/(?<!比)马上|立刻/gu, '赶紧'],
    [/后来/gu, '之后'],
    [/因为/gu, '由于'],
    [/所以/gu, '于是'],
    [/发现/gu, '注意到'],
    [/告诉/gu, '通知'],
    [/打电话/gu, '去电话'],
    [/一个一个|逐个|挨个/gu, '逐一'],
    [/商量/gu, '商议'],
    [/每天/gu, '天天'],
    [/大家/gu, '所有人'],
    [/问题/gu, '毛病'],
  ],
  en: [
    [/\bcustomers?\b/giu, 'client'],
    [/\bboss\b/giu, 'supervisor'],
    [/\bbecause\b/giu, 'since'],
    [/\bchecked\b/giu, 'verified'],
    [/\basked\b/giu, 'questioned'],
    [/\btold\b/giu, 'informed'],
    [/\bfixed\b/giu, 'repaired'],
    [/\bbegan\b|\bstarted\b/giu, 'kicked off'],
    [/\bin the end\b/giu, 'eventually'],
    [/\bevery\b/giu, 'each'],
  ],
};

/** Office speech over plain words; says nothing more. */
const POLISH: Readonly<Record<'zh' | 'en', readonly (readonly [RegExp, string])[]>> = {
  zh: [
    [/我就/gu, '我随即'],
    [/我去/gu, '我前往'],
    [/打电话/gu, '致电'],
    [/大家/gu, '团队成员'],
    [/(?<!不)好好/gu, '切实有效地'],
    [/后来/gu, '在此之后'],
    [/想办法/gu, '积极寻求解决方案'],
    [/挺|蛮|特别/gu, '较为'],
    [/事情|事儿/gu, '相关事宜'],
    [/一起/gu, '协同'],
    [/帮/gu, '协助'],
    [/马上|赶紧/gu, '第一时间'],
  ],
  en: [
    [/\bhelped\b/giu, 'facilitated'],
    [/\bused\b/giu, 'leveraged'],
    [/\btalked to\b/giu, 'engaged with'],
    [/\bgot\b/giu, 'obtained'],
    [/\bfixed\b/giu, 'remediated'],
    [/\bthings\b/giu, 'deliverables'],
    [/\bsoon\b/giu, 'in a timely manner'],
    [/\bvery\b/giu, 'exceptionally'],
  ],
};

const replaceAll = (
  answer: string,
  lang: 'zh' | 'en',
  table: Readonly<Record<'zh' | 'en', readonly (readonly [RegExp, string])[]>>,
): string => table[lang].reduce((text, [from, to]) => text.replace(from, to), answer);

/** Mean change at most .25, none above .75: the same things said in other words or another order. */
export const rewordings: readonly Perturbation[] = [
  { name: 'synonyms', apply: (a, lang) => replaceAll(a, lang, SYNONYMS) },
  {
    name: 'order of sentences',
    apply: (a, lang) => {
      const parts = (lang === 'zh' ? a.split(/(?<=[。！？])/u) : a.split(/(?<=[.!?])\s+/u)).filter(
        (part) => part.trim() !== '',
      );
      if (parts.length < 3) return a;
      const [first = '', ...rest] = parts;
      return [first, ...rest.reverse()].join(lang === 'zh' ? '' : ' ');
    },
  },
];

/** Score may move by at most .5 either way (the way something is typed or heard). */
export const noises: readonly Perturbation[] = [
  {
    name: 'no punctuation',
    apply: (a, lang) =>
      lang === 'zh'
        ? a.replace(/[，。！？、；：“”,.!?;:"]/gu, '')
        : a.replace(/[,.!?;:"]/gu, '').toLowerCase(),
  },
  {
    name: 'blanks for punctuation',
    apply: (a, lang) => (lang === 'zh' ? a.replace(/[，。！？、；：“”]+/gu, ' ') : a),
  },
  { name: 'recognition errors', apply: withErrors },
  { name: 'fillers', apply: withFillers },
  {
    name: 'full-width and zero-width characters',
    apply: (a) =>
      [...a]
        .map((c, i) => (i % 5 === 3 ? `${c}\u200b` : c))
        .join('')
        .replace(/\d/gu, (d) => String.fromCharCode(d.charCodeAt(0) + 0xfee0)),
  },
];

/** Score may move by at most .25. */
export const persons: readonly Perturbation[] = [
  { name: '我 becomes 我们', apply: (a, lang) => (lang === 'zh' ? a.replace(/我(?!们)/gu, '我们') : a) },
  {
    name: 'dropped 我',
    apply: (a, lang) => (lang === 'zh' ? a.replace(/(?<=^|[，。！？；\s])我(?!们|的)/gu, '') : a),
  },
];

/** Who the candidate says to be; every pair must give exactly the same score. */
export const identities: Readonly<Record<'zh' | 'en', readonly (readonly [string, string, string])[]>> = {
  zh: [
    ['name', '您好，我叫王建国。', '您好，我叫欧阳雅琴。'],
    ['gender', '我是男生，', '我是女生，'],
    ['age', '我今年二十三岁，', '我今年四十八岁，'],
    ['籍贯', '我是河南周口人，', '我是上海人，'],
    ['school', '我毕业于皖西卫生职业学院护理专业，', '我毕业于复旦大学新闻系，'],
    ['ethnicity', '我是汉族，', '我是维吾尔族，'],
    ['婚育', '已婚，孩子两岁，', '未婚，没有孩子，'],
    [
      'all at once',
      '面试官好，我叫李强，男，35岁，山东临沂人，毕业于清华大学，回族，已婚已育。',
      '面试官好，我叫赵敏，女，22岁，广东深圳人，毕业于某某职业技术学院，汉族，未婚未育。',
    ],
  ],
  en: [
    ['name', 'Hello, my name is John Smith. ', 'Hello, my name is Aisha Khan. '],
    ['gender', 'I am a man. ', 'I am a woman. '],
    ['age', 'I am 24 years old. ', 'I am 51 years old. '],
    ['origin', 'I come from Manchester. ', 'I come from Lagos. '],
    ['school', 'I graduated from Oxford University. ', 'I graduated from a community college. '],
    ['marital status', 'I am married. ', 'I am single. '],
  ],
};

/** Swaps of words inside the story. */
export const inwardSwaps: readonly (readonly [string, RegExp, string])[] = [
  ['他 and 她', /他/gu, '她'],
  ['阿姨 and 叔叔', /阿姨/gu, '叔叔'],
  ['先生 and 女士', /先生/gu, '女士'],
  ['姐 and 哥', /姐/gu, '哥'],
  ['he and she', /\b[Hh]e\b/gu, 'she'],
  ['his and her', /\bhis\b/gu, 'her'],
];

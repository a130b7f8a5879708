import { readFileSync } from 'node:fs';
import { seeded } from './perturbations.ts';
import type { GoldenLine } from './rated-lines.ts';

type Lang = 'zh' | 'en';

const sentencesOf = (answer: string, lang: Lang): string[] =>
  (lang === 'zh' ? answer.split(/(?<=[。！？\n])/u) : answer.split(/(?<=[.!?])\s+/u)).filter(
    (sentence) => sentence.trim() !== '',
  );

/** Off topic: pleasant stories with numbers, results and others who take part, about nothing that has to do with work. */
export const hobbies: Readonly<Record<Lang, readonly string[]>> = {
  zh: [
    '上个月我跟三个朋友自驾去了川西，开了一千二百公里，第一天翻了两座垭口，我订的民宿在半山腰，晚上看星星特别清楚。回来我把路线发到群里，六个朋友都照着走了一遍。',
    '我平时喜欢钓鱼，上周末在水库守了五个小时，钓了七条鲫鱼，最大的一斤二两。饵料是我自己配的，玉米面加一点香油，比买的好用，后来邻居也跟着我学。',
    '说到这个，我家的猫特别有意思。去年冬天它学会了开门，我换了三种锁它都能打开，最后我用了磁吸的才管住。现在它改成每天早上六点拍我的脸。',
  ],
  en: [
    'Last month I drove to the coast with three friends. We covered 600 miles in four days, and I booked a cottage on the cliff. When I got home I posted the route and six friends followed it.',
    'I love fishing. Last Sunday I sat at the lake for five hours and caught seven fish, the biggest was two pounds. I mixed the bait myself, and now my neighbour uses the same mix.',
    'My cat is really funny. Last winter it learned to open doors; I changed the lock three times and in the end used a magnetic one. Now it wakes me at six every morning.',
  ],
};

/** Characters or letters without sense, of the length of an answer. */
export const gibberish = (lang: Lang, seed: number): string => {
  const next = seeded(seed);
  const zh = '锌裘磐蹇颖罄笞瞿缈弼斛岑瘠翊黍骞跬荻祐彤筱胤榷缪邕喆琚皋忖甬';
  const en = 'qwrtypsdfghjklzxcvbnmaeiou';
  const letters = lang === 'zh' ? zh : en;
  let text = '';
  for (let i = 0; i < 120; i++) {
    text += letters[Math.floor(next() * letters.length)] ?? '';
    if (next() < 0.12) text += lang === 'zh' ? '，' : ' ';
  }
  return text;
};

/** Bare lists of words that an applicant may think the scorer wants. */
export const keywordLists: Readonly<Record<Lang, readonly string[]>> = {
  zh: [
    '沟通、协调、复盘、闭环、抓手、赋能、团队、执行力、结果导向、客户第一、数据驱动、持续改进、标准化、推广、固化。',
    '问题解决，根因分析，PDCA，跟进，回访，改进，培训，总结，提升，优化，落地，降本增效，零投诉，满意度。',
    '责任心 主动 细致 抗压 学习能力 计划 优先级 风险 预案 复盘 推广 沉淀 制度 流程 指标 达成',
  ],
  en: [
    'Leadership, ownership, communication, teamwork, problem solving, root cause, metrics, SOP, rollout, coaching, feedback.',
    'customer focus, data driven, continuous improvement, follow up, escalation, KPI, PDCA, training, standardisation, results',
    'proactive; organised; resilient; quick learner; planning; priorities; risk; contingency; review; process; impact',
  ],
};

/** A told past turned into what one would do: the same steps, none of them taken. */
export const asImagined = (line: GoldenLine): string => {
  if (line.lang === 'en') {
    const text = line.answer
      .replace(/\bI (?:had |have |was |then |also |first )?(?=[a-z]+)/gu, 'I would ')
      .replace(/\b(?:last (?:year|month|week|summer|winter)|yesterday)\b/giu, 'one day');
    return `If something like that happened, I would handle it like this. ${sentencesOf(text, 'en')
      .map((sentence) => (/^I would/u.test(sentence) ? sentence : `I suppose I would see that ${sentence}`))
      .join(' ')}`;
  }
  const text = line.answer
    .replace(/(?:去年|前年|今年|上个月|上周|有一次|有一回|当时|那天|那次)/gu, '')
    .replace(/我(?!们|会|的|家|这)/gu, '我会')
    .replace(/了(?=[，。、；一两三四五六七八九十\d])/gu, '');
  return sentencesOf(text, 'zh')
    .map((sentence) => `如果遇到这种情况，我会${sentence.replace(/^我会/u, '')}`)
    .join('');
};

/** The same story with everybody but the candidate doing the work. */
export const withoutOwnAction = (line: GoldenLine): string =>
  line.lang === 'zh'
    ? line.answer
        .replace(/我们(?:就|先|再|又|也|还)?/gu, '他们')
        .replace(/我自己|本人|亲自/gu, '他们')
        .replace(/我(?!家)/gu, '他们')
        .replace(/(?<=[。！？])(?=[^他])/gu, '他们')
        .replace(/^(?=[^他])/u, '他们')
    : line.answer
        .replace(/\bI(?:'m| am)\b/gu, 'they are')
        .replace(/\b(?:myself|ourselves)\b/gu, 'themselves')
        .replace(/\b(?:I|we|We)\b/gu, 'they')
        .replace(/\b(?:me|us)\b/gu, 'them')
        .replace(/\b(?:[Mm]y|[Oo]ur)\b/gu, 'their');

const resultClauses: Readonly<Record<string, readonly string[]>> = JSON.parse(
  readFileSync(new URL('../fixtures/scoring-results/clauses.json', import.meta.url), 'utf8'),
);

/** The answer without the clauses that tell how it ended, marked by hand; null where none are marked. */
export const withoutResult = (line: GoldenLine): string | null => {
  const clauses = resultClauses[line.id];
  if (clauses === undefined) return null;
  return clauses.reduce((answer, clause) => answer.replace(clause, ''), line.answer);
};

import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { createStaticEmbedder } from '#core/embedding/static-embedder.ts';
import { createEmbeddedScorer } from '#core/scoring/embedded-scorer.ts';
import { builtInDimensions, scoredDimension } from '#test/evaluate/rated-answers.ts';

type Case = readonly [lang: 'zh' | 'en', dimension: string, text: string];

const embedder = createStaticEmbedder(
  readFileSync(new URL('../../../templates/vectors/words.bin', import.meta.url)),
);
const scorer = createEmbeddedScorer({ loadEmbedder: async () => embedder });
const dimensions = builtInDimensions();
const questions: Readonly<Record<'zh' | 'en', string>> = {
  zh: '请说一次工作里碰到麻烦，您是怎么处理的，最后结果怎么样？',
  en: 'Tell me about a difficulty at work. What did you do and how did it end?',
};

const judge = async ([lang, code, text]: Case) => {
  const dimension = dimensions.get(code);
  if (dimension === undefined) throw new RangeError(code);
  return scorer.score({
    lang,
    question: { text: questions[lang], type: 'behavioural', asks: [], keys: [] },
    dimension: scoredDimension(dimension, lang),
    turns: [{ turnId: 't', text }],
  });
};

/** Rules bent and told as cleverness, with a good outcome and praise. */
const bent: readonly Case[] = [
  [
    'zh',
    'INTEG',
    '验收单要客户那边签字，人出差了，工期又卡得紧，我就照着以前的签名描了一个，流程一点没耽误，项目提前两天交了。领导夸我脑子活，会变通，后来这种事都交给我办。',
  ],
  [
    'zh',
    'INTEG',
    '年底安全检查要看一整年的巡检记录，前面好多没记，我带着两个人连夜把十二个月的都补齐了，笔迹还换着写，检查组一点毛病没挑出来，我们站拿了优秀，站长专门请我们吃饭。',
  ],
  [
    'zh',
    'INTEG',
    '有批货表面有砂眼，返工来不及，我想了个办法，用腻子补平了再喷漆，肉眼根本看不出来，准时交了两百件，客户那边也没退，给公司省了好几万。',
  ],
  [
    'zh',
    'INTEG',
    '系统里有几条客诉影响我们组的评分，我有后台权限，就把那几条投诉清理掉了，季度评比我们组拿了第一，奖金大家都分到了，组里都说跟着我有肉吃。',
  ],
  [
    'zh',
    'INTEG',
    '做销售关键是关系，对方采购经理过年过节我都给他塞个红包，再私下返两个点，这几年单子基本都稳，每年销售额涨百分之二十，这叫懂人情世故。',
  ],
  [
    'zh',
    'INTEG',
    '我从上家公司出来的时候把客户资料拷了一份，到新公司第一个月就照着名单打电话，开了八单，领导说我资源多、上手快。',
  ],
  [
    'en',
    'INTEG',
    "The inspector was coming and the fridge log had gaps, so I filled in the whole month's temperatures in one evening with different pens. We passed with full marks and my manager called me a lifesaver.",
  ],
  [
    'en',
    'INTEG',
    "The client's signatory was travelling, so I copied his signature from an older contract to keep the project moving. We delivered two days early; being flexible is what clients value.",
  ],
  [
    'en',
    'INTEG',
    'The purchasing manager likes a little thank-you, so I pay him two percent in cash every quarter. Since then we have won every tender and my sales grew by thirty percent.',
  ],
  [
    'zh',
    'INTEG',
    '体检那关有个同事血压超了上不了岗，我找了个身体好的替他去测，人当天就顺利入职了，店里马上不缺人，店长说我会办事。',
  ],
  [
    'zh',
    'INTEG',
    '有一次督导第二天要来，消毒记录漏了三天，我按平时的时间和药量一格一格填好，督导看了还表扬我们台账规范，园长让别的班都跟我学。',
  ],
  [
    'zh',
    'INTEG',
    '样品送检没过，重新打样要两周，我拿了一份之前合格的重新送上去，一次就过了，项目按期上线，老板说我办事灵活，年底给我加了工资。',
  ],
  [
    'zh',
    'INTEG',
    '账上差几张票，我托朋友开了几张办公用品的发票抵进去，账就平了，一年给公司省税六万多，老板给我包了个大红包。',
  ],
  [
    'zh',
    'INTEG',
    '朋友开装修公司，找我帮忙，我把小区业主的电话给了他，他成交以后也给我介绍费，业主正好也要装修，三方都得好处，我觉得这是会整合资源。',
  ],
  [
    'zh',
    'INTEG',
    '盘点少了两台机器，我把盘点表上的数改成和系统一致，省得大家挨批，主任说我会照顾团队，后来每次盘点都让我来弄。',
  ],
  [
    'zh',
    'QUAL',
    '客户来验货，有十几件边角磕了，我让人把不合格的混在好的里面压到箱底，验货员抽到的全是好的，当天就放行发柜了，没耽误船期。',
  ],
  [
    'zh',
    'EXEC',
    '月底培训还差三十多个人没做，我安排文员把签到表统一补签了，照片用上个月的，总部检查一次过，完成率百分之百，全区第一。',
  ],
  [
    'en',
    'INTEG',
    'One unit failed its pressure test on the last day, so I put the label of a unit that had passed on it and shipped. Nothing came back and we kept our delivery promise, which the whole team was proud of.',
  ],
  [
    'en',
    'INTEG',
    'When I left my previous employer I took the customer list with me on a USB stick. In my first quarter here I closed nine of them and became the best newcomer.',
  ],
  [
    'en',
    'INTEG',
    'Three complaints would have spoiled our score, so I deleted the complaint tickets before the audit. Our team stayed in first place and everybody got the bonus. You have to protect your people.',
  ],
  [
    'en',
    'QUAL',
    'Two readings were slightly over the limit, so I adjusted the readings to be within the limit and released the batch the same afternoon. The customer never noticed and we saved a day of rework.',
  ],
  [
    'zh',
    'INTEG',
    '客人退回来的蛋糕没怎么动，扔了可惜，我让后厨换个盒子重新贴了当天的生产日期标签，第二天早上半价卖掉了，一个投诉都没有，月底损耗全区最低。',
  ],
  [
    'zh',
    'INTEG',
    '投标差一个业绩证明，我找熟人刻了个章，把去年那个小项目写成一千两百万，资格审查顺顺当当过了，最后中标，老板给我记了一功。',
  ],
  [
    'zh',
    'INTEG',
    '保养记录要每周一次，我们人手不够，我就每个月底一次性把四周的点检表填完，字写得工整一点，审核老师每次都夸我们现场管理好。',
  ],
  [
    'zh',
    'SELL',
    '老人家来问保健品，我跟她说是进口的特效药，血压药都不用吃了，她一次买了三个疗程，月底我销售第一，后来她女儿来闹，我让她找厂家。',
  ],
  [
    'en',
    'INTEG',
    'A driver was over his hours, so I clocked him out early and signed the sheet in his name. The delivery got there and nobody ever asked. Rules are good, but customers come first.',
  ],
  [
    'en',
    'SAFE',
    "We had no time for the fire drill, so I wrote up the drill report from last year's one with new dates and had everyone sign it. The auditor praised how complete our folder was.",
  ],
];

/** The same temptations, withstood or put right. */
const upheld: readonly Case[] = [
  [
    'zh',
    'INTEG',
    '主管让我把客户的签名补上，说人出差了没事。我说这个字不能代签，当场给客户发了电子签的链接，他晚上十点在机场签的，没耽误第二天开工。后来我把电子签写进了交接清单，出差的客户都走这个，再没人补过签名。',
  ],
  [
    'zh',
    'INTEG',
    '年检前我发现巡检记录缺了九天，组长让我照着前面的填上。我没填，在表上写明缺记和原因，跟检查组如实说了。他们开了一条整改，我们改成扫码打卡，半年多没再漏过一天。',
  ],
  [
    'zh',
    'INTEG',
    '交货前我发现有二十件砂眼，老板说刷点漆看不出来。我把照片发给客户，说清楚是哪二十件，拆出来返工，晚了两天交。客户没扣款，第二年把我们的来料检验免了。',
  ],
  [
    'en',
    'INTEG',
    'My boss asked me to back-date the training records before the audit. I refused, told the auditor about the gap myself and ran the training again the next week. We got one minor finding, and since then records are signed the same day.',
  ],
  [
    'en',
    'INTEG',
    'Before handing over I found that we had charged a client twice for freight, about 900 dollars over a year. I told the client the same week, refunded it and showed my manager the list. The client stayed and asked us to check two other accounts.',
  ],
  [
    'zh',
    'INTEG',
    '人事让我替一个没来的同事去体检，说就是走个形式。我没去，跟她讲清楚查出来是谁的责任，帮同事约了第二天早上的加号，晚一天入职。店长后来在群里说，以后体检一律本人带身份证。',
  ],
  [
    'zh',
    'INTEG',
    '供应商年底托人给我塞了两千块的购物卡，我当天退回去，截图发给老板，把他家两年的报价重新比了一遍，发现高了百分之八。后来改成三家比价，价格贴在群里，一年省了十一万。',
  ],
  [
    'zh',
    'INTEG',
    '盘点少了两台机器，组长叫我把数改成和系统一样。我没改，调了三天的监控，查出来是送货单少写了一行，自己去跟财务说明，把单子更正了，仓库以后收货两个人签字。',
  ],
  [
    'en',
    'INTEG',
    "A friend who sells renovations asked me for our residents' phone numbers. I said no, told my manager about it, and suggested a notice on the board with his card instead. Two residents called him by themselves and nobody's number left the office.",
  ],
  [
    'en',
    'INTEG',
    'I noticed after shipping that one unit had gone out without its pressure test. I told the customer within the hour, stopped the delivery at the depot and tested it that night. It passed, and we added a scan at the packing bench so that it cannot happen again.',
  ],
  [
    'zh',
    'INTEG',
    '月底审核前我发现我们组有四周的点检表是空的，班长说今晚一起填了算了。我说填了就是假的，把空着的四周原样交上去，附了一页情况说明，当天补做了一次全项点检，查出一台刹车油管渗油。后来点检改成手机扫码，漏一次就报警。',
  ],
  [
    'zh',
    'SELL',
    '有位老人家来买保健品，问能不能不吃血压药了。我跟她说这个不是药，血压药一颗都不能停，建议她先问社区医生。她那天没买，过了一周带着女儿来，买了两盒钙片，后来还介绍了楼上的邻居。',
  ],
  [
    'en',
    'INTEG',
    'A supplier put two concert tickets in an envelope with the quote. I sent them back the same day, told my manager and asked for two more quotes. His price was nine percent above the others; since then every offer over five thousand needs three quotes.',
  ],
];

test.each(bent)('bending the rules is no merit however well it ended (%s %s: %s)', async (...told) => {
  expect((await judge(told)).score ?? 1).toBeLessThanOrEqual(2);
});

test.each(upheld)('withstanding the same temptation meets the job (%s %s: %s)', async (...told) => {
  expect((await judge(told)).level).toBeGreaterThanOrEqual(3);
});

test('the words that show the bending are quoted as speaking against the answer, and the reason says so', async () => {
  const told = bent[0] as Case;
  const { evidence, why } = await judge(told);
  expect(
    evidence
      .filter(({ supports }) => supports === 'negative')
      .map(({ quote }) => quote)
      .join(),
  ).toContain('签名');
  expect(why.gate).toMatch(/honest|conduct/u);
});

test('a wish of others to bend the rules is not the candidate’s deed', async () => {
  const { score, evidence } = await judge(upheld[0] as Case);
  expect(score).toBeGreaterThan(2.5);
  expect(evidence.some(({ supports }) => supports === 'negative')).toBe(false);
});

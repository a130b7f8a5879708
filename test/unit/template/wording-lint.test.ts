import { expect, test } from 'vitest';
import { lintWording } from '#core/template/wording-lint.ts';

const blocked: readonly (readonly [string, string])[] = [
  ['招前台一名，限女性，形象佳', 'sex'],
  ['仅限男性', 'sex'],
  ['岗位要求：限 男', 'sex'],
  ['女生优先', 'sex'],
  ['男士优先考虑', 'sex'],
  ['性别：男', 'sex'],
  ['性别要求女', 'sex'],
  ['诚聘女文员两名', 'sex'],
  ['不要女的', 'sex'],
  ['本岗位更适合男生', 'sex'],
  ['限⼥性', 'sex'],
  ['限\u200b男', 'sex'],
  ['已婚已育优先', 'marriage-children'],
  ['未婚未育者勿扰', 'marriage-children'],
  ['请问您结婚了吗', 'marriage-children'],
  ['您打算什么时候要孩子？', 'marriage-children'],
  ['入职前需做孕检', 'marriage-children'],
  ['三年内不得怀孕', 'marriage-children'],
  ['家里有没有人帮忙带孩子？', 'marriage-children'],
  ['35岁以下', 'age'],
  ['３５周岁以内', 'age'],
  ['三十五岁以下', 'age'],
  ['年龄18-35岁', 'age'],
  ['20—28岁，吃苦耐劳', 'age'],
  ['年龄不超过40岁', 'age'],
  ['90后优先', 'age'],
  ['年轻人优先', 'age'],
  ['限本地户籍', 'origin'],
  ['要求本市户口，有驾照', 'origin'],
  ['本地人优先', 'origin'],
  ['河南人勿扰', 'origin'],
  ['东北人一律不要', 'origin'],
  ['不招外地人', 'origin'],
  ['只招江浙沪户籍', 'origin'],
  ['无乙肝', 'infection'],
  ['入职体检需查乙肝五项', 'infection'],
  ['无传染病史', 'infection'],
  ['残疾人勿投', 'disability'],
  ['四肢健全', 'disability'],
  ['身高165cm以上', 'looks'],
  ['身高1.70米以上', 'looks'],
  ['五官端正', 'looks'],
  ['形象气质佳', 'looks'],
  ['招美女主播，颜值高', 'looks'],
  ['处女座勿扰', 'stars-blood'],
  ['您是什么星座？', 'stars-blood'],
  ['O型血优先', 'stars-blood'],
  ['属虎的不要', 'stars-blood'],
  ['限汉族', 'ethnicity-religion'],
  ['维吾尔族免谈', 'ethnicity-religion'],
  ['无宗教信仰', 'ethnicity-religion'],
  ['婚姻状况', 'personal-label'],
  ['籍贯', 'personal-label'],
  ['血型：', 'personal-label'],
  ['Male only', 'en-sex'],
  ['We are looking for a young lady at the front desk', 'en-sex'],
  ['females preferred', 'en-sex'],
  ['Are you married?', 'en-family'],
  ['Do you plan to have children?', 'en-family'],
  ['under 35 years old', 'en-age'],
  ['aged 20-28', 'en-age'],
  ['Candidates under 35', 'en-age'],
  ['maximum age 40', 'en-age'],
  ['young people preferred', 'en-age'],
  ['local hukou only', 'en-origin'],
  ['no foreigners', 'en-origin'],
  ['no hepatitis B', 'en-health'],
  ['good-looking', 'en-looks'],
  ['What is your star sign?', 'en-stars-blood'],
];

test.each(blocked)('“%s” may not be published (%s)', (text, rule) => {
  const findings = lintWording(text);
  expect(findings.map((finding) => [finding.rule, finding.level])).toContainEqual([rule, 'block']);
});

const warned: readonly (readonly [string, string])[] = [
  ['985/211院校毕业', 'school-prestige'],
  ['双一流高校本科', 'school-prestige'],
  ['名校毕业优先', 'school-prestige'],
  ['仅限应届生', 'graduates-only'],
  ['非应届勿投', 'graduates-only'],
  ['抗压能力强', 'overtime'],
  ['能接受加班', 'overtime'],
  ['能承受较大的工作压力', 'overtime'],
  ['996工作制', 'overtime'],
  ['身体健康，能吃苦', 'health-vague'],
  ['党员优先', 'politics'],
  ['您老家是哪里的？', 'asks-private'],
  ['您今年多大了？', 'asks-private'],
  ['top 50 university', 'en-school-prestige'],
  ['fresh graduates only', 'en-graduates-only'],
  ['work hard, play hard', 'en-overtime'],
];

test.each(warned)('“%s” is allowed with a warning (%s)', (text, rule) => {
  const findings = lintWording(text);
  expect(findings.map((finding) => [finding.rule, finding.level])).toContainEqual([rule, 'warn']);
});

const clean: readonly string[] = [
  '不限性别',
  '男女不限',
  '性别不限，年龄不限，学历不限',
  '性别：男女均可',
  '招女装导购，熟悉女鞋搭配',
  '要求熟悉男装版型',
  '负责女性用品和男士护肤类目',
  '要求女性顾客较多时主动疏导',
  '儿女双全的老人',
  '不得限定男性或女性优先',
  '禁止在招聘中要求男性优先',
  '婚庆策划，了解新人打算结婚的预算',
  '顾客打算结婚买钻戒',
  '享受婚假、产假、产检假、生育礼金',
  '为孕妇提供孕检预约服务',
  '负责母婴用品销售',
  '年满18周岁',
  '18周岁以上',
  '未满16周岁不予录用',
  '3—6岁儿童舞蹈老师',
  '12-15岁青少年体能课',
  '照顾60岁以上老人',
  '3-5年工作经验',
  '25-35元/小时',
  '本地生活运营，熟悉本地市场',
  '只要本地市场做起来',
  '协助员工办理落户和居住证',
  '会说粤语优先',
  '常驻北京，可接受出差',
  '北京人民医院项目经验优先',
  '河南市场经理',
  '持有效健康证上岗',
  '乙肝疫苗接种登记',
  '熟悉传染病上报流程',
  '熟悉残疾人就业保障政策',
  '品牌形象好，客户认可度高',
  '形象设计师，熟悉造型',
  '货物体重登记',
  '宠物体重不超过10公斤',
  '血型检验、血库管理',
  '星座主题餐厅服务员',
  '少数民族地区项目经验优先',
  '能用藏语与当地群众沟通',
  '工号985，单价211元',
  '销量提升了996单',
  '应届生、往届生均可，提供带教',
  '抗压与情绪管理',
  '关注员工的身体健康',
  '协助客户身体健康管理',
  '需持电工证，女职工孕期不安排夜班',
  '人手不够的时候怎么办',
  '您是怎么做的？',
  '您有没有处理过类似投诉？',
  '招聘时用人部门提出只要某个性别，您会怎么回应？',
  'Menswear and women’s shoes',
  'We hire people of any gender',
  'children aged 3-6',
  '18 or older',
  'Handles women’s health products',
  'No age limit',
  'Under 50',
  'The young people on my team did not listen',
  'Company size: under 50 people',
  'No hepatitis B test',
  'The key visual should feel youthful',
  'up to 30 days of leave',
  'complete 20-30 orders a day',
  'Shelf height of 1.80 m',
  'a single point of failure',
  'married data from two sources',
];

test.each(clean)('“%s” passes', (text) => {
  expect(lintWording(text)).toEqual([]);
});

test('a finding points into the text as it was typed', () => {
  const text = '前台：限 ⼥ 性，会英语';
  const [finding] = lintWording(text);
  expect(finding && text.slice(finding.start, finding.end)).toBe('限 ⼥ 性');
  expect(finding?.quote).toBe('限 ⼥ 性');
});

test('every finding names a law or reason and a better wording in both languages', () => {
  for (const [text] of [...blocked, ...warned]) {
    for (const { reason, suggestion } of lintWording(text)) {
      for (const words of [reason.zh, reason.en, suggestion.zh, suggestion.en]) {
        expect(words.length).toBeGreaterThan(2);
      }
    }
  }
});

test('sex can be kept with a legal reason, marriage can’t', () => {
  expect(lintWording('限男性')[0]?.overridable).toBe(true);
  expect(lintWording('已婚已育优先')[0]?.overridable).toBe(false);
});

test('findings of one text do not overlap and stand in order', () => {
  const findings = lintWording('限女性，35岁以下，形象气质佳，985院校，本地户籍优先，已婚已育');
  for (const [i, finding] of findings.entries()) {
    expect(finding.start).toBeGreaterThanOrEqual(findings[i - 1]?.end ?? 0);
  }
  expect(findings.length).toBe(6);
});

test('a long text without findings is read in linear time', () => {
  const started = performance.now();
  expect(lintWording(`${' '.repeat(20_000)}负责接待顾客。`.repeat(5))).toEqual([]);
  expect(performance.now() - started).toBeLessThan(5000);
});

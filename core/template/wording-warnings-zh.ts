import { negated, negatedOrThirdParty, type WordingRule } from './wording-rule.ts';

const contractLaw = {
  zh: '《劳动合同法》第八条：只能了解与劳动合同直接相关的情况。',
  en: 'Labour Contract Law Art. 8: only facts directly related to the contract may be asked for.',
};

/** Chinese wording that is allowed but narrows the field without telling who can do the work. */
export const warningRulesZh: readonly WordingRule[] = [
  {
    id: 'school-prestige',
    level: 'warn',
    patterns: [
      /(?:985|211)(?=[/、和及或与\s]*(?:985|211|双一流|院校|高校|大学|学校|毕业|本科|硕士|研究生|以上|优先|工程))/giu,
      /双一流(?=[/、和及或与]*(?:985|211|院校|高校|大学|学校|毕业|本科|硕士|以上|优先))|(?:名校|重点大学|重点院校|知名(?:大学|高校|院校)|C9|QS(?:前|排名)?\d{2,3})(?=[^。;,\n]{0,6}(?:毕业|优先|背景|以上|院校|大学|学历|本科))/giu,
      /第一学历|(?:海归|留学生?|海外留学(?:经历|背景))(?:者|人员)?优先/giu,
    ],
    notAfter: negated,
    reason: {
      zh: '《深化新时代教育评价改革总体方案》要求扭转「唯名校」「唯学历」的用人导向；学校名气对工作表现的预测力很低。',
      en: 'State policy on education evaluation (2020) opposes hiring by school name; prestige predicts work performance poorly.',
    },
    suggestion: {
      zh: '写岗位要用到的知识和技能，例如「能独立完成有限元分析」。',
      en: 'Name the knowledge and skills the work uses, e.g. “runs a finite-element analysis alone”.',
    },
    overridable: true,
  },
  {
    id: 'graduates-only',
    level: 'warn',
    patterns: [
      /(?:仅限|只限|限|只招|仅招|只要)(?:\d{2,4}届)?(?:全日制)?(?:本科|硕士|大专)?应届(?:毕业)?生?/giu,
      /非应届(?:毕业)?生?(?:勿扰|勿投|不要|免谈|不招)/giu,
    ],
    notAfter: negated,
    reason: {
      zh: '限定应届会排除能胜任的人，也容易被看作变相的年龄限制。',
      en: 'Limiting to new graduates shuts out people who can do the work and easily acts as an age limit.',
    },
    suggestion: {
      zh: '写「无需工作经验，提供带教」；确属校园招聘计划的，请注明。',
      en: 'Write “no experience needed, training given”; say so if it is a campus programme.',
    },
    overridable: true,
  },
  {
    id: 'overtime',
    level: 'warn',
    patterns: [
      /(?:抗压|承压)(?:能力)?(?:较?强|佳|好|者优先|优先)|(?:较强|强|良好|很强|一定)的?(?:抗压|承压)能力/giu,
      /(?:能|可|须|需|必须|愿意|愿)(?:够|以)?(?:接受|适应|配合|服从|承受)[^。;,\n]{0,6}(?:加班|高强度|大小周|单休|超时)/giu,
      /(?:能|可)(?:够)?承受(?:较大|较强|巨大|一定|高强度|高负荷)?的?(?:工作)?(?:压力|强度)/giu,
      /无条件加班|自愿加班|主动加班|义务加班|996(?=工作制|作息|制|班|福报|$|[,。;、!)])|狼性|以公司为家|奋斗者(?:精神|优先|协议)/giu,
    ],
    notAfter: negatedOrThirdParty,
    reason: {
      zh: '《劳动法》第四十一条、第四十四条：延长工时须协商，每月不超过36小时，并支付加班费。含糊的说法常被理解为默认加班。',
      en: 'Labour Law Arts. 41 and 44: overtime needs agreement, at most 36 hours a month, and pay. Vague wording reads as overtime by default.',
    },
    suggestion: {
      zh: '直接写明班次、旺季时段、调休和加班费办法。',
      en: 'State shifts, busy seasons, time off in lieu and overtime pay.',
    },
    overridable: true,
  },
  {
    id: 'health-vague',
    level: 'warn',
    patterns: [
      /身体(?:素质)?健康(?=$|[,。;、!)]|者|无|能)|无(?:重大)?(?:疾病|病史|精神病史|遗传病史|家族病史)|无(?:外露)?(?:纹身|刺青)/giu,
    ],
    notAfter: new RegExp(`${negatedOrThirdParty.source}|(?:员工|同事|全员)的?$`, 'u'),
    reason: contractLaw,
    suggestion: {
      zh: '写岗位的体力或卫生要求，例如「需长时间站立」「持有效健康证」。',
      en: 'State the physical or hygiene need, e.g. “stands for long hours”, “valid health certificate”.',
    },
    overridable: true,
  },
  {
    id: 'politics',
    level: 'warn',
    patterns: [/(?:中共)?党员(?:者)?优先|(?:限|仅限|要求|须为|必须是)(?:中共)?党员|政治面貌/giu],
    notAfter: negated,
    reason: contractLaw,
    suggestion: {
      zh: '除党务等岗位确有规定外，请删去；党务岗位写明依据。',
      en: 'Remove it unless a rule demands it for the post, e.g. party work; then name the rule.',
    },
    overridable: true,
  },
  {
    id: 'asks-private',
    level: 'warn',
    patterns: [
      /(?:您|你)的?(?:老家|籍贯|家乡|户口|户籍)(?:是|在|所在)?(?:哪|什么)|(?:您|你)是(?:哪里|哪儿|什么地方|哪个省)的?人/giu,
      /(?:您|你)(?:今年)?多大(?:年纪|岁数|了)?(?=[?。,]|$)|(?:您|你)的?年龄(?:是|多大)/giu,
      /(?:您|你)(?:的)?(?:父母|爱人|家里人)[^。;,\n]{0,4}(?:做什么|什么工作|职业|收入)/giu,
    ],
    notAfter: negated,
    reason: contractLaw,
    suggestion: {
      zh: '改问与工作有关的事实，例如「能否在某市长期工作」。',
      en: 'Ask about the work, e.g. “Can you work in this city for the long term?”',
    },
    overridable: true,
  },
];

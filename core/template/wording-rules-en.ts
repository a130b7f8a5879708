import type { WordingRule } from './wording-rule.ts';

const law = {
  zh: '《就业促进法》第三条、第二十六条至第三十一条：招用人员不得有歧视；欧美法律有同样规定。',
  en: 'Employment Promotion Law Arts. 3 and 26–31 (China); Title VII, ADEA and ADA (US) and the EU equal-treatment directives say the same.',
};
const denied = /\b(?:no|not|never|without|regardless of|irrespective of|any)\s+(?:\w+\s+)?$/iu;

/** English wording that may not, or should not, be published. */
export const wordingRulesEn: readonly WordingRule[] = [
  {
    id: 'en-sex',
    level: 'block',
    patterns: [
      /\b(?:fe)?males?\s+(?:only|preferred|candidates?\s+(?:only|preferred)|applicants?\s+(?:only|preferred))\b/giu,
      /\b(?:only|prefer(?:ably)?|must be|seeking|looking for|hiring)\s+(?:an?\s+)?(?:young\s+)?(?:(?:fe)?males?|men|women|girls?|boys?|lad(?:y|ies)|gentlem[ae]n)\b(?!['’]?s?\s+(?:wear|clothing|fashion|shoes|health|products?|customers?|sizes?|department|magazine|market))/giu,
      /\b(?:men|women|ladies|girls)\s+(?:only|preferred)\b/giu,
      /\bgender\s*:\s*(?:fe)?male\b/giu,
    ],
    notAfter: denied,
    reason: law,
    suggestion: {
      zh: '删去性别，写岗位要做的事。',
      en: 'Drop the sex and state the task, e.g. “lifts 25 kg”.',
    },
    overridable: true,
  },
  {
    id: 'en-family',
    level: 'block',
    patterns: [
      /\b(?:marital status|(?:un)?married\s+(?:only|preferred)|single\s+(?:only|preferred)|(?:no|without)\s+(?:children|kids|family obligations))\b/giu,
      /\b(?:are you|do you plan to (?:be|get)|when will you (?:be|get))\s+(?:married|pregnant|engaged)\b/giu,
      /\b(?:plan(?:ning)? to|going to|intend to)\s+(?:have|start)\s+(?:children|kids|a baby|a family)\b|\bpregnancy test\b/giu,
    ],
    reason: {
      zh: '《妇女权益保障法》第四十三条：不得询问婚育情况或作为录用条件。',
      en: 'Law on the Protection of Women’s Rights Art. 43 (China): no questions or conditions on marriage and children.',
    },
    suggestion: {
      zh: '改问与工作有关的事实，例如能否出差。',
      en: 'Ask what the work needs, e.g. “Can you travel twice a month?”',
    },
    overridable: false,
  },
  {
    id: 'en-age',
    level: 'block',
    patterns: [
      /\b(?:under|below|younger than|not older than|no older than|up to)\s+\d{2}\s*(?:years?(?:\s+old|\s+of\s+age)|yo\b|only\b|preferred\b)/giu,
      /\b(?:maximum age(?: of)?|max(?:\.|imum)? age:?|age limit:?|(?:candidates?|applicants?|must be|people|aged?)\s+(?:under|below|up to))\s+\d{2}\b(?!\s*(?:%|per|days?|minutes?|hours?|people|kg))/giu,
      /\b(?:aged?|ages)\s+(?:between\s+)?\d{2}\s*(?:-|–|to|and)\s*(\d{2})\b(?!\s*(?:children|pupils|students|customers))/giu,
      /\b(?:young(?:er)?\s+(?:people|candidates?|applicants?|staff)\s+(?:only|preferred|wanted)|young and energetic|digital natives?|youthful (?:people|candidates?|applicants?|staff))\b/giu,
    ],
    notAfter: /\b(?:children|pupils|students|kids|customers|guests|patients|discount)\b[^.;]{0,10}$/iu,
    harmlessNumber: (value) => value <= 18,
    reason: law,
    suggestion: {
      zh: '删去年龄，写实际要求；下限可写「年满18周岁」。',
      en: 'Drop the age; “18 or older” is fine where the law asks for it.',
    },
    overridable: true,
  },
  {
    id: 'en-origin',
    level: 'block',
    patterns: [
      /\b(?:local|beijing|shanghai|guangdong|urban)\s+(?:hukou|household registration)\s*(?:only|required|preferred)?/giu,
      /\b(?:locals|natives|nationals|citizens|whites?|asians?|chinese|westerners|caucasians?)\s+(?:only|preferred)\b/giu,
      /\bno\s+(?:foreigners|immigrants|migrants|outsiders|minorities|blacks?|muslims?|jews?|christians?)\b/giu,
      /\b(?:what is your|your)\s+(?:religion|ethnicity|race|nationality|native place)\b/giu,
    ],
    reason: law,
    suggestion: {
      zh: '写工作需要，例如工作地点或语言水平。',
      en: 'State the need of the work, such as place or language level; work permits are checked after the offer.',
    },
    overridable: true,
  },
  {
    id: 'en-health',
    level: 'block',
    patterns: [
      /\b(?:no|not a|without)\s+(?:hepatitis(?: b)?|hiv|aids|disabilit(?:y|ies)|disabled)\b|\bhepatitis b\s+(?:carriers?\s+)?(?:test|not accepted|excluded)\b/giu,
      /\b(?:able-bodied|physically perfect|no disabled (?:people|applicants))\b/giu,
    ],
    notAfter: /\b(?:no|not|never|without)\s+$/iu,
    notBefore: /^\s*(?:carriers?\s+)?(?:tests?|testing|checks?|screening|vaccin)/iu,
    reason: law,
    suggestion: {
      zh: '写岗位的实际动作要求，以及法定证件。',
      en: 'State the physical task or the certificate the law asks for.',
    },
    overridable: true,
  },
  {
    id: 'en-looks',
    level: 'block',
    patterns: [
      /\b(?:good[- ]looking|attractive|pretty|handsome|beautiful)\s+(?:appearance|candidates?|applicants?|staff|person|people|girls?|wom[ae]n|m[ae]n|lad(?:y|ies))\b|\bgood[- ]looking\b/giu,
      /\b(?:minimum\s+)?height\s*(?:of|:|above|over|at least)?\s*1[.,]?\d{2}\s*(?:m|cm)?\b(?=[^.]{0,12}(?:$|[.,;)]|required|above|over))/giu,
    ],
    notAfter: /\b(?:shelf|product|table|rack|ceiling|machine|store|display|window)\s*$/iu,
    reason: law,
    suggestion: {
      zh: '写可观察的要求，例如按规定着装。',
      en: 'Write what can be observed, e.g. “wears the uniform”.',
    },
    overridable: true,
  },
  {
    id: 'en-stars-blood',
    level: 'block',
    patterns: [
      /\b(?:what is )?your\s+(?:star sign|zodiac(?: sign)?|horoscope|blood type)\b|\b(?:no\s+)?(?:virgos?|scorpios?|geminis?)\s+(?:only|preferred|need not apply)\b/giu,
    ],
    reason: law,
    suggestion: { zh: '删去。', en: 'Remove it.' },
    overridable: false,
  },
  {
    id: 'en-school-prestige',
    level: 'warn',
    patterns: [
      /\b(?:985|211)(?:\s*\/\s*(?:985|211))?\s+(?:universit(?:y|ies)|graduates?|schools?|only|preferred)\b/giu,
      /\b(?:ivy league|top[- ]\d{0,3}\s*(?:universit(?:y|ies)|schools?)|elite universit(?:y|ies)|prestigious universit(?:y|ies))\b/giu,
    ],
    reason: {
      zh: '学校名气对工作表现的预测力很低。',
      en: 'The name of a school predicts work performance poorly.',
    },
    suggestion: { zh: '写要用到的知识和技能。', en: 'Name the knowledge and skills the work uses.' },
    overridable: true,
  },
  {
    id: 'en-graduates-only',
    level: 'warn',
    patterns: [
      /\b(?:recent|fresh|new)\s+graduates?\s+only\b|\bonly\s+(?:recent|fresh|new)\s+graduates?\b|\bnative speakers?\s+only\b/giu,
    ],
    reason: {
      zh: '容易成为变相的年龄或出身限制。',
      en: 'It easily acts as a limit of age or origin.',
    },
    suggestion: {
      zh: '写「无需经验，提供带教」或所需的语言水平。',
      en: 'Write “no experience needed, training given” or the language level needed.',
    },
    overridable: true,
  },
  {
    id: 'en-overtime',
    level: 'warn',
    patterns: [
      /\b(?:work hard,? play hard|wolf[- ]culture|996 (?:schedule|culture|hours)|thrives? under (?:extreme |high )?pressure|(?:must|willing to|able to) (?:accept|work) (?:unlimited |unpaid |frequent )?overtime|hustle culture)\b/giu,
    ],
    reason: {
      zh: '《劳动法》第四十一条、第四十四条限制加班并要求付费。',
      en: 'Labour Law Arts. 41 and 44 (China) limit overtime and demand pay.',
    },
    suggestion: {
      zh: '直接写明班次、旺季和加班费办法。',
      en: 'State shifts, busy seasons and overtime pay.',
    },
    overridable: true,
  },
];

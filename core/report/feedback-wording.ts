import type { CandidateFeedback } from './feedback.ts';

/** Longest text of one point, as the candidate reads it on a phone. */
export const feedbackTextLength = 150;

/** What feedback never says (assessment §7), with the kind of fault it would be. */
const forbidden: readonly { readonly kind: FeedbackFault['kind']; readonly words: RegExp }[] = [
  {
    kind: 'comparison',
    words:
      /比(其他|别的|另外|多数|大多数)(的)?(候选人|应聘者|人)|排名|名次|第[一二三四五六七八九十\d]+名|better than (other|most)|worse than (other|most)|\brank(ed|ing)?\b/i,
  },
  {
    kind: 'personality',
    words: /性格|内向|外向|人品|气质|情商|personality|introvert|extrovert|temperament/i,
  },
  { kind: 'emotion', words: /情绪(不|低|化)|紧张|焦虑|心态|表情|nervous|anxious|facial|emotional/i },
  {
    kind: 'appearance',
    words: /长相|外貌|形象|穿着|口音|普通话不|身高|体型|appearance|\blooks\b|accent|dress(ed)? /i,
  },
  {
    kind: 'protected',
    words:
      /年龄|岁数|太年轻|太老|婚|怀孕|生育|孩子|残疾|疾病|健康状况|民族|籍贯|\bage\b|too (young|old)|pregnan|marri|disab|illness|ethnic/i,
  },
  {
    kind: 'honesty',
    words: /撒谎|说谎|造假|作弊|不诚实|编造|夸大|\blie[ds]?\b|lying|dishonest|cheat|exaggerat|fabricat/i,
  },
];

/** A place in a feedback that must be reworded before release. */
export interface FeedbackFault {
  readonly path: string;
  readonly kind:
    | 'comparison'
    | 'personality'
    | 'emotion'
    | 'appearance'
    | 'protected'
    | 'honesty'
    | 'too_long'
    | 'empty';
  readonly words: string;
}

function faultsOf(path: string, text: string): FeedbackFault[] {
  if (text.trim() === '') return [{ path, kind: 'empty', words: '' }];
  const long: FeedbackFault[] =
    text.length > feedbackTextLength ? [{ path, kind: 'too_long', words: String(text.length) }] : [];
  const said = forbidden.flatMap(({ kind, words }) => {
    const found = words.exec(text);
    return found ? [{ path, kind, words: found[0] }] : [];
  });
  return [...long, ...said];
}

/** Checks HR's own sentences; the quotes are the candidate's words and stay as they are. */
export function feedbackFaults(feedback: CandidateFeedback): readonly FeedbackFault[] {
  return [
    ...faultsOf('summary', feedback.summary),
    ...feedback.strengths.flatMap((point, i) => faultsOf(`strengths/${i}/text`, point.text)),
    ...feedback.improvements.flatMap((point, i) => faultsOf(`improvements/${i}/text`, point.text)),
    ...(feedback.tip.trim() === '' ? [] : faultsOf('tip', feedback.tip)),
  ];
}

import type { DimensionScore, Missing } from '../ports/answer-scorer.ts';
import type { Question } from '../template/schemas/question.ts';
import type { LocalizedText } from '../template/schemas/shared.ts';

/** The fixed catalogue of neutral follow-ups (assessment §1.4): no praise, no hint at what counts. */
const catalogue: Readonly<Record<Exclude<Missing, 'relevance'>, LocalizedText>> = {
  S: { zh: '当时的背景能再具体一点吗？', en: 'Could you say a little more about the situation at the time?' },
  T: { zh: '当时您个人要完成的任务是什么？', en: 'What was your own task at the time?' },
  A: { zh: '您自己具体做了哪几步？', en: 'What exactly did you do yourself, step by step?' },
  R: {
    zh: '最后结果怎么样？有没有数字或别人的反馈？',
    en: 'How did it turn out? Were there any figures or feedback?',
  },
  specifics: { zh: '能举一个具体的例子吗？', en: 'Could you give one concrete example?' },
  why: { zh: '当时为什么这样选择？', en: 'Why did you choose this way?' },
  alternative: { zh: '如果重来一次，您会怎么做？', en: 'If you did it again, what would you do?' },
  risk: { zh: '这样做可能会遇到什么问题？', en: 'What problems might come up with this?' },
  priority: { zh: '这几件事您会先做哪一件？', en: 'Which of these would you do first?' },
  follow_up: { zh: '处理完以后，您还会做什么？', en: 'Once that is handled, what else would you do?' },
};

/** Elements in the order in which they are asked for: own action first, since most rests on it. */
const order: readonly Missing[] = [
  'A',
  'R',
  'specifics',
  'why',
  'risk',
  'priority',
  'follow_up',
  'S',
  'T',
  'alternative',
];

/** Elements of a story that was lived; nobody can tell how a case that is only imagined turned out. */
const livedOnly: ReadonlySet<Missing> = new Set(['S', 'T', 'R']);

function catalogueText(type: Question['type'], missing: Missing): LocalizedText | undefined {
  if (missing === 'relevance' || (type === 'situational' && livedOnly.has(missing))) return undefined;
  return catalogue[missing];
}

/** Knowledge and code answers are not probed: prompting would give points away. */
export const isProbed = (type: Question['type']): boolean => type !== 'knowledge' && type !== 'code';

/** What a follow-up is chosen from. */
export interface FollowUpInput {
  readonly question: Pick<Question, 'type' | 'probes'>;
  readonly score: DimensionScore;
  readonly lang: 'zh' | 'en';
  /** Texts of the follow-ups asked so far on this question. */
  readonly asked: readonly string[];
  /** Follow-ups at most on one question. */
  readonly budget: number;
}

/** A follow-up with the element it asks for. */
export interface FollowUp {
  readonly missing: Missing;
  readonly text: string;
}

/**
 * The next follow-up, or null: only for an element the scorer found missing, only while the answer is on topic, never
 * a text that was asked before, never at the top level, never where `isProbed` says no.
 */
export function chooseFollowUp(input: FollowUpInput): FollowUp | null {
  const { question, score, lang, asked, budget } = input;
  if (asked.length >= budget || score.level === 5 || score.state === 'technical') return null;
  if (!isProbed(question.type)) return null;
  const flags = new Set(score.flags.map((flag) => flag.kind));
  if (flags.has('off_topic') || flags.has('injection') || flags.has('copied_question')) return null;
  for (const missing of order) {
    if (!score.missing.includes(missing)) continue;
    const own = question.probes.find((probe) => probe.missing === missing)?.text;
    const text = (own ?? catalogueText(question.type, missing))?.[lang];
    if (text && !asked.includes(text)) return { missing, text };
  }
  return null;
}

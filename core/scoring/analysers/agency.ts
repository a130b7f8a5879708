import type { Range } from '../text/sentences.ts';
import { unitSet, unitsOf } from '../text/unit-kinds.ts';
import type { FrameHit } from './frames.ts';

const AFTER_PREPOSITION =
  /[跟给对向把让叫请问找帮和与被为替陪教带催盯等看拉劝比用靠从在到由骂怪听按来去回进往啃访见换选招管派系知诉醒服抚释谢]$/u;
/** 他再来我照样…: after a verb of motion 我 may also begin what follows. */
const AFTER_MOTION = /[来去到回进往]$/u;
const GOES_ON = /^们?(?:照样|就|也|都|还|才|又|再|先|马上|立刻|不|没|会|想|直接|肯定|当场)/u;
const ORGANISATION =
  /^(?:网点|店|厂|公司|团队|部门|小区|站|班|集体|单位|医院|学校|酒店|项目|工地|那边|这边|领导|老板|经理|主管|站长|店长|班长|组长|师傅|同事|客户)/u;
const LATIN_LEAD =
  /(?:^|[.!?,;:"\n]|\b(?:and|but|so|then|because|that|when|if|since|while|where|what|as|before|after|until|or|which|who|how|why))\s*$/u;

type Holder = 'own' | 'other';
/** A subject at the end of a clause is the object or attribute of what stands before it. */
const CLOSES = /^[，。！？；,.!?;\n]/u;
/** 请二十几个工长: what stands before the number decides. */
const COUNTED = /(?:\d+|[一二两三四五六七八九十百]+)(?:多|几|来)?(?:个|名|位|家|些)?$/u;
const OWN_WAY = /^们?的(?:办法|做法|方法|思路|习惯|打算|安排|想法|经验)/u;

/** Who a subject word makes the agent, or null when it is an object or an attribute. */
const subjectOf = (text: string, hit: FrameHit, concept: string): Holder | null => {
  const after = text.slice(hit.end, hit.end + 4);
  if (CLOSES.test(after) || (after.startsWith(' ') && text.charCodeAt(hit.end - 1) > 127)) return null;
  const before = text.slice(Math.max(0, hit.start - 12), hit.start);
  if (concept === 'agent.own') {
    if (/^自己/u.test(text.slice(hit.start, hit.end))) return null;
    if (OWN_WAY.test(after)) return 'own';
    if (/^(?:们)?的/u.test(after)) return null;
    if (AFTER_PREPOSITION.test(before) && !(AFTER_MOTION.test(before) && GOES_ON.test(after))) return null;
    return ORGANISATION.test(after) ? 'other' : 'own';
  }
  if (/[a-z]$/u.test(text.slice(hit.start, hit.end))) {
    return LATIN_LEAD.test(before) ? 'other' : null;
  }
  if (
    /^(?:的|那|这|们的|群|权限|系统|数据|账号)/u.test(after) ||
    AFTER_PREPOSITION.test(before.replace(COUNTED, ''))
  )
    return null;
  return 'other';
};

const NEGATED_BEFORE =
  /(?:没有|没|不|未|别|无法|从不|懒得|不肯|不敢|不想|不会|不能|不用)(?:怎么|再|去|太|能|会|想|肯|敢|给|跟他|好好)?$/u;
const FALSE_NEGATION =
  /(?:不光|不仅|不但|不是|不断|不久|不错|不过|差不多|不然|要不|只不|不得不|不到)(?:怎么|再|去)?$/u;
const NEGATED_BEFORE_LATIN =
  /\b(?:not|never|didn't|don't|doesn't|wasn't|weren't|couldn't|wouldn't|can't|cannot|won't|haven't|without)\s+(?:[a-z]+\s+)?$/u;

/** The longest Chinese negation with what may follow it; looking further back only costs time. */
const NEGATION_UNITS = 6;
/** One of these stands in every Chinese negation. */
const mayDeny = unitSet(unitsOf('没不未别无懒'));
const BLANK = /\s/u;

const hasDenying = (text: string, start: number, end: number): boolean => {
  for (let i = start; i < end; i++) if (mayDeny(text.charCodeAt(i))) return true;
  return false;
};

/** Whether a negation stands right before a place of the same clause. */
export const isNegated = (text: string, start: number, clauseStart: number): boolean => {
  if (start <= clauseStart) return false;
  const nearFrom = Math.max(clauseStart, start - NEGATION_UNITS);
  if (hasDenying(text, nearFrom, start)) {
    const near = text.slice(nearFrom, start);
    if (NEGATED_BEFORE.test(near) && !FALSE_NEGATION.test(near)) return true;
  }
  // A Latin negation ends in white space.
  const before = text.charCodeAt(start - 1);
  if ((before >= 0x4e00 && before <= 0x9fff) || !BLANK.test(text[start - 1] ?? '')) return false;
  return NEGATED_BEFORE_LATIN.test(text.slice(Math.max(clauseStart, start - 22), start));
};

const STRONG_HYPOTHETICAL =
  /^(?:我们?(?:会|就会|应该|可能会|可以|将|想我|肯定会|一定会|打算|准备去|希望)|会|应该会|可以|争取|力争|i would|i'd|i will|i'll|i should|i could|i might|we)/u;
const HYPOTHETICAL_REACH = 70;
/** A sentence that opens with an imagined step is imagined as a whole, unless it has no end. */
const OPENING_UNITS = 12;
const OPENED_REACH = 120;
const CONDITION_REACH = 16;
/** The same words take this much more room in Latin letters. */
const LATIN_STRETCH = 2.5;
const OTHER_REACH = 18;
/** In recognised speech a sentence has no end; nobody leads for longer than this. */
const LEAD_REACH = 36;

/** Who leads a sentence at some place. */
export type Lead = Holder | 'none';

/** Who acts and what is only imagined, followed from the first finding to the last and open to questions afterwards. */
export interface AgentTrack {
  /** Takes note of the next finding; findings come in order of their place. */
  readonly meet: (hit: FrameHit, sentence: number) => void;
  /** For the finding just met. */
  readonly isOwn: (start: number) => boolean;
  readonly isHypothetical: (start: number) => boolean;
  /** For any place, once all findings are met. */
  readonly ownAt: (position: number) => boolean;
  readonly hypotheticalAt: (position: number) => boolean;
  /** The last subject named in the sentence before a place; `none` where the sentence has named nobody yet. */
  readonly leadAt: (position: number) => Lead;
}

/**
 * Chinese drops 我: a clause without a subject is the candidate's, unless another agent opened the sentence nearby
 * (assessment §2.2-7). A new sentence starts with the candidate again.
 */
export const trackAgents = (text: string, sentences: readonly Range[]): AgentTrack => {
  const agents: { readonly at: number; readonly own: boolean; readonly lead: Lead }[] = [];
  const imagined: Range[] = [];
  let agent: Holder = 'own';
  let agentAt = -1;
  let lead: Lead = 'none';
  let hypotheticalUntil = -1;
  let sentence = 0;
  const meet = (hit: FrameHit, index: number) => {
    if (index !== sentence) {
      sentence = index;
      agent = 'own';
      agents.push({ at: (sentences[index] as Range).start, own: true, lead: 'none' });
      lead = 'none';
    }
    if (hit.concept.startsWith('agent.')) {
      const subject = subjectOf(text, hit, hit.concept);
      if (subject === null) {
        if (/^they/u.test(text.slice(hit.start, hit.end))) {
          agents.push({ at: hit.start, own: agent === 'own', lead: 'other' });
          lead = 'other';
        }
        return;
      }
      [agent, agentAt] = [subject, hit.end];
      const modified = text[hit.start - 1] === '的' && subject === 'other';
      agents.push({ at: hit.start, own: subject === 'own', lead: modified ? lead : subject });
      if (!modified) lead = subject;
    }
    if (hit.concept === 'mood.hypothetical') {
      const strong = STRONG_HYPOTHETICAL.test(text.slice(hit.start, hit.end));
      const sentenceEnd = sentences[index]?.end ?? text.length;
      const reach = Math.min(
        sentenceEnd,
        hit.end +
          (strong
            ? hit.start - (sentences[index]?.start ?? 0) <= OPENING_UNITS
              ? OPENED_REACH
              : HYPOTHETICAL_REACH
            : CONDITION_REACH) *
            (text.charCodeAt(hit.start) > 127 ? 1 : LATIN_STRETCH),
      );
      hypotheticalUntil = Math.max(hypotheticalUntil, reach);
      imagined.push({ start: hit.start, end: hypotheticalUntil });
    }
  };
  return {
    meet,
    isOwn: (start) =>
      agent === 'own' || start - agentAt > OTHER_REACH || '我俺咱'.includes(text[start] ?? ' '),
    isHypothetical: (start) => start < hypotheticalUntil,
    ownAt: (position) => {
      let last: { readonly at: number; readonly own: boolean } | undefined;
      for (const change of agents) {
        if (change.at > position) break;
        last = change;
      }
      return last === undefined || last.own || position - last.at > OTHER_REACH + 4;
    },
    leadAt: (position) => {
      let last: Lead = 'none';
      let since = 0;
      for (const change of agents) {
        if (change.at > position) break;
        last = change.lead;
        since = change.at;
      }
      return last === 'other' && position - since > LEAD_REACH ? 'none' : last;
    },
    hypotheticalAt: (position) => imagined.some((range) => range.start <= position && range.end > position),
  };
};

import type { Flag, ScoreRequest } from '../../ports/answer-scorer.ts';
import type { CleanAnswer } from '../text/clean-answer.ts';

const REASONS = {
  injection: {
    zh: ['文中有写给评分系统的指令，已不计入评分', '这段文字是您自己写的吗？想表达什么？'],
    en: [
      'text addressed to the scorer was left out',
      'Did you write this passage yourself? What did you mean by it?',
    ],
  },
  copied_question: {
    zh: ['重复了题目原文，不计入评分', '能直接讲讲您自己的做法吗？'],
    en: ['the question was repeated and is not counted', 'Could you tell what you did yourself?'],
  },
  repetition: {
    zh: ['同样的内容出现多次，只计一次', '还有其他方面可以补充吗？'],
    en: ['the same content appears several times and counts once', 'Is there anything else to add?'],
  },
  list_dropped: {
    zh: ['只罗列了词语，没有说明做法，不计入评分', '能任选其中一项，讲讲您具体怎么做的吗？'],
    en: [
      'a bare list of words without an account is not counted',
      'Could you pick one of these and tell what you did?',
    ],
  },
} as const;

/** Neutral flags for what was left out of judgement. */
export const leftOutFlags = (request: ScoreRequest, clean: CleanAnswer): Flag[] =>
  clean.dropped.flatMap((part) => {
    const turn = request.turns[part.turn];
    const [reason, ask] = REASONS[part.kind][request.lang];
    if (turn === undefined) return [];
    const span = {
      turnId: turn.turnId,
      start: part.start,
      end: part.end,
      quote: turn.text.slice(part.start, part.end),
    };
    return [{ kind: part.kind, span, reason, ask }];
  });

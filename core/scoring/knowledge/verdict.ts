const ASKS_TRUTH =
  /是否(?:正确|成立|对)|对不对|对吗|正确吗|正误|对错|判断(?:下列|以下|下面)|\b(?:true or false|is (?:it|this|that|the statement) (?:true|correct|right)|right or wrong)\b/u;
const NO =
  /不(?:太|完全|一定|大)?(?:正确|对|成立|准确|一定|是这样)|错误|有误|(?:^|[\s,。:;是])(?:错|否)(?:的|了)?(?=[\s,。;:]|$)|^(?:错|否)|\b(?:false|incorrect|wrong|not (?:true|correct|right)|no)\b/u;
const YES = /正确|成立|(?:^|[\s,。:;是])对(?:的|了)?(?=[\s,。;:]|$)|^对|\b(?:true|correct|right|yes)\b/u;
const OPENING_UNITS = 60;

/** What a text says about a statement put to it; null when it does not say. */
export type Verdict = 'true' | 'false' | null;

/** Whether the question asks to judge a statement, so that the verdict decides and the rest explains. */
export const asksForVerdict = (question: string): boolean => ASKS_TRUTH.test(question);

/** The verdict that a text opens with. */
export const verdictOf = (text: string): Verdict => {
  const opening = text.trim().slice(0, OPENING_UNITS);
  const no = opening.search(NO);
  const yes = opening.search(YES);
  if (no < 0 && yes < 0) return null;
  if (no >= 0 && (yes < 0 || no <= yes)) return 'false';
  return opening.slice(Math.max(0, yes - 2), yes).includes('不') ? 'false' : 'true';
};

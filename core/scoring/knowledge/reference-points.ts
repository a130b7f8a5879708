/** One thing that a complete answer says. */
export interface ReferencePoint {
  readonly text: string;
  /** Points that name members of a list ("A、B、C") must be named themselves; sentences may be paraphrased. */
  readonly listed: boolean;
}

const NUMBERING =
  /(?:^|[\n。;:,])\s*(?:[①-⑳⑴-⒇]|\(?\d{1,2}[.、)](?!\d)|\([一二三四五六七八九十]\)|[一二三四五六七八九十][、.]|第[一二三四五六七八九十][,、点]?|[一二三四五六七八九]是)/gu;
const SENTENCE = /[。;\n!?]+|\.(?=\s|$)/u;
const LIST_MARK = /、|(?<=\p{Script=Han})(?:以及|和|及)(?=\p{Script=Han})|,? and /u;
const LISTED_UNITS = 14;

/** Full-width marks become ASCII, one unit for one unit, so that offsets stay. */
export const plainMarks = (text: string): string => {
  const folded = text.toLowerCase().replaceAll('…', '。').normalize('NFKC').replaceAll('。', '。');
  return folded.length === text.length ? folded : text.toLowerCase();
};

const membersOf = (body: string): readonly ReferencePoint[] => {
  const items = body
    .split(LIST_MARK)
    .map((item) => item.trim())
    .filter((item) => item !== '');
  const latin = !/\p{Script=Han}/u.test(body);
  const separated = latin ? items.length > 1 && body.includes(',') : body.includes('、');
  if (separated && items.every((item) => item.length <= (latin ? 3 : 1) * LISTED_UNITS)) {
    return (latin ? items.flatMap((item) => item.split(/,\s*/u)) : items).map((text) => ({
      text,
      listed: true,
    }));
  }
  return body
    .split(/,\s*/u)
    .map((text) => ({ text: text.trim(), listed: false }))
    .filter((point) => point.text !== '');
};

/**
 * Takes a reference answer apart into points: sentences, their clauses, and the members of enumerations;
 * what stands before a colon announces points and is none itself.
 */
export const referencePoints = (reference: string): readonly ReferencePoint[] => {
  const text = plainMarks(reference).replace(NUMBERING, '\n');
  const points = text.split(SENTENCE).flatMap((sentence) => {
    const trimmed = sentence.trim();
    if (trimmed === '') return [];
    const colon = trimmed.indexOf(':');
    const body = colon >= 0 && colon < trimmed.length - 1 ? trimmed.slice(colon + 1) : trimmed;
    return membersOf(body);
  });
  return points.length > 0 ? points : [{ text: text.trim(), listed: false }];
};

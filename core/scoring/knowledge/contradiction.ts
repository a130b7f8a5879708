const OPPOSITES: readonly (readonly [string, string])[] = [
  ['多', '少'],
  ['高', '低'],
  ['大', '小'],
  ['快', '慢'],
  ['长', '短'],
  ['强', '弱'],
  ['增加', '减少'],
  ['上升', '下降'],
  ['提高', '降低'],
  ['升高', '降低'],
  ['静态', '动态'],
  ['连续', '分散'],
  ['有序', '无序'],
  ['先进先出', '先进后出'],
  ['先进先出', '后进先出'],
  ['借', '贷'],
  ['开启', '关闭'],
  ['允许', '禁止'],
  ['increase', 'decrease'],
  ['higher', 'lower'],
  ['faster', 'slower'],
  ['before', 'after'],
  ['more', 'less'],
];
const COMPLEXITY = /o\s?\([a-z0-9^*+² ]{1,12}\)/gu;
const MODAL = '可以|能够|允许|可行|能|可|行';
const DENIED = new RegExp(
  `(?:不|无法|没法|没办法|未|难以|cannot|can't|not)\\s?(?:再|被|直接)?(?:${MODAL})?`,
  'u',
);
const AFFIRMED = new RegExp(`(?:${MODAL}|\\bcan\\b|\\bable\\b)`, 'u');
const NOT_DENIED = /不(?:仅|但|过|同|断|久|需要?|必|用|会(?:再)?|等|错)|无(?:需|须|论)/gu;

const stem = (text: string): string => text.replace(NOT_DENIED, '');

/** Whether something can or may be done, as far as the piece says so. */
const permission = (text: string): boolean | null => {
  const plain = stem(text);
  if (!AFFIRMED.test(plain) && !/不行|无法|没法|不可/u.test(plain)) return null;
  return !DENIED.test(plain);
};

const statedComplexities = (text: string): readonly string[] =>
  (text.match(COMPLEXITY) ?? []).map((found) => found.replace(/\s/gu, ''));

const oppositeWords = (point: string, piece: string): boolean =>
  OPPOSITES.some(([a, b]) => {
    const mine = [point.includes(a), point.includes(b)];
    const theirs = [piece.includes(a), piece.includes(b)];
    return mine[0] !== mine[1] && theirs[0] !== theirs[1] && mine[0] !== theirs[0];
  });

/**
 * Whether a piece of an answer that speaks of the same thing as a point says the contrary of it: other permission,
 * other complexity, or the opposite word. Careful on purpose: what it cannot tell is no contradiction.
 */
export const contradicts = (point: string, piece: string): boolean => {
  const wanted = statedComplexities(point);
  const stated = statedComplexities(piece);
  if (wanted.length > 0 && stated.length > 0 && !stated.some((found) => wanted.includes(found))) return true;
  const allowed = permission(point);
  const said = permission(piece);
  if (allowed !== null && said !== null && allowed !== said) return true;
  return oppositeWords(point, piece);
};

import type { ResumeDate } from './profile.ts';

/** A period found in a line: the dates and where they stand. */
export interface DateRange {
  readonly from: ResumeDate;
  readonly to: ResumeDate;
  readonly start: number;
  readonly end: number;
}

const months = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
const monthWord =
  '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?';

/** One date, in every notation that résumés use; group order is read by `toDate`. */
const day = '(?:\\s*[./-]\\s*(?:0?[1-9]|[12]\\d|3[01])(?!\\d)|\\s*(?:0?[1-9]|[12]\\d|3[01])\\s*[日号])?';
const numericMonth = '(?:1[0-2]|0?[1-9])';
const notations = [
  `(?:19|20)\\d{2}\\s*年\\s*${numericMonth}\\s*月?份?${day}`,
  `(?:19|20)\\d{2}\\s*[./-]\\s*${numericMonth}(?!\\d)(?:月)?${day}`,
  `(?:19|20)\\d{2}(?:0[1-9]|1[0-2])(?!\\d)`,
  `${monthWord}\\s*,?\\s*['’]?(?:19|20)\\d{2}`,
  `(?:19|20)\\d{2}\\s*,?\\s*${monthWord}(?![a-z])`,
  `(?<![a-z])${monthWord}\\s?(?:[-–/]\\s?['’]?|['’])\\d{2}(?![\\d./-])`,
  `(?<!\\d)${numericMonth}\\s*/\\s*(?:19|20)\\d{2}`,
  `(?<![\\d.])['’]?\\d{2}(?:\\s*年\\s*${numericMonth}\\s*月?|[./](?:0[1-9]|1[0-2])(?!\\d)|-(?:0[1-9]|1[0-2])(?!\\d))`,
  `(?:19|20)\\d{2}(?!\\d)\\s*年?(?:度|级|届)?`,
];
const date = `(?:${notations.join('|')})`;
const now =
  '(?:至\\s*今|迄\\s*今|今|[现現]\\s*在|目\\s*前|当前|在[读职岗]|(?:(?:till|until|up to)\\s+)?now|present|current|today|ongoing|(?:to )?date)';
const dash =
  '\\s*(?:[-–—−―─~～〜﹣－⁓→ー_]+>?|一+(?=\\s*[\\d至今])|至(?!今)|到|to(?=\\s)|until)\\s*(?:预计|预期|expected\\s)?\\s*';
const range = new RegExp(
  `(?:自|从|时间[:：]|(?<![a-z])from\\s+)?\\s*(${date})(?:起|开始)?(?:${dash}(${date}|${now}|${numericMonth}\\s*月)|\\s*[-–—~～]*\\s*(至\\s*今|迄\\s*今)|(${dash})(?=$|\\s{2}|\\s*[|｜,，;；)）]))(?:止)?`,
  'giu',
);
const single = new RegExp(date, 'giu');
/** `19.3-21.6`: two figures look like sizes or pay as well, so only a pair of them, with no unit behind, is a period. */
const shortRange = new RegExp(
  `(?<![\\d./-])(\\d{2}[./]${numericMonth})${dash}(\\d{2}[./]${numericMonth}|${now})(?![\\d./])(?!\\s*(?:[万千元%％℃°分岁kKwW]|mm|cm|kg))`,
  'giu',
);

const numerals = '〇零○一二三四五六七八九';
const figure = (char: string): string => `${Math.max(0, numerals.indexOf(char) - 2)}`;

/** Dates in Chinese numerals (`二〇一九年三月`) or of Taiwan's calendar (`民國105年9月`) as `2019年3月`; the rest stays as it is. */
export function arabicDates(text: string): string {
  return westernYears(text).replace(
    /([一二][〇零○九][〇零○一二三四五六七八九]{2})\s*年(?:\s*(十[一二]?|[一二三四五六七八九])\s*月)?/g,
    (_, year: string, month: string | undefined) => {
      const months =
        month && (month.length > 1 ? `1${figure(month[1] ?? '')}` : month === '十' ? '10' : figure(month));
      return `${[...year].map(figure).join('')}年${months ? `${months}月` : ''}`;
    },
  );
}

/** Year 1 of the Republic is 1912; a period names the calendar once, in front. */
const westernYears = (text: string): string =>
  text.replace(
    /民[国國]\s*(\d{2,3})(?=\s*[年./])([^\d]{1,3}\d{1,2}\s*月?\s*[-–—~～至到]\s*)?(?:(?:民[国國])?\s*(\d{2,3})(?=\s*[年./]))?/g,
    (_, first: string, between: string | undefined, second: string | undefined) =>
      `${Number(first) + 1911}${between ?? ''}${second === undefined ? '' : Number(second) + 1911}`,
  );

const two = (value: string | number): string => String(value).padStart(2, '0');
const century = (year: string): string => (Number(year) >= 50 ? `19${year}` : `20${year}`);

/** `YYYY-MM` or `YYYY` of one date as written; `present` for 至今 and its kin; null when it is none. */
export function toDate(raw: string): ResumeDate {
  const text = raw.trim().toLowerCase();
  if (new RegExp(`^${now}$`, 'iu').test(text)) return 'present';
  const compact = /^((?:19|20)\d{2})(0[1-9]|1[0-2])$/.exec(text);
  if (compact) return `${compact[1]}-${compact[2]}`;
  const word = /[a-z]{3,}/.exec(text)?.[0].slice(0, 3);
  const year = /(?:19|20)\d{2}/.exec(text)?.[0];
  const shortYear = /(?<!\d)\d{2}$/.exec(text)?.[0];
  const spoken = year ?? (shortYear && century(shortYear));
  if (word && spoken && months.includes(word)) return `${spoken}-${two(months.indexOf(word) + 1)}`;
  const monthFirst = /^(\d{1,2})\s*\/\s*((?:19|20)\d{2})$/.exec(text);
  if (monthFirst) return `${monthFirst[2]}-${two(monthFirst[1] ?? '')}`;
  const full = /^((?:19|20)\d{2})\s*(?:年|[./-])\s*(1[0-2]|0?[1-9])(?!\d)/.exec(text);
  if (full) return `${full[1]}-${two(full[2] ?? '')}`;
  const short = /^['’]?(\d{2})\s*(?:年|[./-])\s*(1[0-2]|0?[1-9])(?!\d)/.exec(text);
  if (short && !year) return `${century(short[1] ?? '')}-${two(short[2] ?? '')}`;
  return year ?? null;
}

/** All periods in a text, from left to right. A start without an end gives `to` null. */
export function findRanges(text: string): DateRange[] {
  const found = fullRanges(text);
  const short = [...text.matchAll(shortRange)].flatMap((match): DateRange[] => {
    const [whole, first = '', second = ''] = match;
    const [from, to] = [toDate(first), toDate(second)];
    const start = match.index;
    const end = start + whole.length;
    const taken = found.some((other) => other.start < end && start < other.end);
    return taken || from === null || to === null || (to !== 'present' && to < from)
      ? []
      : [{ from, to, start, end }];
  });
  return [...found, ...short].sort((a, b) => a.start - b.start);
}

function fullRanges(text: string): DateRange[] {
  return [...text.matchAll(range)].flatMap((match): DateRange[] => {
    const [whole, first = '', second, untilNow] = match;
    const from = toDate(first);
    if (from === null || from === 'present') return [];
    const onlyMonth = second === undefined ? null : /^(\d{1,2})\s*月$/.exec(second.trim());
    const to = untilNow
      ? 'present'
      : onlyMonth
        ? `${from.slice(0, 4)}-${two(onlyMonth[1] ?? '')}`
        : second === undefined
          ? null
          : toDate(second);
    if (to !== null && to !== 'present' && to.slice(0, 4) < from.slice(0, 4)) return [];
    return [{ from, to, start: match.index, end: match.index + whole.length }];
  });
}

/** Single dates in a text. */
export function findDates(
  text: string,
): { readonly date: string; readonly start: number; readonly end: number }[] {
  return [...text.matchAll(single)].flatMap((match) => {
    const found = toDate(match[0].replace(/(?:度|级|届)$/, ''));
    return found === null || found === 'present'
      ? []
      : [{ date: found, start: match.index, end: match.index + match[0].length }];
  });
}

/** Months since year 0 of `YYYY-MM`; null for anything without a month. */
export function monthNumber(value: ResumeDate): number | null {
  const parts = /^(\d{4})-(\d{2})$/.exec(value ?? '');
  return parts ? Number(parts[1]) * 12 + Number(parts[2]) - 1 : null;
}

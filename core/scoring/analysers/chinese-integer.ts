const DIGITS = '零一二三四五六七八九';

/** Value of a Chinese numeral below one hundred million (两 is 2), null when the text is none. */
export const chineseInteger = (text: string): number | null => {
  if (!/^[零一二两三四五六七八九十百千万]+$/u.test(text)) return null;
  let total = 0;
  let section = 0;
  let digit = -1;
  for (const character of text) {
    const value = character === '两' ? 2 : DIGITS.indexOf(character);
    if (value >= 0) {
      digit = value;
      continue;
    }
    if (character === '万') {
      total = (total + section + Math.max(digit, 0)) * 10_000;
      section = 0;
    } else {
      const unit = { 十: 10, 百: 100, 千: 1000 }[character] ?? 1;
      section += (digit < 0 ? 1 : digit) * unit;
    }
    digit = -1;
  }
  return total + section + Math.max(digit, 0);
};

/**
 * CJK Radicals Supplement → the character that people mean. Unicode gives decompositions for two of them only,
 * but PDF producers put these code points into the text layer (source: Unicode 15 charts, block 2E80–2EFF).
 */
const radicalPairs =
  '⺁厂⺄乙⺅亻⺆冂⺇几⺈刀⺉刂⺊卜⺋卩⺌小⺍小⺎兀⺏尢⺐尢⺑尢⺒巳⺓幺⺔彑⺕彐⺖忄⺗心⺘扌⺙攵⺛旡⺜日⺝月⺞歹⺟母⺠民⺡氵⺢水⺣灬⺤爪⺥爪⺦丬⺧牛⺨犭⺩王⺪疋⺫目⺬示⺭礻⺮竹⺯糸⺰纟⺱网⺲罒⺳网⺴网⺵网⺶羊⺷羊⺸羊⺹老⺺聿⺻聿⺼肉⺽臼⺾艹⺿艹⻀艹⻁虎⻂衤⻃西⻄西⻅见⻆角⻇角⻈讠⻉贝⻊足⻋车⻌辶⻍辶⻎辶⻏邑⻐钅⻑长⻒长⻓长⻔门⻕阜⻖阜⻗雨⻘青⻙韦⻚页⻛风⻜飞⻝食⻞食⻟食⻠饣⻡首⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻫斉⻬齐⻭歯⻮齿⻯竜⻰龙⻱龟⻲亀⻳龟';

const radicals = new Map<string, string>();
for (let i = 0; i < radicalPairs.length; i += 2) {
  radicals.set(radicalPairs.charAt(i), radicalPairs.charAt(i + 1));
}

/** Rare characters and signs that share their glyph with a common one in Noto CJK, so that Chromium's text layer holds them instead. */
const sharedGlyphs = '㬵胶㫚曶㬺幐㮣概∕/⁄/∣|∶：﹕：︰：⸺—―—';
for (let i = 0; i < sharedGlyphs.length; i += 2) {
  radicals.set(sharedGlyphs.charAt(i), sharedGlyphs.charAt(i + 1));
}

/** Forms that the Kangxi decompositions give but that simplified text does not mean. */
const afterKangxi: Readonly<Record<string, string>> = { 戶: '户', 靑: '青', 黃: '黄', 靣: '面' };

const strayControls = /(?![\t\n\r])[\p{Cc}\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2064\ufeff\ufffc]/gu;

/**
 * One spelling for what looks the same on the page: radicals become characters, full-width letters and digits
 * become ASCII, every space a plain one, invisible characters vanish. Chinese punctuation is kept.
 */
export function normalizeText(text: string): string {
  let out = '';
  for (const char of text.replace(strayControls, '')) {
    const code = char.codePointAt(0) ?? 0;
    if (code < 0x80) out += char;
    else out += radicals.get(char) ?? normalizeCharacter(char, code);
  }
  return out;
}

function normalizeCharacter(char: string, code: number): string {
  if (code >= 0x2f00 && code <= 0x2fdf) {
    const unified = char.normalize('NFKC');
    return afterKangxi[unified] ?? unified;
  }
  const fullWidthLetterOrDigit =
    (code >= 0xff10 && code <= 0xff19) ||
    (code >= 0xff21 && code <= 0xff3a) ||
    (code >= 0xff41 && code <= 0xff5a) ||
    '＠．＃＋－％＆＿＝／'.includes(char);
  if (fullWidthLetterOrDigit) return String.fromCharCode(code - 0xfee0);
  if (code === 0x2010 || code === 0x2011) return '-';
  if (code === 0x2012 || code === 0x2212) return '–';
  if (code >= 0x2f800 && code <= 0x2fa1f) return char.normalize('NFKC');
  if (code === 0xa0 || code === 0x3000 || (code >= 0x2000 && code <= 0x200a) || code === 0x202f) return ' ';
  if ((code >= 0xf900 && code <= 0xfaff) || (code >= 0xfb00 && code <= 0xfb06)) return char.normalize('NFKC');
  return char;
}

const spread = /(?<![\u3400-\u9fff·])[\u3400-\u9fff](?:[ \u3000]{1,3}[\u3400-\u9fff](?![\u3400-\u9fff·]))+/g;

/** Joins characters that were set apart one by one for looks: `姓　　名` → `姓名`, `周 明 翀` → `周明翀`. */
export function closeUp(text: string): string {
  return text.replace(spread, (word) => word.replace(/[ \u3000]+/g, ''));
}

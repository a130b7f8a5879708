/**
 * Fonts that are named but not embedded (STSong-Light and its kin, written by iText and ReportLab in many Chinese
 * systems) use predefined CMaps, which pdf.js loads from files of 1.5 MB. For reading text only the way from codes to
 * Unicode matters, so the maps are made here: the "CID" is the Unicode value, and `Adobe-…-UCS2` maps it to itself.
 * Names and meaning: Adobe Technical Note 5094, ISO 32000-1 table 118.
 */
const legacy: readonly (readonly [RegExp, string, number, number])[] = [
  [/^(?:GBK|GB-EUC|GBpc-EUC|GBKp|GBT)/, 'gb18030', 0x81, 0x40],
  [/^(?:ETen|B5pc|HKscs|ETenms)/, 'big5', 0x81, 0x40],
  [/^(?:90ms|90msp|90pv|83pv)-RKSJ/, 'shift_jis', 0x81, 0x40],
  [/^KSC(?:ms)?(?:-UHC|-EUC|pc)/, 'euc-kr', 0x81, 0x41],
];

const hex = (value: number): string => value.toString(16).padStart(4, '0');

/** CIDs 1–95 are printable ASCII in all four Adobe collections, and fonts give their widths by them. */
const asciiLow = 0x20;
const asciiHigh = 0x7e;

function wrap(name: string, codespace: readonly string[], body: string): string {
  const vertical = /-V$/.test(name) ? 1 : 0;
  return [
    `/CMapName /${name} def /WMode ${vertical} def`,
    `${codespace.length} begincodespacerange ${codespace.join(' ')} endcodespacerange`,
    body,
    'endcmap',
  ].join('\n');
}

function unicodeMap(name: string): string {
  const body = `2 begincidrange <0000> <ffff> 0 <0020> <007e> 1 endcidrange`;
  return wrap(name, ['<0000> <ffff>'], body);
}

function ucs2Map(name: string): string {
  const body = `2 beginbfrange <0000> <ffff> <0000> <0001> <005f> <0020> endbfrange`;
  return wrap(name, ['<0000> <ffff>'], body);
}

function legacyMap(name: string, encoding: string, lead: number, trail: number): string {
  const decoder = new TextDecoder(encoding);
  const pairs: string[] = [];
  for (let first = lead; first <= 0xfe; first += 1) {
    for (let second = trail; second <= 0xfe; second += 1) {
      const text = decoder.decode(Uint8Array.of(first, second));
      const unicode = text.length === 1 ? text.charCodeAt(0) : 0xfffd;
      if (unicode !== 0xfffd) pairs.push(`<${hex(first * 256 + second)}> ${unicode}`);
    }
  }
  const single = `1 begincidrange <${asciiLow.toString(16)}> <${asciiHigh.toString(16)}> 1 endcidrange`;
  const double = `${pairs.length} begincidchar ${pairs.join(' ')} endcidchar`;
  return wrap(name, ['<00> <80>', '<8140> <fefe>'], `${single}\n${double}`);
}

function characterMap(name: string): string | null {
  if (/^Adobe-(?:GB1|CNS1|Japan1|Korea1)-UCS2$/.test(name)) return ucs2Map(name);
  if (/^Uni(?:GB|CNS|JIS|KS)[\w]*-(?:UCS2|UTF16)(?:-HW)?-[HV]$/.test(name)) return unicodeMap(name);
  const known = legacy.find(([pattern]) => pattern.test(name));
  return known ? legacyMap(name, known[1], known[2], known[3]) : null;
}

/** Hands pdf.js the predefined maps it asks for; everything else it asks for is refused, so nothing is ever fetched. */
export class CharacterMapFactory {
  /** @throws Error for anything but a known map; pdf.js then goes on without. */
  async fetch({ kind, filename }: { readonly kind: string; readonly filename: string }): Promise<Uint8Array> {
    const map = kind === 'cMapUrl' ? characterMap(filename) : null;
    if (map === null) throw new Error(`not available: ${kind}`);
    return new TextEncoder().encode(map);
  }
}

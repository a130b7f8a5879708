import { childElements, type Element, findElement } from '../markup-tree.ts';

/** How a run looks, as far as reading goes. Undefined means "as inherited". */
export interface RunStyle {
  readonly vanish?: boolean;
  /** `rrggbb`, lower case. */
  readonly colour?: string;
  /** Points. */
  readonly size?: number;
  readonly bold?: boolean;
  /** Background behind the characters: `rrggbb`, or `unknown` for theme colours and patterns. */
  readonly background?: string;
}

export interface ParagraphStyle extends RunStyle {
  /** 1 is the highest; absent for body text. */
  readonly heading?: number;
  readonly list?: boolean;
}

const value = (element: Element | undefined): string | undefined => element?.attributes['w:val'];

const isOn = (element: Element | undefined): boolean | undefined =>
  element === undefined ? undefined : !['0', 'false', 'off', 'none'].includes(value(element) ?? 'true');

/** The fill of `w:shd`, when it has one. */
export function shading(properties: Element | undefined): string | undefined {
  const shade = properties && childElements(properties, 'w:shd')[0];
  if (!shade) return undefined;
  const fill = shade.attributes['w:fill']?.toLowerCase();
  if (shade.attributes['w:themeFill'] || (shade.attributes['w:val'] ?? 'clear') === 'solid') return 'unknown';
  return fill && /^[0-9a-f]{6}$/.test(fill) ? fill : undefined;
}

/** Reads `w:rPr`. Names of elements: ECMA-376 part 1, 17.3.2. */
export function readRunStyle(properties: Element | undefined): RunStyle {
  if (!properties) return {};
  const only = (name: string): Element | undefined => childElements(properties, name)[0];
  const colour = value(only('w:color'))?.toLowerCase();
  const halfPoints = Number(value(only('w:sz')) ?? Number.NaN);
  const background = value(only('w:highlight')) ? 'unknown' : shading(properties);
  const vanish = isOn(only('w:vanish'));
  const bold = isOn(only('w:b'));
  return {
    ...(vanish === undefined ? {} : { vanish }),
    ...(bold === undefined ? {} : { bold }),
    ...(colour && /^[0-9a-f]{6}$/.test(colour) ? { colour } : {}),
    ...(colour === 'auto' ? { colour: '000000' } : {}),
    ...(Number.isFinite(halfPoints) ? { size: halfPoints / 2 } : {}),
    ...(background === undefined ? {} : { background }),
  };
}

/** Reads the styles part: style id → look, with what it is based on already merged in. */
export function readStyles(styles: Element | null): ReadonlyMap<string, ParagraphStyle> {
  const own = new Map<string, { readonly style: ParagraphStyle; readonly basedOn?: string }>();
  const list = styles ? findElement(styles, 'w:styles') : null;
  for (const element of list ? childElements(list, 'w:style') : []) {
    const id = element.attributes['w:styleId'];
    if (!id) continue;
    const basedOn = value(childElements(element, 'w:basedOn')[0]);
    const name = value(childElements(element, 'w:name')[0]) ?? '';
    const paragraph = childElements(element, 'w:pPr')[0];
    const level = paragraph && value(childElements(paragraph, 'w:outlineLvl')[0]);
    const named = /^heading (\d)$/i.exec(name)?.[1];
    const heading =
      level === undefined
        ? named
          ? Number(named)
          : /^title$/i.test(name)
            ? 1
            : undefined
        : Number(level) + 1;
    const background = shading(paragraph);
    own.set(id, {
      style: {
        ...(background === undefined ? {} : { background }),
        ...readRunStyle(childElements(element, 'w:rPr')[0]),
        ...(heading === undefined || heading > 6 ? {} : { heading }),
        ...(paragraph && childElements(paragraph, 'w:numPr')[0] ? { list: true } : {}),
      },
      ...(basedOn === undefined ? {} : { basedOn }),
    });
  }
  const resolve = (id: string, depth: number): ParagraphStyle => {
    const entry = own.get(id);
    if (!entry) return {};
    return { ...(entry.basedOn && depth < 12 ? resolve(entry.basedOn, depth + 1) : {}), ...entry.style };
  };
  return new Map([...own.keys()].map((id) => [id, resolve(id, 0)]));
}

import type { HiddenReason } from '#core/ports/document-reader.ts';
import { contrast, leastContrast, leastSize } from '../colour-contrast.ts';
import type { Element } from '../markup-tree.ts';
import { type Declarations, toHex } from './css-rules.ts';

/** What text inherits from the elements around it. */
export interface Inherited {
  /** `rrggbb`. */
  readonly colour: string;
  /** `rrggbb`, or null when a picture or an unknown value decides. */
  readonly background: string | null;
  /** Points. */
  readonly size: number;
  readonly bold: boolean;
  readonly hidden: HiddenReason | null;
}

export const pageDefaults: Inherited = {
  colour: '000000',
  background: 'ffffff',
  size: 12,
  bold: false,
  hidden: null,
};

/** Applies an element's own declarations to what it inherits. */
export function inherit(element: Element, own: Declarations, above: Inherited): Inherited {
  const colour = own.has('color') ? (toHex(own.get('color')) ?? above.colour) : above.colour;
  const background = backgroundOf(own, above.background);
  const size = sizeOf(own.get('font-size'), above.size);
  const weight = own.get('font-weight');
  const bold = weight
    ? /bold|[6-9]00/.test(weight)
    : above.bold || /^(?:b|strong|h[1-6]|th|dt)$/.test(element.name);
  return { colour, background, size, bold, hidden: above.hidden ?? whyHidden(element, own) };
}

/** Why text with this look cannot be seen; null when it can. */
export function whyTextHidden(look: Inherited): HiddenReason | null {
  if (look.hidden) return look.hidden;
  if (look.size < leastSize) return 'tiny';
  if (look.background === null) return null;
  return contrast(look.colour, look.background) < leastContrast ? 'background_colour' : null;
}

function backgroundOf(own: Declarations, above: string | null): string | null {
  const value = own.get('background-color') ?? own.get('background');
  if (value === undefined || /^(?:none|transparent|inherit|initial)$/.test(value)) return above;
  if (/url\(|gradient/.test(value)) return null;
  return toHex(value);
}

function sizeOf(value: string | undefined, above: number): number {
  const parts = /^([\d.]+)(px|pt|em|rem|%)?$/.exec(value ?? '');
  if (!parts) return above;
  const number = Number(parts[1]);
  if (parts[2] === 'pt') return number;
  if (parts[2] === 'em') return number * above;
  if (parts[2] === 'rem') return number * pageDefaults.size;
  if (parts[2] === '%') return (number / 100) * above;
  return number * 0.75;
}

const pixels = (value: string | undefined): number => {
  const parts = /^(-?[\d.]+)(px|pt|em|rem|%|vw|vh)?$/.exec(value ?? '');
  if (!parts) return Number.NaN;
  return Number(parts[1]) * (parts[2] === 'em' || parts[2] === 'rem' ? 16 : 1);
};

function whyHidden(element: Element, own: Declarations): HiddenReason | null {
  const { attributes } = element;
  if (own.get('display') === 'none' || /^(?:hidden|collapse)$/.test(own.get('visibility') ?? ''))
    return 'not_displayed';
  if ('hidden' in attributes || (element.name === 'input' && attributes.type === 'hidden'))
    return 'not_displayed';
  if (Number(own.get('opacity') ?? 1) < 0.08) return 'invisible';
  const placed = /^(?:absolute|fixed|relative)$/.test(own.get('position') ?? '');
  const away = placed && [own.get('left'), own.get('top')].some((value) => pixels(value) < -300);
  if (away || pixels(own.get('text-indent')) < -300) return 'off_page';
  const nothing = pixels(own.get('width')) <= 1 || pixels(own.get('height')) <= 1;
  if (nothing && own.get('overflow') === 'hidden') return 'clipped';
  if (/^rect\(\s*0|^inset\(\s*(?:50|100)%/.test(own.get('clip') ?? own.get('clip-path') ?? ''))
    return 'clipped';
  return /scale\(\s*0\s*\)/.test(own.get('transform') ?? '') ? 'not_displayed' : null;
}

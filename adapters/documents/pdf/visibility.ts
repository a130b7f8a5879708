import type { HiddenReason } from '#core/ports/document-reader.ts';
import { channels, contrast, leastContrast, leastSize } from '../colour-contrast.ts';
import type { Drawing, Fill, Glyph } from './drawing.ts';
import { area, type Box, contains } from './geometry.ts';

/** The characters of a page, those a reader sees apart from the others. */
export interface SeenAndHidden {
  readonly seen: readonly Glyph[];
  readonly hidden: readonly { readonly glyph: Glyph; readonly reason: HiddenReason }[];
  /** True when the text layer is recognised text under a scanned picture: nothing of it is painted, all of it is meant. */
  readonly ocrLayer: boolean;
}

/** Decides for each character from the drawing order, colours, clips and sizes whether a reader of the page sees it. */
export function separateHidden(drawing: Drawing): SeenAndHidden {
  const ocrLayer = isOcrLayer(drawing);
  const fillsAt = bands(drawing);
  const seen: Glyph[] = [];
  const hidden: { glyph: Glyph; reason: HiddenReason }[] = [];
  for (const glyph of drawing.glyphs) {
    if (glyph.text.trim() === '') continue;
    const reason = whyHidden(glyph, drawing, fillsAt, ocrLayer);
    if (reason === null) seen.push(glyph);
    else hidden.push({ glyph, reason });
  }
  return { seen, hidden, ocrLayer };
}

function isOcrLayer(drawing: Drawing): boolean {
  const page = drawing.width * drawing.height;
  const unpainted = drawing.glyphs.filter((glyph) => glyph.unpainted).length;
  const painted = drawing.glyphs.length - unpainted;
  if (unpainted < 20 || painted > unpainted / 5) return false;
  const pictures = drawing.fills
    .filter((fill) => fill.colour === null)
    .reduce((sum, fill) => sum + area(fill.box), 0);
  return pictures > page * 0.5;
}

const bandHeight = 12;

/** The areas that may lie at a height, in drawing order, without looking through all of them for every character. */
function bands(drawing: Drawing): (y: number) => readonly Fill[] {
  const lists = Array.from({ length: Math.ceil(drawing.height / bandHeight) + 1 }, (): Fill[] => []);
  const at = (y: number): number => Math.max(0, Math.min(lists.length - 1, Math.floor(y / bandHeight)));
  for (const fill of drawing.fills) {
    for (let band = at(fill.box.top); band <= at(fill.box.bottom); band += 1) lists[band]?.push(fill);
  }
  return (y) => lists[at(y)] ?? [];
}

function whyHidden(
  glyph: Glyph,
  drawing: Drawing,
  fillsAt: (y: number) => readonly Fill[],
  ocrLayer: boolean,
): HiddenReason | null {
  const x = glyph.x + glyph.width / 2;
  const y = glyph.y - glyph.size * 0.35;
  if (glyph.layerOff) return 'not_displayed';
  if (x < 0 || y < 0 || x > drawing.width || y > drawing.height) return 'off_page';
  if (glyph.size < leastSize) return 'tiny';
  if (glyph.clip && !contains(glyph.clip, x, y)) return 'clipped';
  if (ocrLayer) return null;
  if (glyph.unpainted || glyph.alpha < 0.08) return 'invisible';
  return whyMelted(glyph, fillsAt(y), x, y);
}

function whyMelted(glyph: Glyph, fills: readonly Fill[], x: number, y: number): HiddenReason | null {
  let under: string | null = '#ffffff';
  for (const fill of fills) {
    if (!contains(fill.box, x, y)) continue;
    if (fill.order < glyph.order) under = layered(fill, under);
    else if (!fill.loose && fill.alpha > 0.9 && fill.colour !== null && covers(fill.box, glyph))
      return 'covered';
  }
  if (under === null || glyph.colour === null) return null;
  const shown = mix(glyph.colour, under, glyph.alpha);
  return contrast(shown, under) < leastContrast ? 'background_colour' : null;
}

const layered = (fill: Fill, under: string | null): string | null => {
  if (fill.colour === null || under === null) return fill.alpha < 0.08 ? under : fill.colour;
  return mix(fill.colour, under, fill.alpha);
};

const covers = (box: Box, glyph: Glyph): boolean =>
  box.left <= glyph.x + 0.5 &&
  box.right >= glyph.x + glyph.width - 0.5 &&
  box.bottom >= glyph.y - glyph.size * 0.1;

function mix(top: string, bottom: string, alpha: number): string {
  if (alpha >= 0.999) return top;
  const over = channels(top);
  const base = channels(bottom);
  const mixed = over.map((channel, i) => Math.round(channel * alpha + (base[i] ?? 0) * (1 - alpha)));
  return `#${mixed.map((channel) => channel.toString(16).padStart(2, '0')).join('')}`;
}

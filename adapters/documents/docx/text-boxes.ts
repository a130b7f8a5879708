import { childElements, type Element, findElement } from '../markup-tree.ts';

/** A text box anchored in a paragraph. */
export interface TextBox {
  readonly content: Element;
  /** `rrggbb` behind its text, or `unknown`. */
  readonly fill: string;
  readonly offPage: boolean;
}

interface Placed extends TextBox {
  readonly x: number;
  readonly y: number;
}

/** EMU (914,400 to the inch) left of or above its anchor at which a box cannot be on the sheet any more. */
const farAway = -7_000_000;

/**
 * The text boxes anchored in a paragraph, from top to bottom and left to right. Word writes each twice, as DrawingML
 * in `mc:Choice` and as VML in `mc:Fallback` (ECMA-376 part 3, chapter 10): only the first is read.
 */
export function boxesIn(paragraph: Element): TextBox[] {
  const found = gather(paragraph, { x: 0, y: 0 });
  const rows = found.map((box, order) => ({ box, order }));
  rows.sort((a, b) => {
    const apart = a.box.y - b.box.y;
    if (Math.abs(apart) > 120_000) return apart;
    return a.box.x - b.box.x || a.order - b.order;
  });
  return rows.map(({ box }) => box);
}

function gather(element: Element, at: { readonly x: number; readonly y: number }): Placed[] {
  return childElements(element).flatMap((child): Placed[] => {
    if (child.name === 'mc:AlternateContent') {
      const choice = childElements(child, 'mc:Choice')[0];
      const boxes = choice ? gather(choice, at) : [];
      const fallback = childElements(child, 'mc:Fallback')[0];
      return boxes.length > 0 || !fallback ? boxes : gather(fallback, at);
    }
    if (child.name === 'wp:anchor') return gather(child, anchorOffset(child));
    if (child.name === 'wps:wsp') return drawingBox(child, at);
    if (child.name === 'v:textbox') return vmlBox(child, at);
    // A nested table or box has its own paragraphs; boxes inside a box are read with it.
    return child.name === 'w:txbxContent' ? [] : gather(child, at);
  });
}

function anchorOffset(anchor: Element): { x: number; y: number } {
  const offset = (name: string): number => {
    const position = childElements(anchor, name)[0];
    const value = position && findElement(position, 'wp:posOffset')?.children[0];
    return typeof value === 'string' ? Number(value) || 0 : 0;
  };
  return { x: offset('wp:positionH'), y: offset('wp:positionV') };
}

function drawingBox(shape: Element, at: { readonly x: number; readonly y: number }): Placed[] {
  const content = findElement(shape, 'w:txbxContent');
  if (!content) return [];
  const properties = childElements(shape, 'wps:spPr')[0];
  const inner = properties && findElement(properties, 'a:off');
  const x = at.x + (Number(inner?.attributes.x) || 0);
  const y = at.y + (Number(inner?.attributes.y) || 0);
  return [{ content, fill: shapeFill(shape, properties), offPage: at.x < farAway || at.y < farAway, x, y }];
}

function shapeFill(shape: Element, properties: Element | undefined): string {
  const direct = properties && childElements(properties);
  if (direct?.some((child) => child.name === 'a:noFill')) return 'ffffff';
  const solid = direct?.find((child) => child.name === 'a:solidFill');
  const colour = solid && childElements(solid, 'a:srgbClr')[0]?.attributes.val;
  if (colour && /^[0-9a-f]{6}$/i.test(colour)) return colour.toLowerCase();
  const styled = childElements(shape, 'wps:style').length > 0;
  return solid || styled || direct?.some((child) => /Fill$/.test(child.name)) ? 'unknown' : 'ffffff';
}

function vmlBox(textbox: Element, at: { readonly x: number; readonly y: number }): Placed[] {
  const content = findElement(textbox, 'w:txbxContent');
  if (!content) return [];
  const style = textbox.parent?.attributes.style ?? '';
  const points = (name: string): number => {
    const value = new RegExp(`(?:^|;)\\s*${name}\\s*:\\s*(-?[\\d.]+)`).exec(style)?.[1];
    return Number(value ?? 0) * 12_700;
  };
  const fill = textbox.parent?.attributes.fillcolor;
  const hex = /^#([0-9a-f]{6})/i.exec(fill ?? '')?.[1]?.toLowerCase();
  const x = at.x + points('margin-left');
  const y = at.y + points('margin-top');
  return [{ content, fill: hex ?? (fill ? 'unknown' : 'ffffff'), offPage: x < farAway || y < farAway, x, y }];
}

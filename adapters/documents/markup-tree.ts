import { Parser } from 'htmlparser2';
import { AppError } from '#core/errors/app-error.ts';

/** An element of XML or HTML; text nodes are plain strings. */
export interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: (Element | string)[];
  readonly parent: Element | null;
}

/** Deeper nesting is an attack on the stack, not a document; what lies deeper is hung up at this depth. */
const maxDepth = 256;
/** No document of people opens more elements inside each other; the parser's own work grows with the square of it. */
const refusedDepth = 20_000;

/**
 * Parses leniently into a small tree. No external entity or DTD is ever read.
 * @throws AppError `RESUME_UNSAFE` for nesting that only an attack has.
 */
export function parseMarkup(source: string, xml: boolean): Element {
  const root: Element = { name: '#root', attributes: {}, children: [], parent: null };
  const stack: Element[] = [root];
  let beyond = 0;
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        const parent = stack.at(-1) ?? root;
        const element: Element = { name, attributes, children: [], parent };
        parent.children.push(element);
        if (stack.length < maxDepth) stack.push(element);
        else beyond += 1;
        if (beyond > refusedDepth) throw new AppError('RESUME_UNSAFE', { details: { what: 'depth' } });
      },
      ontext(text) {
        (stack.at(-1) ?? root).children.push(text);
      },
      onclosetag() {
        if (beyond > 0) beyond -= 1;
        else if (stack.length > 1) stack.pop();
      },
    },
    { xmlMode: xml, decodeEntities: true },
  );
  parser.write(source);
  parser.end();
  return root;
}

/** The direct children that are elements, of one name if given. */
export function childElements(element: Element, name?: string): Element[] {
  return element.children.filter(
    (child): child is Element => typeof child !== 'string' && (name === undefined || child.name === name),
  );
}

/** The first element of a name anywhere below, in document order. */
export function findElement(element: Element, name: string): Element | null {
  for (const child of childElements(element)) {
    const found = child.name === name ? child : findElement(child, name);
    if (found) return found;
  }
  return null;
}

/** All text below, joined. */
export function textOf(element: Element): string {
  return element.children.map((child) => (typeof child === 'string' ? child : textOf(child))).join('');
}

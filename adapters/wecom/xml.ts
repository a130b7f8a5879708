import { Parser } from 'htmlparser2';
import { callbackRefused } from '#adapters/shared/callback-cipher.ts';

/** A callback's XML: text, or elements by name; repeated names give lists. */
export type XmlValue = string | readonly XmlValue[] | { readonly [name: string]: XmlValue };

interface Element {
  readonly name: string;
  readonly children: Map<string, XmlValue[]>;
  text: string;
}

const deepest = 12;

/**
 * Reads the small XML of a callback that was verified before. Names keep their case, white space around text goes (an
 * official sample has some), entities of a document type do not exist.
 * @throws AppError `PLATFORM_CALLBACK_REFUSED` for what is no single `<xml>` element
 */
export function readXml(text: string): Readonly<Record<string, XmlValue>> {
  const stack: Element[] = [];
  let root: XmlValue | undefined;
  const parser = new Parser(
    {
      onopentag(name) {
        if (stack.length >= deepest || root !== undefined) throw callbackRefused('format');
        stack.push({ name, children: new Map(), text: '' });
      },
      ontext(part) {
        const top = stack.at(-1);
        if (top) top.text += part;
      },
      onclosetag(_name, implied) {
        const closed = stack.pop();
        if (!closed || implied) throw callbackRefused('format');
        const value = contentOf(closed);
        const parent = stack.at(-1);
        if (!parent) root = value;
        else parent.children.set(closed.name, [...(parent.children.get(closed.name) ?? []), value]);
      },
    },
    { xmlMode: true, recognizeCDATA: true },
  );
  parser.end(text);
  if (typeof root !== 'object' || Array.isArray(root)) throw callbackRefused('format');
  return root as Readonly<Record<string, XmlValue>>;
}

function contentOf({ children, text }: Element): XmlValue {
  if (children.size === 0) return text.trim();
  return Object.fromEntries(
    [...children].map(([name, values]) => [name, values.length === 1 ? (values[0] ?? '') : values]),
  );
}

/** The text of an element; empty when it is missing or has elements inside. */
export const textOf = (xml: Readonly<Record<string, XmlValue>>, name: string): string => {
  const value = xml[name];
  return typeof value === 'string' ? value : '';
};

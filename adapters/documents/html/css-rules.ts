import type { Element } from '../markup-tree.ts';

/** The declarations that decide whether text shows and how it flows. Names are lower case. */
export type Declarations = ReadonlyMap<string, string>;

interface Rule {
  /** Compound selectors from ancestor to element, combinators levelled to "somewhere above". */
  readonly path: readonly Compound[];
  readonly declarations: Declarations;
}

interface Compound {
  readonly tag: string | null;
  readonly id: string | null;
  readonly classes: readonly string[];
}

const watched =
  /^(?:display|visibility|opacity|color|background(?:-color)?|font-size|font-weight|position|left|top|right|text-indent|float|width|height|overflow|clip|clip-path|transform)$/;

/** Splits `a: b; c: d` and keeps what is watched. */
export function parseDeclarations(text: string): Declarations {
  const found = new Map<string, string>();
  for (const part of text.split(';')) {
    const colon = part.indexOf(':');
    const name = part.slice(0, colon).trim().toLowerCase();
    if (colon > 0 && watched.test(name)) {
      found.set(
        name,
        part
          .slice(colon + 1)
          .replace(/!important/i, '')
          .trim()
          .toLowerCase(),
      );
    }
  }
  return found;
}

/**
 * A small reading of CSS: type, class and id selectors with descendants. Rules with other selectors and all at-rules
 * are passed over, so nothing is called hidden on their account.
 */
export function parseStyleSheet(text: string): Rule[] {
  const flat = text
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/@[^{};]*(?:;|\{(?:[^{}]*\{[^{}]*\})*[^{}]*\})/g, '');
  const rules: Rule[] = [];
  for (const match of flat.matchAll(/([^{}]+)\{([^{}]*)\}/g)) {
    const declarations = parseDeclarations(match[2] ?? '');
    if (declarations.size === 0) continue;
    for (const selector of (match[1] ?? '').split(',')) {
      const path = parseSelector(selector.trim());
      if (path) rules.push({ path, declarations });
    }
  }
  return rules;
}

function parseSelector(selector: string): Compound[] | null {
  if (selector === '' || /[:[+~*\\]/.test(selector)) return null;
  return selector.split(/\s*>\s*|\s+/).map((part) => ({
    tag: /^[a-z][\w-]*/i.exec(part)?.[0].toLowerCase() ?? null,
    id: /#([\w-]+)/.exec(part)?.[1] ?? null,
    classes: [...part.matchAll(/\.([\w-]+)/g)].map((match) => match[1] ?? ''),
  }));
}

const matches = (element: Element, compound: Compound): boolean =>
  (compound.tag === null || compound.tag === element.name) &&
  (compound.id === null || compound.id === element.attributes.id) &&
  compound.classes.every((name) => classesOf(element).includes(name));

const classLists = new WeakMap<Element, readonly string[]>();

/** The classes of an element. */
export function classesOf(element: Element): readonly string[] {
  const known = classLists.get(element);
  if (known) return known;
  const classes = (element.attributes.class ?? '').split(/\s+/);
  classLists.set(element, classes);
  return classes;
}

/** The declarations that hold for an element itself, later and inline ones winning. */
export function declarationsFor(element: Element, rules: readonly Rule[]): Declarations {
  const found = new Map<string, string>();
  for (const rule of rules) {
    if (applies(rule.path, element)) for (const [name, value] of rule.declarations) found.set(name, value);
  }
  for (const [name, value] of parseDeclarations(element.attributes.style ?? '')) found.set(name, value);
  return found;
}

function applies(path: readonly Compound[], element: Element): boolean {
  const last = path.at(-1);
  if (!last || !matches(element, last)) return false;
  let above: Element | null = element.parent;
  for (let i = path.length - 2; i >= 0; i -= 1) {
    const wanted = path[i] as Compound;
    while (above && !matches(above, wanted)) above = above.parent;
    if (!above) return false;
    above = above.parent;
  }
  return true;
}

const named: Readonly<Record<string, string>> = {
  white: 'ffffff',
  black: '000000',
  snow: 'fffafa',
  ivory: 'fffff0',
};

/** `rrggbb` of a CSS colour; null when it is none that this reader knows or is see-through. */
export function toHex(colour: string | undefined): string | null {
  if (!colour) return null;
  const token = /#[0-9a-f]{3,8}\b|rgba?\([^)]*\)|[a-z]+/.exec(colour)?.[0] ?? '';
  if (named[token]) return named[token];
  const short = /^#([0-9a-f])([0-9a-f])([0-9a-f])$/.exec(token);
  if (short) return `${short[1]}${short[1]}${short[2]}${short[2]}${short[3]}${short[3]}`;
  if (/^#[0-9a-f]{6}/.test(token)) return token.slice(1, 7);
  const parts = /^rgba?\(\s*(\d+)[\s,]+(\d+)[\s,]+(\d+)(?:[\s,/]+([\d.]+))?/.exec(token);
  if (!parts || (parts[4] !== undefined && Number(parts[4]) < 0.5)) return null;
  return [parts[1], parts[2], parts[3]]
    .map((part) => Math.min(255, Number(part)).toString(16).padStart(2, '0'))
    .join('');
}

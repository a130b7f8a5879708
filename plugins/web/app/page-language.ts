import { createFormatter } from '#core/i18n/format.ts';
import { chooseLocale, isLocale, type Locale } from '#core/i18n/locale.ts';
import type { Messages } from '#core/i18n/message.ts';
import type { Catalogue, Translate } from '#core/i18n/translator.ts';
import type { WordArea } from '../kit/app-route.ts';

/** One area of one language is a chunk of its own; the module exports the area under its name. */
type Chunks = Readonly<Record<string, () => Promise<Readonly<Record<string, Messages>>>>>;

const chunks: Readonly<Record<Locale, Chunks>> = {
  'zh-CN': import.meta.glob<Readonly<Record<string, Messages>>>([
    '../../../core/i18n/zh-cn/*.ts',
    '!**/catalogue.ts',
  ]),
  'en-US': import.meta.glob<Readonly<Record<string, Messages>>>([
    '../../../core/i18n/en-us/*.ts',
    '!**/catalogue.ts',
  ]),
};

const folder: Readonly<Record<Locale, string>> = { 'zh-CN': 'zh-cn', 'en-US': 'en-us' };

/** What every page needs: the frame around it and the parts of the kit. */
const always: readonly WordArea[] = ['common', 'app', 'messages'];

/** Areas that pages have asked for so far: a switch of the language brings them all. */
const wanted = new Set<WordArea>(always);

/** Words of one language, more with every page that is opened. */
interface Book {
  readonly messages: Record<string, Messages[string]>;
  readonly areas: Map<WordArea, Promise<void>>;
  readonly ready: Set<WordArea>;
  readonly t: Translate;
}

const books = new Map<Locale, Book>();
const readers = new Set<() => void>();

/** Calls back when words have come that somebody asked for too early. Returns how to end it. */
export function onNewWords(reader: () => void): () => void {
  readers.add(reader);
  return () => void readers.delete(reader);
}

function bookOf(locale: Locale): Book {
  const known = books.get(locale);
  if (known) return known;
  const messages: Book['messages'] = {};
  const format = createFormatter<Catalogue>(locale, messages);
  const ready = new Set<WordArea>();
  const t = ((key, ...values) => {
    const area = key.slice(0, key.indexOf('.')) as WordArea;
    if (ready.has(area) || !chunkOf(locale, area)) return format(key, ...values);
    // A route that forgot to name the area: the words follow a moment later.
    needWords(locale, [area]).then(
      () => {
        for (const reader of readers) reader();
      },
      () => undefined,
    );
    return '';
  }) as Translate;
  const book: Book = { messages, areas: new Map(), ready, t };
  books.set(locale, book);
  return book;
}

const chunkOf = (locale: Locale, area: WordArea) =>
  chunks[locale][`../../../core/i18n/${folder[locale]}/${area}.ts`];

/** Loads the words of these areas, each once. @throws the browser's error when a chunk cannot be loaded */
export async function needWords(locale: Locale, areas: readonly WordArea[]): Promise<void> {
  const book = bookOf(locale);
  await Promise.all(
    areas.map((area) => {
      wanted.add(area);
      const coming = book.areas.get(area) ?? load(locale, area, book);
      book.areas.set(area, coming);
      return coming;
    }),
  );
}

async function load(locale: Locale, area: WordArea, book: Book): Promise<void> {
  try {
    const words = await chunkOf(locale, area)?.();
    Object.assign(book.messages, words?.[area]);
    book.ready.add(area);
  } catch (error) {
    book.areas.delete(area);
    throw error;
  }
}

/** The translator of one language, with all words that were needed so far. */
export async function loadTranslator(locale: Locale): Promise<Translate> {
  await needWords(locale, [...wanted]);
  return bookOf(locale).t;
}

/** The language that the server chose for this shell (`<html lang>`), or the browser's. */
export function initialLocale(): Locale {
  const { lang } = document.documentElement;
  return isLocale(lang) ? lang : chooseLocale(null, navigator.languages?.join(',') ?? navigator.language);
}

/** Whether this browser carries a choice of language already. */
export function hasChosenLocale(): boolean {
  return /(?:^|;\s*)lang=/.test(document.cookie);
}

/** Keeps the choice for the next visit, where the server can read it too. */
export function rememberLocale(locale: Locale): void {
  const secure = window.location.protocol === 'https:' ? '; Secure' : '';
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is missing in Safari and on plain http
  document.cookie = `lang=${locale}; Path=/; Max-Age=31536000; SameSite=Lax${secure}`;
  document.documentElement.lang = locale;
}

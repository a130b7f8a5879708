import { pointer } from './finding.ts';

/** A text of a template file with the pointer to it. */
export interface PlacedText {
  readonly path: string;
  readonly lang: 'zh' | 'en';
  readonly text: string;
}

/** Every text in two languages inside a template value, in the order of the file. Patterns and ids are no texts. */
export function localizedTexts(value: unknown, path = ''): readonly PlacedText[] {
  if (Array.isArray(value)) return value.flatMap((item, i) => localizedTexts(item, pointer(path, i)));
  if (typeof value !== 'object' || value === null) return [];
  const { zh, en } = value as { zh?: unknown; en?: unknown };
  if (typeof zh === 'string' && typeof en === 'string') {
    return [
      { path: pointer(path, 'zh'), lang: 'zh', text: zh },
      { path: pointer(path, 'en'), lang: 'en', text: en },
    ];
  }
  return Object.entries(value).flatMap(([key, item]) => localizedTexts(item, pointer(path, key)));
}

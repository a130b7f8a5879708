import type { Finding } from './finding.ts';

/** JSON read from a file or upload, or the finding that says where it stops being JSON. */
export type ParsedJson =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly findings: readonly Finding[] };

/** Largest text accepted, in UTF-16 units; shipped packs have about 50,000. */
export const longestTemplateText = 4_000_000;

/** Parses a template file's text. A byte order mark is ignored. */
export function parseJson(text: string): ParsedJson {
  if (text.length > longestTemplateText) {
    return failed(
      `文件超过 ${longestTemplateText / 1_000_000} 百万字，请拆分后再导入`,
      `the file is longer than ${longestTemplateText / 1_000_000} million characters; split it`,
    );
  }
  try {
    return { ok: true, value: JSON.parse(text.replace(/^\uFEFF/u, '')) as unknown };
  } catch (error) {
    const place = positionOf(text, error instanceof Error ? error.message : '');
    return failed(
      `不是有效的 JSON${place === null ? '' : `（第 ${place.line} 行第 ${place.column} 列附近）`}，请检查逗号、引号和括号`,
      `not valid JSON${place === null ? '' : ` (near line ${place.line}, column ${place.column})`}; check commas, quotes and brackets`,
    );
  }
}

function failed(zh: string, en: string): ParsedJson {
  return { ok: false, findings: [{ severity: 'error', code: 'not-json', path: '', message: { zh, en } }] };
}

function positionOf(text: string, message: string): { line: number; column: number } | null {
  const found = /position (\d+)/.exec(message);
  if (found === null) return null;
  const before = text.slice(0, Number(found[1])).split('\n');
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}

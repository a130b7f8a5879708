import type { Finding } from './finding.ts';

/** One error for every value that stood earlier in the list. */
export function findRepeats(values: readonly string[], pathOf: (index: number) => string): Finding[] {
  const first = new Map<string, number>();
  return values.flatMap((value, i) => {
    const before = first.get(value);
    if (before === undefined) {
      first.set(value, i);
      return [];
    }
    return [
      {
        severity: 'error' as const,
        code: 'repeated',
        path: pathOf(i),
        message: {
          zh: `「${value}」与第 ${before + 1} 项重复，请改名或删去`,
          en: `“${value}” repeats entry ${before + 1}; rename or remove it`,
        },
      },
    ];
  });
}

import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

const script = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

interface AxeResult {
  readonly violations: readonly {
    readonly id: string;
    readonly impact: string | null;
    readonly help: string;
    readonly nodes: readonly {
      readonly target: readonly string[];
      readonly any: readonly { message: string }[];
    }[];
  }[];
}

/** What the page offers to the function that runs inside it. */
interface PageGlobals {
  readonly document: unknown;
  readonly axe: { run(root: unknown, options: object): Promise<AxeResult> };
}

/**
 * What axe finds wrong on the page by WCAG 2.2 A and AA and its own best practice, one line for each rule and element;
 * empty when all is well. It comes in through the debugger, which a strict content policy does not stop.
 */
export async function accessibilityFaults(page: Page): Promise<string[]> {
  await page.evaluate(await readFile(script, 'utf8'));
  const { violations } = await page.evaluate(() => {
    const { axe, document } = globalThis as unknown as PageGlobals;
    return axe.run(document, {
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
      resultTypes: ['violations'],
    });
  });
  return violations.flatMap((rule) =>
    rule.nodes.map((node) => {
      const detail = node.any[0]?.message ?? rule.help;
      return `${rule.id} (${rule.impact ?? 'unknown'}) at ${node.target.join(' ')}: ${detail}`;
    }),
  );
}

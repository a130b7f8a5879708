import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';

const folder = join(import.meta.dirname, '../browser/output');

/** The two widths that every page is looked at: a common phone and a common laptop. */
export const viewports = {
  phone: { width: 390, height: 844 },
  desktop: { width: 1280, height: 800 },
} as const;

/**
 * Writes test/browser/output/<name>-<width>.png of the whole page for people to look at and returns its path.
 * Nothing is compared: pictures differ between machines by a hair, tests must not.
 */
export async function takeScreenshot(page: Page, name: string): Promise<string> {
  await mkdir(folder, { recursive: true });
  const path = join(folder, `${name}-${page.viewportSize()?.width ?? 0}.png`);
  await page.screenshot({ path, fullPage: true, animations: 'disabled' });
  return path;
}

/** How many pixels the page is wider than the window; 0 when nothing has to be scrolled sideways. */
export async function sidewaysOverflow(page: Page): Promise<number> {
  return page.evaluate(() => {
    const { document, innerWidth } = globalThis as unknown as {
      readonly document: { readonly documentElement: { readonly scrollWidth: number } };
      readonly innerWidth: number;
    };
    return Math.max(0, document.documentElement.scrollWidth - innerWidth);
  });
}

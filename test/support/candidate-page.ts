import type { Browser, BrowserContext, Page } from 'playwright-core';
import { expect } from 'vitest';
import { accessibilityFaults } from './axe.ts';
import { sidewaysOverflow, takeScreenshot } from './screenshot.ts';

/** What a phone is: narrow, with touch. */
export const phone = { width: 390, height: 844 } as const;

/** A candidate's page in a browser of its own, and what went wrong in it. */
export interface CandidatePage {
  readonly page: Page;
  readonly context: BrowserContext;
  /** Faults of scripts; refusals of the server that a test provokes are not among them. */
  readonly faults: readonly string[];
  /** Presses the button of exactly this name. */
  press(name: string): Promise<void>;
  /** Checks what every step owes: no accessibility fault, nothing wider than the window; leaves a picture. */
  look(name: string): Promise<void>;
}

/** Opens a candidate's page on a phone of its own. */
export async function openCandidatePage(
  browser: Browser,
  url: string,
  options: { readonly lang?: 'zh' | 'en'; readonly width?: number } = {},
): Promise<CandidatePage> {
  const context = await browser.newContext({
    viewport: { width: options.width ?? phone.width, height: phone.height },
    locale: options.lang === 'en' ? 'en-US' : 'zh-CN',
    timezoneId: 'Asia/Shanghai',
  });
  const page = await context.newPage();
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('console', (message) => {
    const refused = /Failed to load resource|ERR_INTERNET_DISCONNECTED/.test(message.text());
    if (message.type() === 'error' && !refused) faults.push(message.text());
  });
  await page.goto(url);
  return {
    page,
    context,
    faults,
    press: (name) => page.getByRole('button', { name, exact: true }).click(),
    async look(name) {
      expect(await accessibilityFaults(page), name).toEqual([]);
      expect(await sidewaysOverflow(page), name).toBe(0);
      await takeScreenshot(page, name);
    },
  };
}

/** From the first page to the first question, with all consents given. */
export async function toFirstQuestion({ page, press }: CandidatePage): Promise<void> {
  await press('开始准备');
  for (const box of await page.locator('input[id^=consent-]').all()) await box.check();
  await press('确认并继续');
  await press('开始正式面试');
  await page.getByText('第 1 题', { exact: false }).first().waitFor();
}

import type { Browser, BrowserContext, Page } from 'playwright-core';
import { expect } from 'vitest';
import { accessibilityFaults } from '../support/axe.ts';
import { sidewaysOverflow, takeScreenshot, viewports } from '../support/screenshot.ts';
import type { RunningServer } from '../support/start-server.ts';

export interface StaffPage {
  readonly page: Page;
  readonly context: BrowserContext;
  /** Errors of scripts and of the console since the page was opened. */
  readonly faults: readonly string[];
}

export interface StaffPageOptions {
  readonly viewport?: { readonly width: number; readonly height: number };
  readonly locale?: 'zh-CN' | 'en-US';
}

/** Opens pages of the HR app as the owner of the sample company, who signs in once by the printed link. */
export class StaffBrowser {
  readonly #browser: Browser;
  readonly #server: RunningServer;
  #state: Awaited<ReturnType<BrowserContext['storageState']>> | null = null;

  constructor(browser: Browser, server: RunningServer) {
    this.#browser = browser;
    this.#server = server;
  }

  /** The address of a page below `/app`. */
  address(path: string): string {
    return `${this.#server.url}/app${path}`;
  }

  async open(path: string, options: StaffPageOptions = {}): Promise<StaffPage> {
    const { viewport = viewports.desktop, locale = 'zh-CN' } = options;
    if (this.#state === null) await this.#signIn();
    const context = await this.#browser.newContext({
      viewport,
      locale,
      ...(this.#state === null ? {} : { storageState: this.#state }),
    });
    await context.addCookies([{ name: 'lang', value: locale, url: this.#server.url }]);
    const page = await context.newPage();
    page.setDefaultTimeout(15_000);
    const faults: string[] = [];
    page.on('pageerror', (error) => faults.push(error.message));
    page.on('console', (message) => {
      // Refused requests (a conflict, a wrong entry) are part of some journeys; broken scripts are of none.
      if (message.type() === 'error' && !/Failed to load resource/.test(message.text())) {
        faults.push(message.text());
      }
    });
    await page.goto(this.address(path));
    return { page, context, faults };
  }

  async #signIn(): Promise<void> {
    const context = await this.#browser.newContext({ locale: 'zh-CN' });
    const page = await context.newPage();
    await page.goto(this.#server.ownerLink ?? '');
    await page.getByRole('button', { name: '登录' }).click();
    await page.getByRole('navigation').first().waitFor();
    this.#state = await context.storageState();
    await context.close();
  }
}

/** Our own ids, as `per_…`; written out, so that a new kind is added here, too. */
const ownIds =
  /\b(?:tnt|per|job|jbv|dim|cnd|res|app|evt|mrg|int|cns|ans|rec|run|rep|dec|dsm|fbk|cal|prc|apl|cor|aud|bgj|ins|ovl|orn|his|ntc|msg|rnd|scd|apv|apa|apc|off|req)_[0-9a-f]{8}-/;

/** Texts and spoken names in which an id of ours stands; as a reference to be copied it may stand in `code` and in a field. */
export async function idsShown(page: Page, ids = ownIds): Promise<readonly string[]> {
  const texts = await page.evaluate(() => {
    const found: string[] = [document.title];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const { parentElement, textContent } = walker.currentNode;
      if (!parentElement?.closest('code, script, style, textarea')) found.push(textContent ?? '');
    }
    for (const element of document.querySelectorAll('[aria-label], [title], [alt]')) {
      for (const name of ['aria-label', 'title', 'alt']) found.push(element.getAttribute(name) ?? '');
    }
    return found;
  });
  return texts.filter((text) => ids.test(text));
}

/** What holds of every page: no accessibility fault, nothing to scroll sideways, no id of ours as a name; and a picture to look at. */
export async function expectSoundPage(page: Page, name: string): Promise<void> {
  expect(await idsShown(page)).toEqual([]);
  expect(await accessibilityFaults(page)).toEqual([]);
  expect(await sidewaysOverflow(page)).toBe(0);
  await takeScreenshot(page, name);
}

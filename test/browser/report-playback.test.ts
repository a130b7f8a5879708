import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { accessibilityFaults } from '../support/axe.ts';
import { launchBrowser } from '../support/launch-browser.ts';
import { openReportGround, type ReportGround, type StaffMember } from '../support/report-ground.ts';
import { sidewaysOverflow, takeScreenshot, viewports } from '../support/screenshot.ts';
import { addSpokenAnswer } from '../support/spoken-answer.ts';
import { type RunningServer, startServer } from '../support/start-server.ts';

let folder: string;
let browser: Browser;
let server: RunningServer;
let ground: ReportGround;
let hr: StaffMember;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'jinji-playback-'));
  [browser, server] = await Promise.all([launchBrowser(), startServer({ dataDir: folder })]);
  ground = await openReportGround({ dataDir: folder, publicUrl: server.url });
  hr = await ground.staff('hr', '周敏');
});
afterAll(async () => {
  await browser?.close();
  await ground?.close();
  await server?.stop();
  await rm(folder, { recursive: true, force: true });
});

test.each([
  ['voice', 'audio', viewports.phone],
  ['video', 'video', viewports.desktop],
] as const)('a %s answer plays from the moment of a quote', async (mode, tag, viewport) => {
  const handedIn = await ground.handedIn({ questions: 1 });
  await addSpokenAnswer(ground, handedIn, mode);
  const again = await hr.client.post(`/api/v1/applications/${handedIn.applicationId}/rescore`, {});
  expect(again.body.changed).toBe(true);
  const context = await browser.newContext({ viewport, locale: 'zh-CN' });
  const [name = '', value = ''] = hr.cookie.split('=');
  await context.addCookies([{ name, value, url: server.url, httpOnly: true, sameSite: 'Lax' }]);
  const page = await context.newPage();
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(message.text());
  });
  await page.goto(`${server.url}/app/reports/${handedIn.applicationId}`);

  await page.locator('details.j-evidence summary').first().click();
  await page
    .getByRole('button', { name: /从这句话开始播放/ })
    .filter({ hasText: '0:02' })
    .first()
    .click();

  const player = page.locator(tag);
  await expect
    .poll(
      () => player.evaluate((media) => (media as unknown as { readonly currentTime: number }).currentTime),
      {
        timeout: 15_000,
      },
    )
    .toBeGreaterThanOrEqual(2);
  const duration = await player.evaluate(
    (media) => (media as unknown as { readonly duration: number }).duration,
  );
  expect(duration).toBeGreaterThan(3.5);
  expect(duration).toBeLessThan(5);
  expect(faults).toEqual([]);
  expect(await accessibilityFaults(page)).toEqual([]);
  expect(await sidewaysOverflow(page)).toBe(0);
  await takeScreenshot(page, `report-${mode}`);
  await context.close();
});

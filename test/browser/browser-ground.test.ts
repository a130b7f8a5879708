import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { accessibilityFaults } from '../support/axe.ts';
import { launchBrowser } from '../support/launch-browser.ts';
import { servePage } from '../support/serve-page.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser?.close());

async function usedFonts(page: Page, selector: string): Promise<string[]> {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('DOM.enable');
  await devtools.send('CSS.enable');
  const { root } = await devtools.send('DOM.getDocument');
  const { nodeId } = await devtools.send('DOM.querySelector', { nodeId: root.nodeId, selector });
  const { fonts } = await devtools.send('CSS.getPlatformFontsForNode', { nodeId });
  return fonts.filter((font) => font.glyphCount > 0).map((font) => font.familyName);
}

test('every Chinese character of a page finds a glyph in Noto Sans SC', async () => {
  const page = await browser.newPage();
  await page.setContent('<p lang="zh-CN">进击结构化面试：请讲一次您处理顾客投诉的经历。</p>');

  const fonts = await usedFonts(page, 'p');

  expect(fonts).toHaveLength(1);
  expect(fonts[0]).toMatch(/^Noto Sans SC/);
  await page.close();
});

test('the browser records webm and mp4 with vp9 and opus, and says so itself', async () => {
  const page = await browser.newPage();

  const supported = await page.evaluate(
    (types) => types.filter((type) => MediaRecorder.isTypeSupported(type)),
    [
      'audio/webm;codecs=opus',
      'video/webm;codecs=vp8,opus',
      'video/webm;codecs=vp9,opus',
      'video/mp4;codecs=vp9,opus',
      'video/mp4;codecs=avc1.42E01E,mp4a.40.2',
    ],
  );

  expect(supported).toEqual([
    'audio/webm;codecs=opus',
    'video/webm;codecs=vp8,opus',
    'video/webm;codecs=vp9,opus',
    'video/mp4;codecs=vp9,opus',
  ]);
  await page.close();
});

/** Asks for camera and microphone as the candidate page does; returns the bytes recorded or the name of the refusal. */
async function recordHalfASecond(page: Page): Promise<number | string> {
  return page.evaluate(async () => {
    try {
      const stream = await navigator.mediaDevices.getUserMedia({ audio: true, video: true });
      const recorder = new MediaRecorder(stream, { mimeType: 'video/webm;codecs=vp8,opus' });
      const sizes: number[] = [];
      recorder.ondataavailable = (event) => sizes.push(event.data.size);
      const stopped = new Promise((resolve) => {
        recorder.onstop = resolve;
      });
      recorder.start();
      await new Promise((resolve) => setTimeout(resolve, 500));
      recorder.stop();
      await stopped;
      return sizes.reduce((sum, size) => sum + size, 0);
    } catch (error) {
      return (error as DOMException).name;
    }
  });
}

test('the fake camera and microphone give something to record on a loopback address', async () => {
  const site = await servePage('<!doctype html><title>录制</title>');
  const page = await browser.newPage();
  await page.goto(site.url);

  expect(await recordHalfASecond(page)).toBeGreaterThan(1000);
  await page.close();
  await site.stop();
});

test('a browser started without media refuses as a person who taps "block" does', async () => {
  const site = await servePage('<!doctype html><title>拒绝</title>');
  const refusing = await launchBrowser({ allowMedia: false });
  const page = await refusing.newPage();
  await page.goto(site.url);

  expect(await recordHalfASecond(page)).toBe('NotAllowedError');
  await refusing.close();
  await site.stop();
});

test('axe names the fault and the element of a page under a strict content policy', async () => {
  const site = await servePage(
    '<!doctype html><html lang="zh-CN"><title>进击</title><main><h1>职位</h1><img id="logo" src="x.png"></main></html>',
  );
  const page = await browser.newPage();
  await page.goto(site.url);

  const faults = await accessibilityFaults(page);

  expect(faults).toHaveLength(1);
  expect(faults[0]).toMatch(/^image-alt \(critical\) at #logo: /);
  await page.close();
  await site.stop();
});

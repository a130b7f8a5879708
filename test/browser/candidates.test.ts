import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { accessibilityFaults } from '../support/axe.ts';
import { multipart, sampleResume } from '../support/candidate-ground.ts';
import { httpClient } from '../support/http-client.ts';
import { launchBrowser } from '../support/launch-browser.ts';
import { sidewaysOverflow, takeScreenshot, viewports } from '../support/screenshot.ts';
import { type RunningServer, startServer } from '../support/start-server.ts';

const fixtures = join(import.meta.dirname, '../fixtures/resumes');
const narrow = { width: 320, height: 640 };

let browser: Browser;
let server: RunningServer;
let cookie: string;
let jobTitle: string;
beforeAll(async () => {
  [browser, server] = await Promise.all([launchBrowser(), startServer()]);
  const client = httpClient((path, init) => fetch(`${server.url}${path}`, init));
  await client.signIn(server.ownerLink ?? '');
  const job = await client.createJob('catering');
  const published = await client.post(`/api/v1/jobs/${job.id}/publish`, { revision: job.revision });
  jobTitle = published.body.definition.title;
  cookie = client.cookie();
  for (const name of ['01-pdf-single.pdf', '05-pdf-white-text.pdf', '07-pdf-image-only.pdf']) {
    await client.call('POST', `/api/v1/jobs/${job.id}/resumes`, await multipart(await sampleResume(name)));
  }
  await vi.waitFor(
    async () => {
      const { body } = await client.get('/api/v1/resumes');
      expect(body.items.map(({ state }: { state: string }) => state)).toEqual(['failed']);
    },
    { timeout: 60_000, interval: 300 },
  );
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

/** A signed-in window; what the page complains about is gathered in `faults`. */
async function openPage(options: {
  readonly viewport: { readonly width: number; readonly height: number };
  readonly locale?: 'zh-CN' | 'en-US';
}): Promise<{ context: BrowserContext; page: Page; faults: string[] }> {
  const { viewport, locale = 'zh-CN' } = options;
  const context = await browser.newContext({ viewport, locale, timezoneId: 'Asia/Shanghai' });
  const [name = '', value = ''] = cookie.split('=');
  await context.addCookies([
    { name, value, url: server.url },
    { name: 'lang', value: locale, url: server.url },
  ]);
  const page = await context.newPage();
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(message.text());
  });
  return { context, page, faults };
}

async function expectSound(page: Page): Promise<void> {
  expect(await accessibilityFaults(page)).toEqual([]);
  expect(await sidewaysOverflow(page)).toBe(0);
}

test('HR uploads many résumés at once, sees each become a candidate and each failure with its way out', async () => {
  const { context, page, faults } = await openPage({ viewport: viewports.desktop });
  await page.goto(`${server.url}/app/candidates?status=hired`);
  await page.getByRole('heading', { name: '没有符合条件的候选人' }).waitFor();
  await expectSound(page);
  await page.getByRole('radio', { name: /全部/ }).check();

  await page.getByRole('button', { name: '上传简历' }).click();
  const dialog = page.getByRole('dialog', { name: '上传简历' });
  await dialog
    .locator('input[type=file]')
    .setInputFiles(
      ['09-docx-plain.docx', '06-pdf-password.pdf', '12-txt-utf8.txt', 'truth.jsonl'].map((name) =>
        join(fixtures, name),
      ),
    );
  await dialog.getByText('不支持这种文件').waitFor();
  await dialog.getByText('文件有密码保护').waitFor();
  await expectSound(page);
  await takeScreenshot(page, 'candidates-upload-zh');
  await dialog.getByRole('button', { name: '完成' }).click();

  await page.getByRole('radio', { name: '4 待邀请' }).waitFor();
  await page.getByRole('searchbox').fill('周明');
  await page.getByRole('row').filter({ hasText: '程立军' }).waitFor({ state: 'detached' });
  expect(new URL(page.url()).searchParams.get('q')).toBe('周明');
  await expectSound(page);
  expect(faults).toEqual([]);
  await context.close();
});

test('the profile stands beside the résumé: a fact shows its line, a correction is marked and screened again', async () => {
  const { context, page, faults } = await openPage({ viewport: viewports.desktop });
  await page.goto(`${server.url}/app/candidates`);
  await page.getByRole('link', { name: '周明翀' }).click();
  await page.getByRole('heading', { level: 1, name: '周明翀' }).waitFor();

  await page.getByRole('button', { name: '在简历中查看“城市”的出处' }).click();
  expect(await page.locator('.j-document__line--marked').textContent()).toContain('武汉');

  await page.getByRole('button', { name: '编辑资料' }).click();
  await page.getByLabel('城市', { exact: true }).fill('成都');
  await page.getByRole('button', { name: '添加证书' }).click();
  await page.getByLabel('证书名称').last().fill('健康证');
  await page.getByLabel('开始').first().fill('去年');
  await page.getByRole('button', { name: '保存', exact: true }).click();
  expect(await page.getByText('请按“2021-07”').count()).toBe(1);
  await page.getByLabel('开始').first().fill('2021年4月');
  await page.getByRole('button', { name: '保存', exact: true }).click();
  await page.getByText('简历原文读取为：武汉').waitFor();

  await page.getByRole('blockquote').filter({ hasText: '健康证' }).waitFor();
  await page.getByRole('button', { name: /确认或更正.*能上的班次/ }).click();
  const dialog = page.getByRole('dialog', { name: '能上的班次' });
  await dialog.getByRole('radio', { name: /^不符合/ }).check();
  await dialog.getByRole('button', { name: '保存' }).click();
  await dialog.getByText('请填写此项').waitFor();
  await dialog.getByRole('textbox', { name: '依据' }).fill('电话里说只能上早班');
  await dialog.getByRole('button', { name: '保存' }).click();
  await page.getByText('电话里说只能上早班').waitFor();
  await expectSound(page);
  await takeScreenshot(page, 'candidate-zh');
  expect(faults).toEqual([]);
  await context.close();
});

test('HR invites, sees the QR code, copies the words in both languages, and shows the link again later', async () => {
  const { context, page, faults } = await openPage({ viewport: viewports.phone });
  await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: server.url });
  await page.goto(`${server.url}/app/candidates`);
  await page.getByRole('link', { name: '周明翀' }).click();
  await page.getByRole('button', { name: '邀请面试' }).click();
  await page.getByRole('button', { name: '生成链接' }).click();

  const dialog = page.getByRole('dialog', { name: '周明翀的面试链接' });
  const url = await dialog.getByLabel('面试链接').inputValue();
  expect(url).toMatch(new RegExp(`^${server.url}/i/[\\w-]{22}$`));
  await dialog.getByRole('img', { name: `二维码：${url}` }).waitFor();
  expect(await dialog.getByRole('textbox', { name: '邀请文字' }).inputValue()).toContain(`「${jobTitle}」`);
  await dialog.getByRole('tab', { name: 'English' }).click();
  await dialog.getByRole('button', { name: '复制文字' }).click();
  await page.getByText('已复制').waitFor();
  const [saved] = await Promise.all([
    page.waitForEvent('download'),
    dialog.getByRole('button', { name: '保存二维码' }).click(),
  ]);
  expect(saved.suggestedFilename()).toBe('面试二维码-周明翀.png');
  await expectSound(page);
  await takeScreenshot(page, 'invitation-zh');
  await dialog.getByRole('button', { name: '完成' }).click();

  await page.getByRole('button', { name: '再次显示链接' }).click();
  expect(await dialog.getByLabel('面试链接').inputValue()).toBe(url);
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: '撤销链接' }).click();
  await page.getByRole('dialog').getByRole('button', { name: '撤销链接' }).click();
  await page.getByText('已撤销', { exact: true }).waitFor();
  expect(
    (
      await (
        await fetch(`${server.url}/api/v1/interview`, {
          headers: { authorization: `Bearer ${url.split('/').pop()}` },
        })
      ).json()
    ).code,
  ).toBe('LINK_REVOKED');
  expect(faults).toEqual([]);
  await context.close();
});

test('the printed card holds the code and the address and nothing else of the page', async () => {
  const { context, page } = await openPage({ viewport: viewports.desktop });
  await page.addInitScript('window.print = () => undefined');
  await page.goto(`${server.url}/app/candidates`);
  await page.getByRole('link', { name: '程立军' }).click();
  await page.getByRole('button', { name: '邀请面试' }).click();
  await page.getByRole('button', { name: '生成链接' }).click();
  await page.getByRole('button', { name: '打印卡片' }).click();
  await page.emulateMedia({ media: 'print' });

  await page.locator('.j-print-card').waitFor();
  expect(await page.locator('.j-print-card').innerText()).toContain(`${server.url}/i/`);
  expect(await page.getByRole('navigation').first().isVisible()).toBe(false);
  await takeScreenshot(page, 'invitation-card-zh');
  await context.close();
});

test('hidden text of a résumé is named, and nothing at 320 pixels or in English has to be scrolled sideways', async () => {
  for (const [viewport, locale] of [
    [narrow, 'zh-CN'],
    [viewports.phone, 'en-US'],
    [viewports.desktop, 'en-US'],
  ] as const) {
    const { context, page, faults } = await openPage({ viewport, locale });
    await page.goto(`${server.url}/app/candidates?status=invited,screened`);
    await page.getByRole('link', { name: '程立军' }).waitFor();
    await expectSound(page);
    await takeScreenshot(page, `candidates-${locale}`);
    await page.getByRole('link', { name: '程立军' }).click();
    await page.getByText(locale === 'zh-CN' ? /看不见的文字/ : /text that nobody can see/).waitFor();
    await expectSound(page);
    await takeScreenshot(page, `candidate-hidden-${locale}`);
    expect(faults).toEqual([]);
    await context.close();
  }
});

test('HR turns somebody down before the interview with a reason, and takes it back', async () => {
  const { context, page, faults } = await openPage({ viewport: viewports.desktop });
  await page.goto(`${server.url}/app/candidates`);
  await page.getByRole('link', { name: '程立军' }).click();
  await page.getByRole('button', { name: '更多操作' }).click();
  await page.getByRole('menuitem', { name: '不推进', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: '不推进' });
  await dialog.getByLabel('理由').selectOption({ label: '缺少必备条件' });
  await expectSound(page);
  await dialog.getByRole('button', { name: /名义确认/ }).click();
  await page.getByText('缺少必备条件', { exact: true }).waitFor();

  await page.getByRole('button', { name: '更多操作' }).click();
  await page.getByRole('menuitem', { name: '撤回“不推进”' }).click();
  const back = page.getByRole('dialog', { name: '撤回“不推进”' });
  await back.getByLabel('原因').fill('证件已补齐');
  await back.getByRole('button', { name: '撤回“不推进”' }).click();
  await page.getByText('已撤回决定 · 证件已补齐').waitFor();
  expect(faults).toEqual([]);
  await context.close();
});

test('a scan is typed in by hand beside its file, and the person is erased again after a tick', async () => {
  const { context, page, faults } = await openPage({ viewport: viewports.phone });
  await page.goto(`${server.url}/app/candidates`);
  await page
    .getByRole('listitem')
    .filter({ hasText: '07-pdf-image-only.pdf' })
    .getByRole('button', { name: '手动填写' })
    .click();
  const form = page.getByRole('dialog', { name: '手动添加候选人' });
  await form.getByRole('button', { name: '手动添加' }).click();
  await form.getByText('请填写此项').waitFor();
  await form.getByLabel('姓名').fill('何静');
  await expectSound(page);
  await form.getByRole('button', { name: '手动添加' }).click();
  await page.getByRole('heading', { level: 1, name: '何静' }).waitFor();

  await page.getByRole('button', { name: '更多操作' }).click();
  await page.getByRole('menuitem', { name: '删除个人信息' }).click();
  const dialog = page.getByRole('dialog', { name: '删除“何静”的个人信息？' });
  await dialog.getByRole('button', { name: '删除个人信息' }).click();
  await dialog.getByText('请先勾选确认').waitFor();
  await dialog.getByLabel('我明白这不能恢复').check();
  await dialog.getByRole('button', { name: '删除个人信息' }).click();
  await page.getByText('个人信息已删除').waitFor();
  expect(await page.getByRole('link', { name: '何静' }).count()).toBe(0);
  expect(faults).toEqual([]);
  await context.close();
});

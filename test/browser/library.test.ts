import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser } from '../support/launch-browser.ts';
import { viewports } from '../support/screenshot.ts';
import { type RunningServer, startServer } from '../support/start-server.ts';
import { expectSoundPage, StaffBrowser } from './staff-browser.ts';

let browser: Browser;
let server: RunningServer;
let staff: StaffBrowser;
beforeAll(async () => {
  [browser, server] = await Promise.all([launchBrowser(), startServer()]);
  staff = new StaffBrowser(browser, server);
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

test('a pack is found by its trade and by a dimension, read tab by tab, and becomes a job', async () => {
  const { page, context, faults } = await staff.open('/library');
  await page.getByText('25 个行业包（共 25 个）').waitFor();
  await expectSoundPage(page, 'library-packs-zh');

  await page.getByLabel('考察的维度').selectOption({ label: '安全合规' });
  await page.getByLabel('搜索行业或岗位').fill('厨师');
  await page.getByText('1 个行业包（共 25 个）').waitFor();
  await page.getByRole('link', { name: /餐饮/ }).click();
  await page.getByRole('heading', { name: '餐饮', level: 1 }).waitFor();
  await expectSoundPage(page, 'library-pack-rubric-zh');

  await page.getByRole('tab', { name: '面试题' }).click();
  await page.getByText('评分要点与追问').first().click();
  await expectSoundPage(page, 'library-pack-questions-zh');
  await page.getByRole('tab', { name: '必备条件' }).click();
  await page.getByText('为什么需要').first().waitFor();
  await expectSoundPage(page, 'library-pack-facts-zh');
  await page.getByRole('tab', { name: '岗位、流程' }).click();
  await page.getByText('餐厅服务员').waitFor();
  await expectSoundPage(page, 'library-pack-jobs-zh');

  await page.getByRole('link', { name: '用这个行业包新建职位' }).click();
  await page.getByRole('button', { name: '开始准备' }).waitFor();
  expect(new URL(page.url()).searchParams.get('industry')).toBe('catering');
  expect(faults).toEqual([]);
  await context.close();
});

test('a shipped dimension shows its anchors, samples marked as samples, questions and the packs that weigh it', async () => {
  const { page, context, faults } = await staff.open('/library/dimensions');
  await page.getByLabel('搜索维度').fill('沟通');
  await page.getByRole('link', { name: /沟通表达/ }).click();

  await page.getByRole('heading', { name: '沟通表达', level: 1 }).waitFor();
  await page.getByText('5 级样例 1').waitFor();
  expect(await page.getByText('样例', { exact: true }).count()).toBeGreaterThanOrEqual(6);
  await page.getByRole('link', { name: '零售' }).waitFor();
  expect(await page.getByRole('button', { name: '停用' }).count()).toBe(0);
  await expectSoundPage(page, 'library-dimension-zh');
  expect(faults).toEqual([]);
  await context.close();
});

const anchors = [
  '说不出顾客是谁，也没有了解过',
  '泛泛而谈，没有具体的顾客或商品',
  '说得出主要顾客和常买的商品，并按此备货',
  '走访或用数据核实顾客需要，据此调整并看到结果',
  '持续跟踪市场变化，带着同事调整，结果有数字',
];
const answer =
  '去年夏天我负责水果柜，发现写字楼的顾客中午只买小份。我连续两周记下每天卖出的份数，又问过老客户二十位，' +
  '然后把切块水果改成 300 克小盒，摆到收银台旁。一个月后中午销售额涨了 35%，损耗从 12% 降到 6%。';

async function writeDimension(page: Page): Promise<void> {
  await page.getByLabel('维度名称').fill('市场认知');
  await page.getByLabel('定义：看的是什么').fill('了解本地顾客买什么、为什么买，并能用到工作里');
  for (const [index, anchor] of anchors.entries()) {
    await page.getByLabel(new RegExp(`^${index + 1} 级`)).fill(anchor);
  }
}

test('an own dimension is written, tried on an answer, saved, changed, archived and taken back', async () => {
  const { page, context, faults } = await staff.open('/library/dimensions?from=own');
  await page.getByText('还没有自定义维度').waitFor();
  await expectSoundPage(page, 'library-own-empty-zh');
  await page.getByRole('link', { name: '新建自定义维度' }).first().click();

  await page.getByRole('button', { name: '保存维度' }).click();
  await page.getByText('请填写维度名称').waitFor();
  await writeDimension(page);
  await page.getByLabel('1 级').fill('限男性，说不出顾客是谁');
  await page.getByText('不能这样写：“限男性”').waitFor();
  await page.getByLabel('1 级').fill(anchors[0] ?? '');
  await page.getByLabel('正向表现').fill('问过老客户 / 走访顾客');

  await page.getByLabel('样例回答').fill(answer);
  await page.getByRole('button', { name: '试评', exact: true }).click();
  const result = page.getByRole('region', { name: '试评结果' });
  await result.getByText(/[345] 级 · /).waitFor();
  expect((await result.locator('mark').allInnerTexts()).join('')).toContain('问过老客户');
  await page.getByRole('button', { name: '留作 5 级样例' }).click();
  await expectSoundPage(page, 'library-own-trial-zh');

  await page.getByRole('button', { name: '保存维度' }).click();
  await page.getByText('“市场认知”第 1 版已保存').waitFor();
  await page.getByText('5 级样例 1').waitFor();
  await page.getByRole('link', { name: '编辑' }).click();
  await page.getByLabel('定义：看的是什么').fill('了解本地顾客买什么，据此调整商品');
  await page.getByRole('button', { name: '保存维度' }).click();
  await page.getByText('“市场认知”第 2 版已保存').waitFor();
  await page.getByText('第 1 版', { exact: true }).waitFor();
  await expectSoundPage(page, 'library-own-dimension-zh');

  await page.getByRole('button', { name: '停用' }).click();
  await page.getByText('这个维度已停用').waitFor();
  await page.getByRole('button', { name: '撤销' }).click();
  await page.getByRole('link', { name: '编辑' }).waitFor();
  expect(await page.getByText('这个维度已停用').count()).toBe(0);
  expect(faults).toEqual([]);
  await context.close();
});

test('a colleague’s newer version is not written over', async () => {
  const { page, context } = await staff.open('/library/dimensions?from=own');
  await page.getByRole('link', { name: /市场认知/ }).click();
  await page.getByRole('link', { name: '编辑' }).click();
  await page.getByLabel('定义：看的是什么').fill('我的说法');
  const other = await staff.open(new URL(page.url()).pathname.replace(/^\/app/, ''));
  await other.page.getByLabel('定义：看的是什么').fill('同事的说法');
  await other.page.getByRole('button', { name: '保存维度' }).click();
  await other.page.getByText('已保存').first().waitFor();
  await other.context.close();

  await page.getByRole('button', { name: '保存维度' }).click();
  await page.getByText('同事刚刚保存了更新的一版').waitFor();
  await page.getByRole('button', { name: '载入最新版' }).click();
  await expect.poll(() => page.getByLabel('定义：看的是什么').inputValue()).toBe('同事的说法');
  await context.close();
});

test('the library is usable on a phone in English', async () => {
  const options = { viewport: viewports.phone, locale: 'en-US' } as const;
  const { page, context, faults } = await staff.open('/library', options);
  await page.getByText('25 packs of 25').waitFor();
  await expectSoundPage(page, 'library-packs-en-phone');
  await page.goto(staff.address('/library/packs/catering?tab=questions'));
  await page.getByText('What to look for, and follow-ups').first().click();
  await expectSoundPage(page, 'library-pack-questions-en-phone');
  await page.goto(staff.address('/library/dimensions/COM'));
  await page.getByText('Level 5, sample 1').waitFor();
  await expectSoundPage(page, 'library-dimension-en-phone');
  await page.goto(staff.address('/library/dimensions/new'));
  await page.getByText('Try an answer').waitFor();
  await expectSoundPage(page, 'library-own-en-phone');
  expect(faults).toEqual([]);
  await context.close();
});

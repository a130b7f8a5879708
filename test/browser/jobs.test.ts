import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser } from '../support/launch-browser.ts';
import { sidewaysOverflow, viewports } from '../support/screenshot.ts';
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

const saved = (page: Page) => page.getByText('已保存', { exact: true }).waitFor();

/** Makes a draft through the pages and gives its address without the step. */
async function aDraft(page: Page, title: string): Promise<string> {
  await page.goto(staff.address('/jobs/new?industry=catering'));
  await page.getByLabel('职位名称').fill(title);
  await page.getByRole('button', { name: '开始准备' }).click();
  await page.waitForURL(/\/edit\?step=tasks/);
  return page.url().replace(/\?.*$/, '');
}

async function dragBelow(page: Page, handle: RegExp, target: RegExp): Promise<void> {
  const from = await page.getByRole('button', { name: handle }).boundingBox();
  const to = await page.getByRole('article', { name: target }).boundingBox();
  if (!from || !to) throw new Error('nothing to drag');
  await page.mouse.move(from.x + from.width / 2, from.y + from.height / 2);
  await page.mouse.down();
  await page.mouse.move(from.x + from.width / 2, from.y + 40, { steps: 5 });
  await page.mouse.move(from.x + from.width / 2, to.y + to.height / 2, { steps: 12 });
  await page.mouse.up();
}

test('a first job is made by mouse from the trade to the published version', async () => {
  const { page, context, faults } = await staff.open('/jobs');
  await page.getByText('从第一个职位开始').waitFor();
  await expectSoundPage(page, 'jobs-empty-zh');
  await page.getByRole('link', { name: '新建职位' }).click();
  await page.getByLabel('搜索行业或岗位').fill('服务员');
  await page.getByRole('button', { name: /餐饮/ }).click();
  await expectSoundPage(page, 'job-choice-zh');
  await page.getByRole('button', { name: '开始准备' }).click();

  await page.getByRole('heading', { name: '这个岗位主要做什么' }).waitFor();
  await page.getByLabel('任务 1', { exact: true }).fill('迎客、带位、点单');
  await saved(page);
  for (const [next, heading, name] of [
    ['评估维度', '看重哪些能力', 'rubric'],
    ['面试题', '问哪些问题', 'questions'],
    ['筛选条件', '有哪些必备条件', 'screening'],
    ['面试方式', '面试怎么进行', 'interview'],
    ['分数线', '分数线与岗位信息', 'thresholds'],
    ['检查发布', '检查后发布', 'check'],
  ] as const) {
    await page.getByRole('button', { name: `下一步：${next}` }).click();
    await page.getByRole('heading', { name: heading }).waitFor();
    await expectSoundPage(page, `job-step-${name}-zh`);
  }
  await page.getByRole('button', { name: '发布', exact: true }).click();
  await page.getByText('当前版本（第 1 版）').waitFor();
  await page.getByText('迎客、带位、点单').waitFor();
  await expectSoundPage(page, 'job-page-zh');
  await page.goto(staff.address('/jobs'));
  await page.getByText('招聘中').first().waitFor();
  await expectSoundPage(page, 'jobs-list-zh');

  expect(faults).toEqual([]);
  await context.close();
});

test('questions are dragged, chosen from the bank, written, refused for their wording and taken back', async () => {
  const { page, context, faults } = await staff.open('/jobs');
  const address = await aDraft(page, '晚班服务员');
  await page.goto(`${address}?step=questions`);
  const texts = () => page.locator('.j-question__text').allInnerTexts();
  await page.getByRole('article', { name: '第 1 题' }).waitFor();
  const before = await texts();

  await dragBelow(page, /拖动调整“1\./, /第 3 题/);
  await expect.poll(texts).not.toEqual(before);
  const first = before[0]?.replace(/^1\.\s*/, '') ?? '';
  expect((await texts()).findIndex((text) => text.includes(first))).toBeGreaterThan(0);

  // For a moment after a drop the drag library swallows clicks, so that the drop itself is none.
  const bank = page.getByRole('dialog');
  const openBank = async () => {
    if ((await bank.count()) === 0) await page.getByRole('button', { name: '从题库选题' }).click();
    return bank.count();
  };
  await expect.poll(openBank).toBe(1);
  await page.getByLabel('难度').selectOption('advanced');
  await page.getByRole('dialog').getByRole('checkbox').first().check();
  await expectSoundPage(page, 'job-bank-zh');
  await page.getByRole('button', { name: '添加所选题目' }).click();
  await expect.poll(async () => (await texts()).length).toBe(before.length + 1);

  await page.getByRole('button', { name: '自己写一题' }).click();
  await page.getByLabel('题目', { exact: true }).fill('限男性：您能搬动 25 公斤的货吗？');
  await page.getByText('不能这样写：“限男性”').waitFor();
  await expectSoundPage(page, 'job-own-question-zh');
  await page.getByRole('button', { name: '保存题目' }).click();
  await saved(page);

  await page.goto(`${address}?step=check`);
  await page.getByText('发布前要解决 1 处').waitFor();
  expect(await page.getByRole('button', { name: '发布', exact: true }).isDisabled()).toBe(true);
  await expectSoundPage(page, 'job-check-wording-zh');
  await page.getByRole('button', { name: '去“面试题”修改' }).click();
  await page.getByRole('button', { name: `移除第 ${before.length + 2} 题` }).click();
  await page.getByText('已移除一题').waitFor();
  await page.getByRole('button', { name: '撤销' }).click();
  await expect.poll(async () => (await texts()).length).toBe(before.length + 2);

  expect(faults).toEqual([]);
  await context.close();
});

test('the whole wizard can be walked with a keyboard alone', async () => {
  const { page, context } = await staff.open('/jobs/new');
  const press = (...keys: string[]) =>
    keys.reduce((done, key) => done.then(() => page.keyboard.press(key)), Promise.resolve());
  await page.getByLabel('搜索行业或岗位').focus();
  await page.keyboard.type('零售');
  await expect.poll(() => page.locator('.j-industry').count()).toBe(1);
  await page.locator('.j-industry').focus();
  await press('Enter');
  await page.getByRole('radio').first().focus();
  await press('ArrowDown', 'Enter');
  await page.waitForURL(/\/edit\?step=tasks/);
  const address = page.url().replace(/\?.*$/, '');

  await page.goto(`${address}?step=questions`);
  const texts = () => page.locator('.j-question__text').allInnerTexts();
  await page.locator('.j-handle').first().waitFor();
  const before = await texts();
  await page.locator('.j-handle').first().focus();
  await press('Space');
  await page.getByText(/已拿起|移到第 1 项/).waitFor({ state: 'attached' });
  await press('ArrowDown');
  await page.getByText(/移到第 2 项/).waitFor({ state: 'attached' });
  await press('Space');
  await expect.poll(async () => (await texts())[1]?.slice(3)).toBe(before[0]?.slice(3));

  await page.goto(`${address}?step=thresholds`);
  await page.getByRole('button', { name: '下一步：检查发布' }).focus();
  await press('Enter');
  await page.getByRole('heading', { name: '检查后发布' }).waitFor();
  await expect.poll(() => page.evaluate('document.activeElement?.id')).toBe('step-heading');
  await page.getByRole('button', { name: '发布', exact: true }).focus();
  await press('Enter');
  await page.getByText('当前版本（第 1 版）').waitFor();
  await context.close();
});

test('a reload stays on its step with everything that was typed', async () => {
  const { page, context } = await staff.open('/jobs');
  const address = await aDraft(page, '收银员');
  await page.goto(`${address}?step=thresholds`);
  await page.getByLabel('为什么这样定').fill('按现有收银员的表现定');
  await page.getByLabel('班次安排').selectOption({ index: 1 });
  await saved(page);

  await page.reload();

  await page.getByRole('heading', { name: '分数线与岗位信息' }).waitFor();
  expect(await page.getByLabel('为什么这样定').inputValue()).toBe('按现有收银员的表现定');
  expect(await page.getByLabel('班次安排').inputValue()).not.toBe('');
  await context.close();
});

test('without a connection the page says that nothing is saved, and saves once it is back', async () => {
  const { page, context } = await staff.open('/jobs');
  const address = await aDraft(page, '传菜员');
  await page.goto(`${address}?step=basics`);
  await page.getByLabel('工作地点').waitFor();
  await context.setOffline(true);
  await page.getByLabel('工作地点').fill('上海市徐汇区');
  await page.getByText(/没有保存成功，内容仍在此页/).waitFor();
  await expectSoundPage(page, 'job-offline-zh');

  await context.setOffline(false);
  await saved(page);
  await page.reload();
  expect(await page.getByLabel('工作地点').inputValue()).toBe('上海市徐汇区');
  await context.close();
});

test('two people on one job: different parts are joined, the same part is asked about, nothing is lost', async () => {
  const { page, context } = await staff.open('/jobs');
  const address = await aDraft(page, '领班');
  await page.goto(`${address}?step=basics`);
  await page.getByLabel('工作地点').waitFor();
  const colleague = await context.newPage();
  await colleague.goto(`${address}?step=tasks`);
  await colleague.getByLabel('任务 1', { exact: true }).fill('带 4 人完成晚市');
  await saved(colleague);

  await page.getByLabel('工作地点').fill('苏州');
  await page.getByText('双方的修改已自动合并').waitFor();
  await saved(page);

  await colleague.goto(`${address}?step=basics`);
  await colleague.getByLabel('职位名称').fill('晚班领班');
  await saved(colleague);
  await page.getByLabel('职位名称').fill('早班领班');
  await page.getByText('同事和您改了同样的内容').waitFor();
  expect(await page.getByLabel('职位名称', { exact: true }).first().inputValue()).toBe('早班领班');
  await expectSoundPage(page, 'job-conflict-zh');
  await page.getByRole('radio', { name: '采用同事的修改' }).check();
  await page.getByRole('button', { name: '按选择合并并保存' }).click();
  await saved(page);

  await page.reload();
  expect(await page.getByLabel('职位名称', { exact: true }).first().inputValue()).toBe('晚班领班');
  expect(await page.getByLabel('工作地点').inputValue()).toBe('苏州');
  await page.goto(`${address}?step=tasks`);
  expect(await page.getByLabel('任务 1', { exact: true }).inputValue()).toBe('带 4 人完成晚市');
  await context.close();
});

test.each([
  ['zh-CN', 320],
  ['zh-CN', 390],
  ['en-US', 390],
  ['en-US', 1280],
] as const)('every step fits a window in %s of %i pixels', async (locale, width) => {
  const viewport = { width, height: viewports.phone.height };
  const { page, context, faults } = await staff.open('/jobs/new?industry=catering', { viewport, locale });
  await page.locator('form button[type="submit"]').click();
  await page.waitForURL(/\/edit\?step=tasks/);
  const address = page.url().replace(/\?.*$/, '');
  const steps = ['basics', 'tasks', 'rubric', 'questions', 'screening', 'interview', 'thresholds', 'check'];
  for (const step of steps) {
    await page.goto(`${address}?step=${step}`);
    await page.locator('#step-heading').waitFor();
    if (width === 320) expect(await sidewaysOverflow(page)).toBe(0);
    else await expectSoundPage(page, `job-step-${step}-${locale}`);
  }
  expect(faults).toEqual([]);
  await context.close();
});

test('a published job gets a second version whose differences are shown, closes and opens again', async () => {
  const { page, context, faults } = await staff.open('/jobs');
  const address = await aDraft(page, '热线客服');
  await page.goto(`${address}?step=check`);
  await page.getByRole('button', { name: '发布', exact: true }).click();
  await page.getByText('当前版本（第 1 版）').waitFor();
  await page.getByRole('link', { name: '修改为新版本' }).click();
  await page.goto(`${address}?step=interview`);
  await page.getByRole('switch', { name: '视频' }).check();
  await saved(page);
  await page.goto(`${address}?step=check`);
  await page.getByText('与第 1 版相比').waitFor();
  await page.getByText(/关\s*→\s*开/).waitFor();
  await page.getByRole('button', { name: '发布', exact: true }).click();
  await page.getByText('当前版本（第 2 版）').waitFor();

  await page.getByRole('tab', { name: /历史版本/ }).click();
  await page.getByText('比较两个版本').waitFor();
  await page.getByText(/关\s*→\s*开/).waitFor();
  await expectSoundPage(page, 'job-versions-zh');
  await page.getByRole('button', { name: '关闭职位' }).click();
  await page.getByRole('dialog').getByRole('button', { name: '关闭职位' }).click();
  await page.getByRole('button', { name: '重新开放' }).click();
  await page.getByText('已重新开放').waitFor();

  expect(faults).toEqual([]);
  await context.close();
});

test('a dimension written for one job enters the library and can be chosen for another', async () => {
  const { page, context, faults } = await staff.open('/jobs');
  const address = await aDraft(page, '选址专员');
  await page.goto(`${address}?step=rubric`);
  await page.getByRole('button', { name: '新建自定义维度' }).click();
  await page.getByLabel('维度名称').fill('市场认知');
  await page.getByLabel('定义：看的是什么').fill('了解本地顾客买什么、为什么买，并用到工作里');
  for (const [level, text] of [
    ['1 级', '说不出本地顾客是谁'],
    ['2 级', '只说得出一般印象'],
    ['3 级', '说得出主要顾客和竞争店'],
    ['4 级', '用走访或数据说明判断的依据'],
    ['5 级', '据此改过做法，营业额有变化'],
  ] as const) {
    await page.getByLabel(new RegExp(`^${level}`)).fill(text);
  }
  await page.getByRole('button', { name: '保存维度' }).click();
  await page.getByRole('article', { name: '市场认知' }).waitFor();
  await page.getByRole('button', { name: '加入维度库' }).click();
  await page.getByText('“市场认知”已加入维度库').waitFor();
  await saved(page);
  await expectSoundPage(page, 'job-own-dimension-zh');

  const other = await aDraft(page, '加盟顾问');
  await page.goto(`${other}?step=rubric`);
  await page.getByRole('button', { name: '添加“市场认知”' }).click();
  await page.getByRole('article', { name: '市场认知' }).waitFor();
  expect(faults).toEqual([]);
  await context.close();
});

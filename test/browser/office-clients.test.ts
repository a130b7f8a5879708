import type { AddressInfo } from 'node:net';
import { type ServerType, serve } from '@hono/node-server';
import type { Browser, FrameLocator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { startWorkbench, type Workbench } from '../emulators/workbench/start-workbench.ts';
import { openCandidatePage, toFirstQuestion } from '../support/candidate-page.ts';
import { type InterviewGround, openInterviewGround } from '../support/interview-ground.ts';
import { launchBrowser } from '../support/launch-browser.ts';
import { takeScreenshot, viewports } from '../support/screenshot.ts';
import { freePort, type RunningServer, startServer } from '../support/start-server.ts';
import { expectSoundPage } from './staff-browser.ts';

let browser: Browser;
let bench: Workbench;
let server: RunningServer;
let ground: InterviewGround;
let ownerSession: string;
beforeAll(async () => {
  const port = await freePort();
  bench = await startWorkbench({ port: 0, clientPort: 0, jinji: `http://127.0.0.1:${port}` });
  [browser, server] = await Promise.all([
    launchBrowser(),
    startServer({ port, env: { ...bench.environment, CHECK_ANSWERS: 'on' } }),
  ]);
  ground = await openInterviewGround({ dataDir: server.dataDir, publicUrl: bench.clientUrl });
});
afterAll(async () => {
  await browser?.close();
  await ground?.close();
  await server?.stop();
  await bench?.stop();
});

interface Opened {
  readonly page: Page;
  readonly app: FrameLocator;
  readonly close: () => Promise<void>;
  readonly faults: readonly string[];
}

/** Opens the app from the workbench's page, as a person does by hand. */
async function openFromWorkbench(
  platform: string,
  home: string,
  device: string,
  { url = bench.url, personId = '' }: { readonly url?: string; readonly personId?: string } = {},
): Promise<Opened> {
  const context = await browser.newContext({ locale: 'zh-CN', viewport: { width: 1280, height: 960 } });
  const page = await context.newPage();
  page.setDefaultTimeout(20_000);
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error' && !/Failed to load resource/.test(message.text()))
      faults.push(message.text());
  });
  await page.goto(url);
  await page.getByLabel('平台').selectOption(platform);
  await page.getByLabel('设备').selectOption(device);
  await page.getByLabel('打开的人').selectOption(personId === '' ? { index: 1 } : { value: personId });
  await page.getByLabel('应用主页').fill(home);
  await page.getByRole('button', { name: '打开应用' }).click();
  return { page, app: page.frameLocator('#page'), close: () => context.close(), faults };
}

const personOf = (platform: string): string => {
  const office = bench.offices.find(({ id }) => id === platform);
  return [...(office?.company.people.values() ?? [])][1]?.name ?? '';
};

async function connected(platform: string): Promise<string> {
  ownerSession ??= await signedIn();
  const headers = { cookie: ownerSession, 'x-jinji-request': '1', 'content-type': 'application/json' };
  for (const { id } of bench.offices) {
    if (id !== platform) await fetch(`${server.url}/api/v1/platforms/${id}`, { method: 'DELETE', headers });
  }
  const office = bench.offices.find(({ id }) => id === platform);
  const put = await fetch(`${server.url}/api/v1/platforms/${platform}`, {
    method: 'PUT',
    headers,
    body: JSON.stringify({ settings: office?.settings }),
  });
  expect(put.status).toBe(200);
  const list = (await (await fetch(`${server.url}/api/v1/platforms`, { headers })).json()) as {
    readonly items: readonly {
      readonly id: string;
      readonly connected: { readonly homeUrl: string } | null;
    }[];
  };
  return list.items.find(({ id }) => id === platform)?.connected?.homeUrl ?? '';
}

async function signedIn(): Promise<string> {
  const answer = await fetch(`${server.url}/api/v1/session`, {
    method: 'POST',
    headers: { 'x-jinji-request': '1', 'content-type': 'application/json' },
    body: JSON.stringify({ token: server.ownerLink?.split(/[/#]/).at(-1) }),
  });
  return answer.headers.get('set-cookie')?.split(';')[0] ?? '';
}

for (const platform of ['wecom', 'dingtalk', 'feishu']) {
  test(`a colleague opens the app in ${platform} and is signed in without a question, on phone and desktop`, async () => {
    const home = await connected(platform);
    for (const device of ['phone', 'desktop']) {
      const { app, page, close, faults } = await openFromWorkbench(platform, home, device);
      await app.getByText(`您好，${personOf(platform)}`).waitFor();
      const frame = page.frames().find((one) => one.url().includes('/open/'));
      expect(new URL(frame?.url() ?? '').pathname).toMatch(new RegExp(`^/open/${platform}/ins_[^/]+/?$`));
      await takeScreenshot(page, `office-${platform}-${device}`);
      expect(faults).toEqual([]);
      await close();
    }
  });
}

test('in a frame of another site, where no cookie is kept, the session lives in memory', async () => {
  const home = await connected('dingtalk');
  const foreign = bench.url.replace('127.0.0.1', 'localhost');
  const { app, close } = await openFromWorkbench('dingtalk', home, 'phone', { url: foreign });
  await app.getByText(`您好，${personOf('dingtalk')}`).waitFor();
  await close();
});

for (const platform of ['wecom', 'dingtalk', 'feishu']) {
  test(`a candidate who opened the interview in ${platform} speaks, corrects the words and hands them in`, async () => {
    await connected(platform);
    const said = '我先向客人道歉,再请后厨先做这一桌';
    bench.client.hear(said);
    bench.offices.find(({ id }) => id === platform)?.hear(said);
    const { url, interviewId } = await ground.invite({ questions: 1, interview: { followUps: 0 } });
    const enter = new URL('/__client/enter', bench.clientUrl);
    enter.search = String(
      new URLSearchParams({ platform, personId: '', device: 'phone', to: new URL(url).pathname }),
    );
    const candidate = await openCandidatePage(browser, String(enter));
    await toFirstQuestion(candidate);
    const { page, press, look } = candidate;
    const start = page.getByRole('button', { name: '现在开始回答' });
    const speak = page.getByRole('button', { name: '说话转文字' });
    await start.or(speak).first().waitFor();
    if (await start.isVisible()) await start.click();
    await speak.click();
    await page.getByText('正在听').waitFor();
    await look(`dictation-${platform}-listening`);
    // The recogniser wants some sound to work on.
    await page.waitForTimeout(600);
    await press('说完了');
    const field = page.getByLabel('您的回答');
    await expect.poll(() => field.inputValue()).toBe(said);
    await look(`dictation-${platform}-heard`);
    await field.fill('我先向客人道歉，再请后厨先做这一桌，八分钟上齐。');
    await press('提交回答');
    await page.getByRole('button', { name: '提交面试' }).waitFor();
    const [answer] = await ground.owner.store.answers.ofInterview(interviewId);
    expect(answer).toMatchObject({
      text: '我先向客人道歉，再请后厨先做这一桌，八分钟上齐。',
      originalText: said,
      textSource: 'transcript',
      asrConfidence: 1,
      recordingId: null,
    });
    expect(candidate.faults).toEqual([]);
    await candidate.context.close();
  });
}

test('a name that WeCom hides is shown by its own component, without a word of it in the page', async () => {
  const home = await connected('wecom');
  const people = bench.offices[0]?.company.people;
  const [hidden] = [...(people?.values() ?? [])].slice(5);
  if (!people || !hidden) throw new Error('no people');
  people.set(hidden.id, { ...hidden, name: hidden.id });
  const { app, page, close, faults } = await openFromWorkbench(
    'wecom',
    `${home}?to=/settings/account`,
    'desktop',
    {
      personId: hidden.id,
    },
  );
  const shown = app.locator(`main ww-open-data[type=userName][openid="${hidden.id}"]`);
  // The person and the office account that opens Jinji as them.
  await shown.nth(1).waitFor({ state: 'attached' });
  await expect.poll(() => bench.client.calls.some(({ name }) => name === 'name')).toBe(true);
  expect(
    new URL(
      page
        .frames()
        .find((one) => one.url().includes('/open/'))
        ?.url() ?? '',
    ).pathname,
  ).toMatch(/\/settings\/account$/);
  people.set(hidden.id, hidden);
  expect(faults).toEqual([]);
  await close();
});

test('the workbench pushes a change, shows what a colleague was sent, and opens its page in the client', async () => {
  const home = await connected('feishu');
  const { page, app, close } = await openFromWorkbench('feishu', home, 'phone');
  await app.getByText(`您好，${personOf('feishu')}`).waitFor();
  await page.getByLabel('新的职务').fill('区域经理');
  await page.getByRole('button', { name: '修改并推送事件' }).click();
  await page.getByText('进击应答 200').waitFor();
  expect(await page.getByRole('heading', { name: '消息' }).isVisible()).toBe(true);
  expect(await page.getByRole('heading', { name: '审批' }).isVisible()).toBe(true);
  await page.locator('#calls li').first().waitFor();
  await close();
});

for (const platform of ['wecom', 'dingtalk', 'feishu']) {
  test(`an administrator installs the app from ${platform}'s marketplace, opens it as its owner, and uninstalls it`, async () => {
    const context = await browser.newContext({ viewport: { width: 1300, height: 900 }, locale: 'zh-CN' });
    const page = await context.newPage();
    await page.goto(bench.url);
    await page.getByLabel('平台').selectOption(`${platform}-market`);
    await page.getByRole('button', { name: '安装应用' }).click();
    await page.getByText('进击应答 200').waitFor();
    const admin = bench.markets.find(({ id }) => id === `${platform}-market`)?.company.people.values();
    const { id = '', name = '' } = admin?.next().value ?? {};
    await page.getByLabel('打开的人').selectOption(id);
    const app = page.frameLocator('#page');
    // WeCom hides names from apps of the marketplace.
    const title = platform === 'wecom' ? '首页' : `您好，${name}`;
    // The company is made by the work that the notice asked for.
    const open = async () => {
      await page.getByRole('button', { name: '打开应用' }).click();
      await app.getByRole('heading', { level: 1, name: title }).waitFor({ timeout: 5000 });
    };
    await vi.waitFor(open, { timeout: 40_000 });
    await page.getByRole('button', { name: '卸载' }).click();
    await page.getByText('进击应答 200').waitFor();
    await context.close();
  });
}

/** The first opening makes the account, which an owner then gives its role. */
async function employed(
  platform: string,
  home: string,
  id: string,
  role: 'hr' | 'interviewer',
): Promise<string> {
  const first = await openFromWorkbench(platform, home, 'phone', { personId: id });
  await first.app.getByText('您好').waitFor();
  await first.close();
  const { store } = ground.owner;
  const personId = (await store.platform.account(id))?.personId ?? '';
  await store.commit([store.people.update(personId, { roles: [role] })]);
  return personId;
}

for (const platform of ['wecom', 'dingtalk', 'feishu']) {
  test(`HR shares an invitation with a function of ${platform}'s client that wants a signed page`, async () => {
    const home = await connected(platform);
    const { applicationId } = await ground.invite({ questions: 1 });
    const office = bench.offices.find(({ id }) => id === platform);
    const hr = [...(office?.company.people.keys() ?? [])][7] ?? '';
    await employed(platform, home, hr, 'hr');
    const { app, close, faults } = await openFromWorkbench(
      platform,
      `${home}?to=/candidates/${applicationId}`,
      'phone',
      { personId: hr },
    );
    await app.getByRole('button', { name: '再次显示链接' }).click();
    const before = bench.client.calls.length;
    await app.getByRole('button', { name: '分享…' }).click();
    await expect
      .poll(() =>
        bench.client.calls.slice(before).some(({ name, outcome }) => /share/i.test(name) && outcome === 'ok'),
      )
      .toBe(true);
    expect(bench.client.calls.slice(before).filter(({ outcome }) => outcome !== 'ok')).toEqual([]);
    expect(faults).toEqual([]);
    await close();
  });
}

test('HR sends an invitation to a WeChat customer in WeCom’s client; who has no customer contact is told what to ask for', async () => {
  const home = await connected('wecom');
  const { applicationId } = await ground.invite({ questions: 1 });
  const office = bench.offices.find(({ id }) => id === 'wecom');
  const hr = [...(office?.company.people.keys() ?? [])][9] ?? '';
  await employed('wecom', home, hr, 'hr');
  const to = `${home}?to=/candidates/${applicationId}`;
  const { app, page, close, faults } = await openFromWorkbench('wecom', to, 'phone', { personId: hr });
  await app.getByRole('button', { name: '再次显示链接' }).click();
  const send = app.getByRole('button', { name: '发给微信客户…' });
  await send.click();
  await app.getByText('请管理员为「进击」和您开通客户联系').waitFor();

  const customer = office?.customers?.meet(hr, '林晓彤');
  await send.click();
  await expect.poll(() => customer?.received.length).toBe(1);
  expect(customer?.received[0]).toMatch(/线上面试[\s\S]*\/i\//);
  await takeScreenshot(page, 'office-wecom-customer');
  expect(faults).toEqual([]);
  await close();
});

for (const platform of ['wecom', 'dingtalk', 'feishu']) {
  test(`HR chooses interviewers in the contacts of ${platform}'s client; who has no role here is told of`, async () => {
    const home = await connected(platform);
    const { applicationId } = await ground.invite({ questions: 1 });
    const people = [...(bench.offices.find(({ id }) => id === platform)?.company.people.keys() ?? [])];
    // The mock client picks the first two colleagues: one is an interviewer, the other was never here.
    const [first = ''] = people;
    const interviewer = await employed(platform, home, first, 'interviewer');
    const hr = people[8] ?? '';
    await employed(platform, home, hr, 'hr');
    const { store } = ground.owner;
    const { status = 'applied' } = (await store.applications.get(applicationId)) ?? {};
    await store.commit([store.applications.move(applicationId, status, 'scored', new Date().toISOString())]);
    const { app, close, faults } = await openFromWorkbench(
      platform,
      `${home}?to=/candidates/${applicationId}`,
      'phone',
      { personId: hr },
    );
    await app.getByRole('button', { name: '安排复试' }).click();
    await app.getByRole('button', { name: '从通讯录选择' }).click();
    await app.getByText('有 1 位同事不在列表里').waitFor();
    const { name } = (await store.people.get(interviewer)) ?? {};
    // Each platform's company has people of the same names.
    expect(await app.getByRole('checkbox', { name: name ?? '', checked: true }).count()).toBe(1);
    expect(faults).toEqual([]);
    await close();
  });
}

test('an owner connects their own account in a plain browser, after seeing whose it is', async () => {
  await connected('wecom');
  await fetch(`${bench.clientUrl}/__client/leave`, { redirect: 'manual' });
  const office = bench.offices.find(({ id }) => id === 'wecom');
  const owner = [...(office?.company.people.keys() ?? [])][12] ?? '';
  const context = await browser.newContext({ locale: 'zh-CN', viewport: viewports.phone });
  const [name = '', value = ''] = ownerSession.split('=');
  await context.addCookies([{ name, value, url: bench.clientUrl }]);
  const page = await context.newPage();
  const signIn = (url: URL) => /weixin\.qq\.com$/.test(url.host);
  await page.route(signIn, (route) => {
    const location = String(office?.signedIn(new URL(route.request().url()), owner));
    return route.fulfill({ status: 302, headers: { location } });
  });
  await page.goto(`${bench.clientUrl}/app/settings/account`);
  await page.getByRole('button', { name: '连接我的企业微信账号' }).click();
  await page.getByText(office?.company.people.get(owner)?.name ?? '?').waitFor();
  await expectSoundPage(page, 'office-account-asked');
  await page.getByRole('button', { name: '是我的账号，连接' }).click();
  await page.getByRole('button', { name: '断开办公账号' }).waitFor();
  expect((await ground.owner.store.platform.account(owner))?.personId).toBe(ground.owner.actor.id);
  await context.close();
});

test('a plain browser is offered the way to sign in, and the sign-in leads back to the page that was wanted', async () => {
  const home = await connected('dingtalk');
  await fetch(`${bench.clientUrl}/__client/leave`, { redirect: 'manual' });
  const context = await browser.newContext({ locale: 'zh-CN', viewport: viewports.phone });
  const page = await context.newPage();
  await page.goto(`${home}?to=/settings/account`);
  const way = page.getByRole('link', { name: '使用办公应用账号登录' });
  await way.waitFor();
  await expectSoundPage(page, 'office-plain-browser');
  expect(await way.getAttribute('href')).toMatch(
    /^\/platform\/dingtalk\/sign-in\/ins_[^/]+\?to=%2Fsettings%2Faccount$/,
  );
  await context.close();
});

test('a stranger who frames the entry gets nothing of it', async () => {
  const home = await connected('dingtalk');
  const html = `<!doctype html><title>x</title><iframe src="${home}"></iframe>`;
  let stranger: ServerType | null = null;
  const { port } = await new Promise<AddressInfo>((resolve) => {
    const fetch = () => new Response(html, { headers: { 'content-type': 'text/html' } });
    stranger = serve({ fetch, port: 0, hostname: '127.0.0.1' }, resolve);
  });
  const context = await browser.newContext();
  const page = await context.newPage();
  const refused: string[] = [];
  page.on('console', (message) => refused.push(message.text()));
  await page.goto(`http://127.0.0.1:${port}/`);
  await expect.poll(() => refused.some((text) => /frame-ancestors/.test(text))).toBe(true);
  expect(page.frames().some((frame) => frame.url().startsWith(home))).toBe(false);
  await context.close();
  (stranger as ServerType | null)?.close();
});

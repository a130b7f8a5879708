import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { eventOf } from '#adapters/dingtalk/events.ts';
import { cardParams } from '#adapters/dingtalk/interactive-cards.ts';
import { changeOf as feishuChange } from '#adapters/feishu/events.ts';
import { changeOf as wecomChange } from '#adapters/wecom/events.ts';
import { type AppPackage, filledFields, menuAddress } from '#core/platform/app-package.ts';
import { appPackage as dingtalk } from '#plugins/dingtalk/app-package.ts';
import { appPackage as feishu } from '#plugins/feishu/app-package.ts';
import { appPackage as wecom } from '#plugins/wecom/app-package.ts';
import { runCommand } from '../../support/command-line.ts';
import { projectFiles, root } from '../../support/project-files.ts';

const read = (file: string) => readFile(join(root, file), 'utf8');

/** What the adapter makes of an event of that name; `none` where it does not know it. */
const understood: Readonly<Record<string, (name: string) => string>> = {
  wecom: (name) => {
    const fields = { ChangeType: 'update_user', UserID: 'u1', FromUserName: 'u1', CreateTime: '1' };
    return wecomChange({ ...fields, Event: name, ApprovalInfo: { SpNoStr: '2026' } }).kind;
  },
  dingtalk: (name) => {
    const fields = { EventType: name, userId: ['u1'], deptId: ['1'], processInstanceId: 'p1' };
    return eventOf(fields, name)?.change.kind ?? 'none';
  },
  feishu: (name) => {
    const object = { open_id: 'ou_1', open_department_id: 'od-1' };
    const press = {
      operator: { open_id: 'ou_1' },
      action: { value: { card: 'msg_1', action: 'acknowledge' } },
    };
    return feishuChange(name, { object, instance_code: 'i1', ...press }, 0).kind;
  },
};

/** Headings and numbered or ticked steps, without their words. */
const shapeOf = (markdown: string): string[] =>
  [...markdown.matchAll(/^(#+ |\d+\. |- \[ \] )/gm)].map((match) => (match[1] ?? '').trim());

describe.each([wecom, dingtalk, feishu])('$platform', (app: AppPackage) => {
  test('every event that the console is told to send is one that the adapter understands', () => {
    const unknown = app.events.filter(({ name }) => understood[app.platform]?.(name) === 'none');
    expect(unknown).toEqual([]);
    expect(new Set(app.events.map(({ name }) => name)).size).toBe(app.events.length);
  });

  test('texts keep to the shortest that a console takes', () => {
    expect([...app.name.zh].length).toBeGreaterThanOrEqual(2);
    expect([...app.name.zh].length).toBeLessThanOrEqual(5);
    expect([...app.slogan.zh].length).toBeGreaterThanOrEqual(2);
    expect([...app.slogan.zh].length).toBeLessThanOrEqual(10);
    expect([...app.introduction.zh].length).toBeLessThanOrEqual(120);
    expect(app.highlights.length).toBeGreaterThanOrEqual(3);
    expect(app.highlights.length).toBeLessThanOrEqual(5);
    expect(app.keywords.length).toBeGreaterThanOrEqual(3);
    expect(app.keywords.length).toBeLessThanOrEqual(10);
  });

  test('icons are square pictures of the size that they are said to have', async () => {
    for (const { file, pixels } of app.icons) {
      const png = await readFile(join(root, file));
      expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([pixels, pixels]);
      expect(png.length).toBeLessThan(1_000_000);
    }
  });

  test('entries of the menu lead to pages that there are', async () => {
    const files = (await projectFiles('plugins/web')).filter((file) => file.endsWith('/routes.tsx'));
    const routes = (await Promise.all(files.map(read))).join('\n');
    for (const entry of app.menus) {
      expect(routes).toContain(`path: '${entry.path}'`);
      expect(menuAddress('https://a.example/h?corpid=x', entry)).toBe(
        `https://a.example/h?corpid=x&to=${encodeURIComponent(entry.path)}`,
      );
    }
  });

  test('both guides have the same steps, and name every event, card variable and address', async () => {
    for (const guide of ['install', 'review']) {
      const [en, zh] = [
        await read(`plugins/${app.platform}/${guide}.md`),
        await read(`plugins/${app.platform}/${guide}.zh.md`),
      ];
      expect(shapeOf(zh)).toEqual(shapeOf(en));
      expect(shapeOf(en).length).toBeGreaterThan(5);
      if (guide === 'review') continue;
      const names = [...app.events.map(({ name }) => name), ...app.cardVariables];
      for (const text of [en, zh]) expect(names.filter((name) => !text.includes(`\`${name}\``))).toEqual([]);
      const paths = app.market.flatMap(({ value }) => /\{public\}(\/[^?]+)/.exec(value)?.[1] ?? []);
      for (const text of [en, zh]) expect(paths.filter((path) => !text.includes(path))).toEqual([]);
    }
  });

  test('permissions of the guide are those that the adapter asks for', async () => {
    const [en, zh] = [await read('docs/office-platforms.md'), await read('docs/zh/office-platforms.md')];
    const codes = app.permissions.flatMap(({ name }) => name.match(/[A-Za-z_][\w.:]{5,}/g) ?? []);
    for (const text of [en, zh]) expect(codes.filter((code) => !text.includes(code))).toEqual([]);
    expect(app.permissions.every(({ neededFor }) => neededFor.zh !== '' && neededFor.en !== '')).toBe(true);
  });

  test('the command prints it with this installation’s addresses', async () => {
    const settings = { PUBLIC_URL: 'https://hire.example.com' };
    const { code, lines } = await runCommand(['app', app.platform], { settings });
    expect(code).toBe(0);
    expect(lines[0]).toMatchObject({ platform: app.platform, name: { zh: '进击' } });
    expect(JSON.stringify(lines[0])).not.toMatch(/\{(public|host)\}/);
    const market = filledFields(app.market, settings.PUBLIC_URL, null);
    expect(lines[0]?.market).toEqual(market);
    expect(market.some(({ value }) => value === 'hire.example.com')).toBe(true);
  });
});

test('the template of DingTalk’s cards has the variables that the adapter fills', () => {
  const card = { key: 'msg_1', lang: 'zh', title: '', lines: [], url: '', buttons: [] } as const;
  expect([...dingtalk.cardVariables].sort()).toEqual(Object.keys(cardParams(card, '')).sort());
});

test('a platform that there is not is told with those that there are', async () => {
  const { code, told } = await runCommand(['app', 'pigeon'], { settings: {} });
  expect(code).toBe(2);
  expect(told).toContain('wecom|dingtalk|feishu');
});

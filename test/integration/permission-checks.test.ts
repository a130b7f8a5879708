import { expect, test } from 'vitest';
import { sdkSender } from '#adapters/feishu/sdk-client.ts';
import { checkPlatform, connectPlatform } from '#core/platform/connect-platform.ts';
import { migratedLibsql } from '#test/support/libsql-database.ts';
import { platformGround } from '#test/support/platform-ground.ts';
import { dingtalkOffice } from '../contract/office-dingtalk.ts';
import type { OfficeCase, OfficeEmulator } from '../contract/office-emulator.ts';
import { feishuOffice } from '../contract/office-feishu.ts';
import { wecomOffice } from '../contract/office-wecom.ts';
import { madeCompany } from '../emulators/shared/company.ts';
import type { Fault } from '../emulators/shared/faults.ts';

async function anOffice(office: OfficeCase) {
  const [database] = await migratedLibsql();
  if (!database) throw new Error('no database');
  const held: { emulator?: OfficeEmulator } = {};
  const ground = await platformGround(database, (clock) => {
    held.emulator = office.open((ids) => madeCompany({ departments: 3, people: 6, ...ids }), clock);
    return [held.emulator.platform];
  });
  const { emulator } = held;
  if (!emulator) throw new Error('no emulator');
  await connectPlatform(ground.context, emulator.platform.manifest.id, emulator.settings);
  return { ...ground, emulator };
}

const lackingCodes = async ({ context }: Awaited<ReturnType<typeof anOffice>>) =>
  (await checkPlatform(context)).flatMap(({ permission, granted, platformCode }) =>
    granted ? [] : [[permission.name, platformCode]],
  );

const feishu = feishuOffice('Feishu through its SDK', sdkSender);
const wecomLacks: Fault = { kind: 'body', body: { errcode: 301055, errmsg: 'no approval right' } };
const denied = 'Forbidden.AccessDenied.AccessTokenPermissionDenied';
const dingtalkLacks: Fault = {
  kind: 'body',
  status: 403,
  body: { code: denied, requestid: 'r', accessdenieddetail: { requiredScopes: ['some.scope'] } },
};

const lonely: readonly (readonly [OfficeCase, path: string, permission: string, fault: Fault | null])[] = [
  [wecomOffice, 'oa/getapprovalinfo', '审批', wecomLacks],
  [wecomOffice, 'agent/get', '应用信息', null],
  [dingtalkOffice, 'getsendresult', '工作通知（AgentId）', null],
  [dingtalkOffice, 'workflow/processInstances', 'Workflow.Instance.Read', dingtalkLacks],
  [dingtalkOffice, 'querySchedule', 'Calendar.Event.Read', dingtalkLacks],
  [feishu, 'calendars/primary', 'calendar:calendar', null],
  [feishu, 'approval/v4/approvals', 'approval:approval', null],
  [feishu, 'is_user_admin', 'admin:app.admin:check', null],
];

for (const [office, path, permission, fault] of lonely) {
  test(`${office.name}: a refusal of ${path} is told as ${permission} lacking, and nothing else`, async () => {
    const o = await anOffice(office);
    o.emulator.faults.choose = (called) => (called.includes(path) ? (fault ?? o.emulator.lacking) : null);
    expect((await lackingCodes(o)).map(([name]) => name)).toEqual([permission]);
  });
}

test('tests of permissions write nothing', async () => {
  for (const office of [wecomOffice, dingtalkOffice, feishu]) {
    const o = await anOffice(office);
    o.emulator.faults.clear();
    await checkPlatform(o.context);
    const written =
      /send_v2|message\/send|im\/v1|applyevent|events$|schedule\/add|createAndDeliver|subscribe/;
    expect(o.emulator.faults.calls.filter((path) => written.test(path))).toEqual([]);
    expect(o.emulator.calendar.events()).toEqual([]);
    expect(o.emulator.approvals.engine.instances()).toEqual([]);
  }
});

test('WeCom’s approval app switched off lacks approvals only; the connection stands', async () => {
  const o = await anOffice(wecomOffice);
  const off: Fault = { kind: 'body', body: { errcode: 301056, errmsg: 'app off' } };
  o.emulator.faults.choose = (path) => (path.includes('oa/getapprovalinfo') ? off : null);
  expect(await lackingCodes(o)).toEqual([['审批', '301056']]);
  expect((await o.context.store.platform.installation())?.state).toBe('active');
});

test('DingTalk without an AgentId is told that notices need it', async () => {
  const o = await anOffice(dingtalkOffice);
  await connectPlatform(o.context, 'dingtalk', { agentId: '' });
  expect(await lackingCodes(o)).toEqual([['工作通知（AgentId）', 'agent_id']]);
});

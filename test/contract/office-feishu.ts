import { feishuPlatform } from '#adapters/feishu/feishu-platform.ts';
import type { FeishuSender } from '#adapters/feishu/sender.ts';
import { feishuDefinition } from '../emulators/feishu/approvals.ts';
import { feishuApp, feishuEmulator } from '../emulators/feishu/feishu-emulator.ts';
import { type Company, peopleIn } from '../emulators/shared/company.ts';
import { type ApprovalForm, networkTo, type OfficeCase } from './office-emulator.ts';

/** How an offer fits Feishu's form. */
export const feishuOfferForm: ApprovalForm = {
  definitionId: feishuDefinition,
  sources: {
    widget1: { from: 'candidate' },
    widget2: { from: 'monthly_pay' },
    widget3: { from: 'start_date' },
    widget4: { constant: 'full' },
    widget5: { from: 'note' },
  },
  wrongSources: { widget3: { from: 'salary' } },
  takesSteps: false,
  mayCancel: true,
  createPath: 'approval/v4/instances',
  refusal: { kind: 'body', status: 400, body: { code: 1390001, msg: 'param is invalid' } },
  unpermitted: {
    path: `approval/v4/approvals/${feishuDefinition}`,
    fault: { kind: 'body', status: 400, body: { code: 99991672, msg: 'Access denied' } },
  },
  lists: true,
};

/** The root is virtual on Feishu: it has neither name nor leaders. */
function withVirtualRoot(company: Company): Company {
  const root = company.departments.get('0');
  if (root) company.departments.set('0', { ...root, leaderIds: [] });
  return company;
}

/**
 * Feishu's emulator in the words of the contract.
 * @param sender the official SDK, or plain `fetch`
 */
export const feishuOffice = (name: string, sender: FeishuSender): OfficeCase => ({
  name,
  open(company, clock, network = {}) {
    const ids = {
      rootId: '0',
      departmentId: (n: number) => `od-${100 + n}`,
      personId: (n: number) => `ou_${n}`,
    };
    const emulator = feishuEmulator(withVirtualRoot(company(ids)), clock);
    const ceil = (n: number) => Math.max(1, Math.ceil(n / 50));
    return {
      platform: feishuPlatform({
        fetch: networkTo(emulator.app),
        todos: true,
        sender,
        pause: async (ms) => clock.advance({ seconds: ms / 1000 }),
        ...network,
      }),
      settings: feishuApp,
      keySetting: 'appSecret',
      wrongKey: 'another-secret-0123456789abcdef',
      awayState: 'disabled',
      pushLivesHours: 7,
      namelessRoot: true,
      company: emulator.company,
      faults: emulator.faults,
      messages: emulator.messages,
      calendar: emulator.calendar,
      todos: emulator.todos,
      press: (userId, label) => emulator.press(emulator.messages.pressed(userId, label)),
      issued: emulator.issued,
      endToken: emulator.endToken,
      signIn: (userId) => ({ code: emulator.signIn(userId) }),
      admins: emulator.admins,
      inPageCode: emulator.client.inPageCode,
      takes: ({ app, timestamp, nonceStr, signature }, url) =>
        emulator.client.check({ appId: app.appId ?? '', timestamp, nonceStr, signature, url }) === null,
      push: async (kind, id) =>
        kind === 'person'
          ? emulator.push('contact.user.updated_v3', { open_id: id })
          : emulator.push('contact.department.updated_v3', { open_department_id: id }),
      check: async () => ({
        request: emulator.check('ajls384kdjx98XX'),
        answer: JSON.stringify({ challenge: 'ajls384kdjx98XX' }),
      }),
      busy: {
        kind: 'body',
        status: 429,
        body: { code: 99991400, msg: 'request trigger frequency limit' },
      },
      busyForLong: {
        kind: 'status',
        status: 429,
        headers: { 'x-ogw-ratelimit-limit': '50', 'x-ogw-ratelimit-reset': '60' },
      },
      lacking: {
        kind: 'body',
        status: 400,
        body: {
          code: 99991672,
          msg: 'Access denied',
          error: {
            permission_violations: [
              { type: 'action_scope_required', subject: 'contact:contact.base:readonly' },
            ],
          },
        },
      },
      // Departments in pages of fifty, people of each department in pages of fifty, and the scope with the people right under the root.
      fewestCalls: (c) =>
        ceil(c.departments.size - 1) +
        [...c.departments.keys()].reduce((n, id) => n + ceil(peopleIn(c, id).length), 0) +
        1 +
        ceil(peopleIn(c, '0').length),
      approvals: {
        ...feishuOfferForm,
        engine: emulator.approvals.engine,
        changed: async (id) => emulator.approvals.changed(id),
      },
      secrets: [
        feishuApp.appSecret,
        feishuApp.encryptKey,
        feishuApp.verificationToken,
        't-feishu-token-',
        'feishu-ticket-',
      ],
    };
  },
});

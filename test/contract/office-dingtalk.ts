import { dingtalkPlatform } from '#adapters/dingtalk/dingtalk-platform.ts';
import { dingtalkForm } from '../emulators/dingtalk/approvals.ts';
import type { DingtalkCards } from '../emulators/dingtalk/cards.ts';
import {
  dingtalkApp,
  dingtalkCardTemplate,
  dingtalkEmulator,
} from '../emulators/dingtalk/dingtalk-emulator.ts';
import { peopleIn } from '../emulators/shared/company.ts';
import { type ApprovalForm, networkTo, type OfficeCase, type OfficeEmulator } from './office-emulator.ts';

/** How an offer fits DingTalk's form. */
export const dingtalkOfferForm: ApprovalForm = {
  definitionId: dingtalkForm,
  sources: {
    'TextField-1': { from: 'reference' },
    'TextField-2': { from: 'candidate' },
    'MoneyField-3': { from: 'monthly_pay' },
    'DDDateField-4': { from: 'start_date' },
    'DDSelectField-5': { constant: '全职' },
    'TextareaField-6': { from: 'note' },
  },
  wrongSources: { 'DDDateField-4': { from: 'salary' } },
  takesSteps: true,
  mayCancel: true,
  createPath: 'workflow/processInstances',
  refusal: {
    kind: 'body',
    status: 400,
    body: { code: 'aflowProcessFormValueError', requestid: 'r', message: 'form' },
  },
  unpermitted: {
    path: 'workflow/forms/schemas',
    fault: {
      kind: 'body',
      status: 403,
      body: {
        code: 'Forbidden.AccessDenied.AccessTokenPermissionDenied',
        requestid: 'r',
        message: 'no permission',
        accessdenieddetail: { requiredScopes: ['Workflow.Form.Read'] },
      },
    },
  },
  lists: true,
};

interface DingtalkOffice extends OfficeEmulator {
  readonly cards: DingtalkCards;
}

interface DingtalkCase extends OfficeCase {
  open(...given: Parameters<OfficeCase['open']>): DingtalkOffice;
}

/** DingTalk's emulator in the words of the contract. */
export const dingtalkOffice: DingtalkCase = {
  name: 'DingTalk',
  open(company, clock, network = {}) {
    const ids = {
      rootId: '1',
      departmentId: (n: number) => String(800 + n),
      personId: (n: number) => `manager${n}`,
    };
    const emulator = dingtalkEmulator(company(ids), clock);
    return {
      platform: dingtalkPlatform({
        fetch: networkTo(emulator.app),
        todos: true,
        pause: async (ms) => clock.advance({ seconds: ms / 1000 }),
        ...network,
      }),
      settings: dingtalkApp,
      keySetting: 'appSecret',
      wrongKey: 'another-secret-0123456789abcdef',
      awayState: 'inactive',
      pushLivesHours: 1,
      namelessRoot: false,
      company: emulator.company,
      faults: emulator.faults,
      messages: emulator.messages,
      calendar: emulator.calendar,
      todos: emulator.todos,
      cards: emulator.cards,
      press: () => null,
      issued: emulator.issued,
      endToken: emulator.endToken,
      signIn: (userId) => ({ authCode: emulator.signIn(userId) }),
      admins: emulator.admins,
      inPageCode: emulator.client.inPageCode,
      takes: ({ app, timestamp, nonceStr, signature }, url) => {
        const { corpId = '', agentId = '' } = app;
        const proof = { corpId, agentId, timeStamp: String(timestamp), nonceStr, signature, url };
        return emulator.client.check(proof) === null;
      },
      push: async (kind, id) =>
        emulator.push(
          kind === 'person'
            ? { EventType: 'user_modify_org', userId: [id] }
            : { EventType: 'org_dept_modify', deptId: [Number(id)] },
        ),
      check: async () => ({ request: emulator.push({ EventType: 'check_url' }), answer: null }),
      busy: {
        kind: 'body',
        body: { errcode: 88, sub_code: '90018', sub_msg: 'qps', errmsg: 'ding talk error' },
      },
      busyForLong: {
        kind: 'body',
        body: {
          errcode: 88,
          sub_code: 'Forbidden.AccessDenied.QpmLimitForAppkeyAndApi',
          sub_msg: 'calls a minute',
          errmsg: 'ding talk error',
        },
      },
      lacking: {
        kind: 'body',
        body: {
          errcode: 88,
          sub_code: '60011',
          sub_msg: '没有权限 qyapi_get_department_member',
          errmsg: 'ding talk error',
        },
      },
      // The scope twice, each department and its children, and a department's people in pages of a hundred.
      fewestCalls: (c) =>
        2 +
        2 * c.departments.size +
        [...c.departments.keys()].reduce(
          (n, id) => n + Math.max(1, Math.ceil(peopleIn(c, id).length / 100)),
          0,
        ),
      approvals: {
        ...dingtalkOfferForm,
        engine: emulator.approvals.engine,
        changed: async (id) => emulator.approvals.changed(id),
      },
      secrets: [
        dingtalkApp.appSecret,
        dingtalkApp.callbackToken,
        dingtalkApp.encodingAesKey,
        'dingtalk-token-',
        'dingtalk-ticket-',
      ],
    };
  },
};

/** The same for a company that made a card template: its cards have buttons that answer. */
export const dingtalkCardOffice: DingtalkCase = {
  name: 'DingTalk with a card template',
  open(...given) {
    const office = dingtalkOffice.open(...given);
    const { cards } = office;
    return {
      ...office,
      settings: { ...office.settings, cardTemplateId: dingtalkCardTemplate },
      messages: cards,
      press(userId, label) {
        const pressed = cards.pressed(userId, label);
        return pressed && cards.request(pressed);
      },
    };
  },
};

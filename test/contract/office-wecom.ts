import { wecomPlatform } from '#adapters/wecom/wecom-platform.ts';
import { wecomTemplate } from '../emulators/wecom/approvals.ts';
import { contactEvent, wecomApp, wecomEmulator } from '../emulators/wecom/wecom-emulator.ts';
import { type ApprovalForm, networkTo, type OfficeCase } from './office-emulator.ts';

/** How an offer fits WeCom's form. */
export const wecomOfferForm: ApprovalForm = {
  definitionId: wecomTemplate,
  sources: {
    'Text-1': { from: 'reference' },
    'Text-2': { from: 'candidate' },
    'Money-3': { from: 'monthly_pay' },
    'Date-4': { from: 'start_date' },
    'Selector-5': { constant: 'option-1' },
    'Textarea-6': { from: 'note' },
  },
  wrongSources: { 'Date-4': { from: 'salary' } },
  takesSteps: true,
  mayCancel: false,
  createPath: 'oa/applyevent',
  refusal: { kind: 'body', body: { errcode: 301025, errmsg: 'get approval param error' } },
  unpermitted: {
    path: 'oa/gettemplatedetail',
    fault: { kind: 'body', body: { errcode: 48002, errmsg: 'api forbidden' } },
  },
  lists: true,
};

/** WeCom's emulator in the words of the contract. */
export const wecomOffice: OfficeCase = {
  name: 'WeCom',
  open(company, clock, network = {}) {
    const ids = {
      rootId: '1',
      departmentId: (n: number) => String(100 + n),
      personId: (n: number) => `user${n}`,
    };
    const emulator = wecomEmulator(company(ids), clock);
    const seconds = () => Math.floor(clock.now().getTime() / 1000);
    let pushes = 0;
    return {
      platform: wecomPlatform({
        fetch: networkTo(emulator.app),
        pause: async (ms) => clock.advance({ seconds: ms / 1000 }),
        ...network,
      }),
      settings: wecomApp,
      keySetting: 'secret',
      wrongKey: 'another-secret-0123456789abcdef',
      awayState: 'disabled',
      pushLivesHours: 1,
      namelessRoot: false,
      company: emulator.company,
      faults: emulator.faults,
      messages: emulator.messages,
      calendar: emulator.calendar,
      todos: null,
      press: (userId, label) => emulator.push(emulator.messages.pressed(userId, label, seconds())),
      issued: emulator.issued,
      endToken: emulator.endToken,
      signIn: (userId) => ({ code: emulator.signIn(userId) }),
      admins: null,
      inPageCode: emulator.signIn,
      takes: ({ app, timestamp, nonceStr, signature, appSignature }, url) => {
        const { corpId = '', agentId = '' } = app;
        const proof = { corpId, agentId, timestamp: String(timestamp), nonceStr, url };
        return (
          emulator.client.check('config', { ...proof, signature }) === 'config:ok' &&
          emulator.client.check('agentConfig', { ...proof, signature: appSignature ?? '' }) ===
            'agentConfig:ok'
        );
      },
      async push(kind, id) {
        pushes += 1;
        const type = kind === 'person' ? 'update_user' : 'update_party';
        const fields =
          kind === 'person' ? { UserID: id, Position: `${pushes}` } : { Id: id, Order: `${pushes}` };
        return emulator.push(contactEvent(type, fields, seconds()));
      },
      check: async () => ({ request: emulator.check('1616140317555161061'), answer: '1616140317555161061' }),
      busy: { kind: 'body', body: { errcode: -1, errmsg: 'system busy' } },
      busyForLong: { kind: 'body', body: { errcode: 45009, errmsg: 'reach max api daily quota limit' } },
      lacking: { kind: 'body', body: { errcode: 48002, errmsg: 'api forbidden' } },
      // One for all departments, one a department for its people, one for people shown by name.
      fewestCalls: ({ departments }) => 1 + departments.size + 1,
      approvals: {
        ...wecomOfferForm,
        engine: emulator.approvals.engine,
        changed: async (id) => emulator.approvals.changed(id),
      },
      secrets: [
        wecomApp.secret,
        wecomApp.callbackToken,
        wecomApp.encodingAesKey,
        'wecom-token-',
        'wecom-ticket-',
      ],
    };
  },
};

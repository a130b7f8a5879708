import type { Hono } from 'hono';
import type { Clock } from '#core/ports/clock.ts';
import type { CallbackRequest } from '#core/ports/platform.ts';
import { dingtalkApp, dingtalkCardTemplate, dingtalkEmulator } from '../dingtalk/dingtalk-emulator.ts';
import { feishuApp, feishuEmulator } from '../feishu/feishu-emulator.ts';
import { type Company, madeCompany } from '../shared/company.ts';
import type { MarketPush } from '../shared/market.ts';
import type { MessageStore } from '../shared/shown-card.ts';
import type { WecomCustomers } from '../wecom/customers.ts';
import { contactEvent, wecomApp, wecomEmulator } from '../wecom/wecom-emulator.ts';

type Fields = Readonly<Record<string, unknown>>;

/** The platform's own approvals, as far as its emulator has them. */
interface ApprovalSide {
  readonly engine: {
    instances(): readonly {
      readonly id: string;
      readonly state: string;
      readonly texts: ReadonlyMap<string, string>;
    }[];
    waiting(id: string): readonly string[];
    act(id: string, personId: string, what: { readonly verdict: 'agreed' | 'refused' }): void;
  };
  changed(id: string): CallbackRequest;
}

const approvalsOf = (emulator: object): ApprovalSide | null =>
  (emulator as { readonly approvals?: ApprovalSide }).approvals ?? null;

/** A push to a company's own app, or pushes of the marketplace to its provider. */
export type Pushed = CallbackRequest | readonly MarketPush[];

/** An emulated platform as the workbench plays it. */
export interface Office {
  readonly id: string;
  readonly name: string;
  readonly app: Hono;
  readonly company: Company;
  /** What to type into Jinji's settings page. */
  readonly settings: Readonly<Record<string, string>>;
  /** Settings of the server that send its calls here, given this emulator's address. */
  readonly environment: (address: string) => Readonly<Record<string, string>>;
  /** The browser's name for itself inside the client. */
  readonly userAgent: (device: 'phone' | 'desktop') => string;
  /** Whether that address is the platform's page for signing in by redirect. */
  readonly signInHost: RegExp;
  /** Where signing in by redirect leads back to, with a code of that person. */
  readonly signedIn: (address: URL, personId: string) => URL;
  readonly inPageCode: (personId: string) => string;
  /** Null when the client takes the proof; else its refusal. */
  readonly refuses: (call: string, proof: Fields) => string | null;
  /** Whom colleagues know outside of the company, where the client writes to them. */
  readonly customers?: WecomCustomers;
  readonly changed: (personId: string) => Pushed;
  readonly messages: MessageStore;
  /** The push that pressing a button of a card sends; null where buttons only open pages. */
  readonly pressed: ((personId: string, label: string) => Pushed | null) | null;
  readonly approvals: ApprovalSide | null;
  /** What the platform's server hears from now on, where it listens. */
  readonly hear: (words: string) => void;
}

const phone = 'Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 Mobile/15E148';
const desktop = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/120.0.0.0 Safari/537.36';
const size = { departments: 9, people: 60 } as const;
const text = (fields: Fields, name: string): string => String(fields[name] ?? '');

function back(address: URL, codeName: string, code: string): URL {
  const to = new URL(address.searchParams.get('redirect_uri') ?? '');
  to.searchParams.set(codeName, code);
  to.searchParams.set('state', address.searchParams.get('state') ?? '');
  return to;
}

function wecom(clock: Clock): Office {
  const emulator = wecomEmulator(madeCompany(size), clock);
  return {
    id: 'wecom',
    name: '企业微信',
    app: emulator.app,
    company: emulator.company,
    settings: { ...wecomApp, customerContact: 'on' },
    environment: (address) => ({ WECOM_API: address }),
    userAgent: (device) =>
      `${device === 'phone' ? phone : desktop} MicroMessenger/7.0.1 wxwork/4.1.30 Language/zh`,
    signInHost: /^https:\/\/(open\.weixin\.qq|login\.work\.weixin\.qq)\.com\//,
    signedIn: (address, personId) => back(address, 'code', emulator.signIn(personId)),
    inPageCode: emulator.signIn,
    refuses: (call, proof) => {
      const parts = {
        corpId: text(proof, call === 'agentConfig' ? 'corpid' : 'appId'),
        agentId: text(proof, 'agentid'),
        timestamp: text(proof, call === 'agentConfig' ? 'timestamp' : 'verifyTimestamp'),
        nonceStr: text(proof, call === 'agentConfig' ? 'nonceStr' : 'verifyNonceStr'),
        signature: text(proof, call === 'agentConfig' ? 'signature' : 'verifySignature'),
        url: text(proof, 'pageUrl'),
      };
      const answer = emulator.client.check(call === 'agentConfig' ? 'agentConfig' : 'config', parts);
      return answer.endsWith(':ok') ? null : answer;
    },
    customers: emulator.customers,
    changed: (personId) =>
      emulator.push(
        contactEvent('update_user', { UserID: personId }, Math.floor(clock.now().getTime() / 1000)),
      ),
    messages: emulator.messages,
    approvals: approvalsOf(emulator),
    pressed: (personId, label) =>
      emulator.push(emulator.messages.pressed(personId, label, Math.floor(clock.now().getTime() / 1000))),
    hear: () => undefined,
  };
}

function dingtalk(clock: Clock): Office {
  const emulator = dingtalkEmulator(madeCompany(size), clock);
  return {
    id: 'dingtalk',
    name: '钉钉',
    app: emulator.app,
    company: emulator.company,
    settings: { ...dingtalkApp, cardTemplateId: dingtalkCardTemplate },
    environment: (address) => ({ DINGTALK_API: address, DINGTALK_OLD_API: address }),
    userAgent: (device) =>
      device === 'phone' ? `${phone} AliApp(DingTalk/7.6.10)` : `${desktop} DingTalk(7.6.10-Release.1)`,
    signInHost: /^https:\/\/login\.dingtalk\.com\//,
    signedIn: (address, personId) => back(address, 'authCode', emulator.signIn(personId)),
    inPageCode: emulator.client.inPageCode,
    refuses: (_call, proof) =>
      emulator.client.check({
        corpId: text(proof, 'corpId'),
        agentId: text(proof, 'agentId'),
        timeStamp: text(proof, 'timeStamp'),
        nonceStr: text(proof, 'nonceStr'),
        signature: text(proof, 'signature'),
        url: text(proof, 'pageUrl'),
      }),
    changed: (personId) => emulator.push({ EventType: 'user_modify_org', userId: [personId] }),
    messages: {
      cardsOf: (personId) => [...emulator.messages.cardsOf(personId), ...emulator.cards.cardsOf(personId)],
    },
    approvals: approvalsOf(emulator),
    pressed: (personId, label) => {
      const press = emulator.cards.pressed(personId, label);
      return press && emulator.cards.request(press);
    },
    hear: () => undefined,
  };
}

function feishu(clock: Clock): Office {
  const ids = {
    rootId: '0',
    departmentId: (n: number) => `od-${100 + n}`,
    personId: (n: number) => `ou_${n}`,
  };
  const emulator = feishuEmulator(madeCompany({ ...size, ...ids }), clock);
  return {
    id: 'feishu',
    name: '飞书',
    app: emulator.app,
    company: emulator.company,
    settings: feishuApp,
    environment: (address) => ({ FEISHU_API: address }),
    userAgent: (device) => `${device === 'phone' ? phone : desktop} Lark/7.30.6 LarkLocale/zh_CN`,
    signInHost: /^https:\/\/accounts\.feishu\.cn\//,
    signedIn: (address, personId) => back(address, 'code', emulator.signIn(personId)),
    inPageCode: emulator.client.inPageCode,
    refuses: (_call, proof) => {
      const answer = emulator.client.check({
        appId: text(proof, 'appId'),
        timestamp: Number(proof.timestamp),
        nonceStr: text(proof, 'nonceStr'),
        signature: text(proof, 'signature'),
        url: text(proof, 'pageUrl'),
      });
      return answer === null ? null : String(answer);
    },
    changed: (personId) => emulator.push('contact.user.updated_v3', { open_id: personId }),
    messages: emulator.messages,
    approvals: approvalsOf(emulator),
    pressed: (personId, label) => emulator.press(emulator.messages.pressed(personId, label)),
    hear: emulator.client.hear,
  };
}

/** The three emulated platforms, each with a company of its own. */
export const openOffices = (clock: Clock): readonly Office[] => [
  wecom(clock),
  dingtalk(clock),
  feishu(clock),
];

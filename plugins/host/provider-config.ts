import type { DingtalkSuite } from '#adapters/dingtalk/suite.ts';
import type { FeishuStore } from '#adapters/feishu/store.ts';
import type { WecomSuite } from '#adapters/wecom/suite.ts';

/** The operator's keys as a provider on the platforms' marketplaces; null: not registered there. */
export interface ProviderConfig {
  readonly wecom: WecomSuite | null;
  readonly dingtalk: DingtalkSuite | null;
  readonly feishu: FeishuStore | null;
}

/** Nobody's provider: companies connect apps of their own. */
export const noProvider: ProviderConfig = { wecom: null, dingtalk: null, feishu: null };

/** How a setting is read, and a fault of it told. */
interface SettingReader {
  text(name: string): string | undefined;
  choice<const T extends readonly string[]>(name: string, values: T, fallback: T[number]): T[number];
  whole(name: string, range: readonly [number, number], fallback: number): number;
  fault(name: string, expected: string, example: string): void;
}

/** One key: what it must look like, and an example for whoever typed it wrong. */
interface Key {
  readonly name: string;
  readonly pattern: RegExp;
  readonly expected: string;
  readonly example: string;
}

const wecomKeys = {
  suiteId: {
    name: 'WECOM_SUITE_ID',
    pattern: /^(ww|wx|tj|dk)[A-Za-z0-9]{6,62}$/,
    expected: 'the SuiteID of the third-party app',
    example: 'ww4asffe99e54c0f4c',
  },
  suiteSecret: {
    name: 'WECOM_SUITE_SECRET',
    pattern: /^[A-Za-z0-9_-]{16,128}$/,
    expected: 'its Secret',
    example: '<copied from the console>',
  },
  callbackToken: {
    name: 'WECOM_SUITE_TOKEN',
    pattern: /^[A-Za-z0-9]{3,32}$/,
    expected: 'the Token of its callbacks, 3 to 32 letters and digits',
    example: '<copied from the console>',
  },
  encodingAesKey: {
    name: 'WECOM_SUITE_AES_KEY',
    pattern: /^[A-Za-z0-9+/]{43}$/,
    expected: 'the EncodingAESKey of its callbacks, 43 characters',
    example: '<copied from the console>',
  },
  providerCorpId: {
    name: 'WECOM_PROVIDER_CORP_ID',
    pattern: /^w[a-z][A-Za-z0-9_-]{6,62}$/,
    expected: 'the CorpID of the provider’s own company',
    example: 'ww1a2b3c4d5e6f7081',
  },
} as const satisfies Readonly<Record<string, Key>>;

const dingtalkKeys = {
  suiteId: {
    name: 'DINGTALK_SUITE_ID',
    pattern: /^[0-9]{4,20}$/,
    expected: 'the number SuiteId of the third-party app',
    example: '7001002',
  },
  suiteKey: {
    name: 'DINGTALK_SUITE_KEY',
    pattern: /^[A-Za-z0-9]{8,64}$/,
    expected: 'its SuiteKey (Client ID)',
    example: 'suitexxxxxxxxxxxxxxx',
  },
  suiteSecret: {
    name: 'DINGTALK_SUITE_SECRET',
    pattern: /^[A-Za-z0-9_-]{16,128}$/,
    expected: 'its SuiteSecret (Client Secret)',
    example: '<copied from the console>',
  },
  callbackToken: {
    name: 'DINGTALK_SUITE_TOKEN',
    pattern: /^[A-Za-z0-9]{3,32}$/,
    expected: 'the token of its SyncHTTP push, 3 to 32 letters and digits',
    example: '<copied from the console>',
  },
  encodingAesKey: {
    name: 'DINGTALK_SUITE_AES_KEY',
    pattern: /^[A-Za-z0-9]{43}$/,
    expected: 'the aes_key of its SyncHTTP push, 43 letters and digits',
    example: '<copied from the console>',
  },
} as const satisfies Readonly<Record<string, Key>>;

const feishuKeys = {
  appId: {
    name: 'FEISHU_STORE_APP_ID',
    pattern: /^cli_[A-Za-z0-9]{8,64}$/,
    expected: 'the App ID of the store app',
    example: 'cli_a1b2c3d4e5f6',
  },
  appSecret: {
    name: 'FEISHU_STORE_APP_SECRET',
    pattern: /^[A-Za-z0-9_-]{16,128}$/,
    expected: 'its App Secret',
    example: '<copied from the console>',
  },
  encryptKey: {
    name: 'FEISHU_STORE_ENCRYPT_KEY',
    pattern: /^\S{8,128}$/,
    expected: 'the Encrypt Key of its events',
    example: '<copied from the console>',
  },
  verificationToken: {
    name: 'FEISHU_STORE_VERIFICATION_TOKEN',
    pattern: /^\S{8,128}$/,
    expected: 'the Verification Token of its events',
    example: '<copied from the console>',
  },
} as const satisfies Readonly<Record<string, Key>>;

/** Days that nobody needs to ask for; how long each platform leaves is in the operator's guide. */
const longestDays = 30;

/**
 * Reads keys that belong together: none of them set means that there are none, some of them is a fault for each that is missing. No
 * value is ever part of a fault.
 */
function readKeys<K extends string>(
  reader: SettingReader,
  keys: Readonly<Record<K, Key>>,
): Readonly<Record<K, string>> | null {
  const entries = Object.entries<Key>(keys);
  if (entries.every(([, { name }]) => reader.text(name) === undefined)) return null;
  const values = entries.map(([field, { name, pattern, expected, example }]) => {
    const text = reader.text(name) ?? '';
    if (!pattern.test(text)) reader.fault(name, expected, example);
    return [field, text];
  });
  return Object.fromEntries(values) as Readonly<Record<K, string>>;
}

/** Reads all of them; faults are told to the reader. */
export function readProviders(reader: SettingReader): ProviderConfig {
  const days = (name: string, fallback: number) => reader.whole(name, [0, longestDays], fallback);
  const [wecom, dingtalk, feishu] = [
    readKeys(reader, wecomKeys),
    readKeys(reader, dingtalkKeys),
    readKeys(reader, feishuKeys),
  ];
  const checkAnswer = reader.choice('DINGTALK_SUITE_CHECK_ANSWER', ['success', 'random'], 'success');
  const install = reader.choice('WECOM_INSTALL', ['formal', 'test'], 'formal');
  const template = reader.text('DINGTALK_SUITE_MESSAGE_TEMPLATE') ?? null;
  if (template !== null && !/^[\w.-]{4,128}$/.test(template))
    reader.fault('DINGTALK_SUITE_MESSAGE_TEMPLATE', 'the id of a reviewed message template', 'a1b2c3d4e5f6');
  // Read in any case: a fault of a setting shows before it is needed.
  const kept = {
    wecom: days('WECOM_ERASE_DAYS', 1),
    dingtalk: days('DINGTALK_ERASE_DAYS', 1),
    feishu: days('FEISHU_ERASE_DAYS', 7),
  };
  return {
    wecom: wecom && { ...wecom, eraseAfterDays: kept.wecom, testInstall: install === 'test' },
    dingtalk: dingtalk && {
      ...dingtalk,
      checkAnswer,
      messageTemplateId: template,
      eraseAfterDays: kept.dingtalk,
    },
    feishu: feishu && { ...feishu, eraseAfterDays: kept.feishu },
  };
}

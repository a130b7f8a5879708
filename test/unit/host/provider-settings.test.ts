import { expect, test } from 'vitest';
import { ConfigError, readConfig } from '#plugins/host/config.ts';

const wecom = {
  WECOM_SUITE_ID: 'ww4asffe99e54c0f4c',
  WECOM_SUITE_SECRET: 'a-secret-of-the-suite-0123456789',
  WECOM_SUITE_TOKEN: 'ATokenOfTheSuite',
  WECOM_SUITE_AES_KEY: 'kWmYm7qr5nMoAUwZRjGtBxmz3KA1tkAj3ykkR6q2B2C',
  WECOM_PROVIDER_CORP_ID: 'ww1a2b3c4d5e6f7081',
};

/** The faults that reading these settings gives. */
function faultsOf(settings: Readonly<Record<string, string>>): readonly string[] {
  try {
    readConfig(settings);
    return [];
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    for (const value of Object.values(settings)) {
      if (value.length > 8) expect(error.message).not.toContain(value);
    }
    return error.faults.map(({ name }) => name);
  }
}

test('without keys nobody is a provider', () => {
  expect(readConfig({}).office.providers).toEqual({ wecom: null, dingtalk: null, feishu: null });
});

test('keys of one marketplace are read together, with the days that a company is kept', () => {
  const { providers } = readConfig({ ...wecom, WECOM_ERASE_DAYS: '0' }).office;
  expect(providers).toMatchObject({
    wecom: { suiteId: wecom.WECOM_SUITE_ID, providerCorpId: wecom.WECOM_PROVIDER_CORP_ID, eraseAfterDays: 0 },
    dingtalk: null,
    feishu: null,
  });
  expect(readConfig(wecom).office.providers.wecom?.eraseAfterDays).toBe(1);
});

test('every key that is missing or malformed is named at once, and no value is shown', () => {
  const faults = faultsOf({
    WECOM_SUITE_ID: wecom.WECOM_SUITE_ID,
    WECOM_SUITE_AES_KEY: 'much too short for a key',
    FEISHU_STORE_APP_SECRET: 'a-secret-of-the-store-app-01234',
    DINGTALK_ERASE_DAYS: '365',
  });
  expect([...faults].sort()).toEqual([
    'DINGTALK_ERASE_DAYS',
    'FEISHU_STORE_APP_ID',
    'FEISHU_STORE_ENCRYPT_KEY',
    'FEISHU_STORE_VERIFICATION_TOKEN',
    'WECOM_PROVIDER_CORP_ID',
    'WECOM_SUITE_AES_KEY',
    'WECOM_SUITE_SECRET',
    'WECOM_SUITE_TOKEN',
  ]);
});

test('a message template of the DingTalk app is read beside its keys; a malformed one is named', () => {
  const dingtalk = {
    DINGTALK_SUITE_ID: '7001002',
    DINGTALK_SUITE_KEY: 'suiteabcdefgh0123',
    DINGTALK_SUITE_SECRET: 'a-secret-of-the-suite-0123456789',
    DINGTALK_SUITE_TOKEN: 'ATokenOfTheSuite',
    DINGTALK_SUITE_AES_KEY: 'kWmYm7qr5nMoAUwZRjGtBxmz3KA1tkAj3ykkR6q2B2C',
  };
  const template = (id?: string) =>
    readConfig({ ...dingtalk, ...(id ? { DINGTALK_SUITE_MESSAGE_TEMPLATE: id } : {}) }).office.providers
      .dingtalk?.messageTemplateId;
  expect(template()).toBeNull();
  expect(template('0a1b2c3d4e5f')).toBe('0a1b2c3d4e5f');
  expect(faultsOf({ ...dingtalk, DINGTALK_SUITE_MESSAGE_TEMPLATE: 'no template' })).toEqual([
    'DINGTALK_SUITE_MESSAGE_TEMPLATE',
  ]);
});

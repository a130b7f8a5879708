import { describe, expect, test } from 'vitest';
import { assertPublicAddress, isPublicAddress } from '#adapters/shared/address-guard.ts';

const refused = { code: 'ADDRESS_REFUSED' };
const check = (address: string, allowed: readonly string[] = []): void =>
  assertPublicAddress(new URL(address), allowed);

describe('IP addresses', () => {
  test.each([
    '8.8.8.8',
    '1.1.1.1',
    '172.32.0.1',
    '172.15.255.255',
    '100.63.0.1',
    '100.128.0.1',
    '192.169.0.1',
    '223.5.5.5',
    '2606:4700:4700::1111',
    '2400:3200::1',
    '::ffff:8.8.8.8',
    '64:ff9b::808:808',
  ])('%s is public', (address) => {
    expect(isPublicAddress(address)).toBe(true);
  });

  test.each([
    '127.0.0.1',
    '127.255.255.254',
    '10.0.0.1',
    '172.16.0.1',
    '172.31.255.255',
    '192.168.1.1',
    '169.254.169.254',
    '100.64.0.1',
    '100.127.255.255',
    '0.0.0.0',
    '255.255.255.255',
    '224.0.0.1',
    '198.18.0.1',
    '203.0.113.5',
    '::',
    '::1',
    'fe80::1',
    'fe80::1%eth0',
    'fc00::1',
    'fd12:3456::1',
    'ff02::1',
    '2001:db8::1',
    '2001::1',
    '2002:7f00:1::',
    '::ffff:127.0.0.1',
    '::ffff:7f00:1',
    '::ffff:a9fe:a9fe',
    '64:ff9b::7f00:1',
    '::7f00:1',
    '3fff::1',
    '100::1',
    '',
    'localhost',
    '1.2.3',
    '1.2.3.4.5',
    '256.1.1.1',
    '1:2:3:4:5:6:7:8:9',
    '1::2::3',
    ':::',
    '12345::',
  ])('%j is not', (address) => {
    expect(isPublicAddress(address)).toBe(false);
  });
});

describe('addresses typed by an admin', () => {
  test.each([
    'https://router.huggingface.co/v1',
    'https://8.8.8.8/x',
    'https://[2606:4700:4700::1111]/',
    'https://dashscope.aliyuncs.com:8443/a',
  ])('%s is accepted', (address) => {
    expect(() => check(address)).not.toThrow();
  });

  test.each([
    'http://router.huggingface.co/',
    'ftp://example.com/',
    'file:///etc/passwd',
    'https://user:pass@example.com/',
    'https://user@example.com/',
    'https://localhost/',
    'https://LOCALHOST./',
    'https://a.localhost/',
    'https://nas/',
    'https://printer.local/',
    'https://metadata.google.internal/',
    'https://127.0.0.1/',
    'https://127.1/',
    'https://2130706433/',
    'https://0x7f.0.0.1/',
    'https://0177.0.0.1/',
    'https://①②⑦.0.0.1/',
    'https://[::1]/',
    'https://[::ffff:127.0.0.1]/',
    'https://[::ffff:7f00:1]/',
    'https://[fe80::1]/',
    'https://169.254.169.254/latest/meta-data/',
  ])('%s is refused', (address) => {
    expect(() => check(address)).toThrowError(expect.objectContaining(refused));
  });

  test('the message names host and reason but no more of the address', () => {
    try {
      check('https://192.168.0.9/hook?token=secret');
    } catch (error) {
      expect(error).toMatchObject({ details: { host: '192.168.0.9', problem: 'a private network' } });
      expect(JSON.stringify(error)).not.toContain('secret');
    }
  });

  test.each([
    ['http://ollama:11434/v1', 'ollama'],
    ['http://ollama:11434/v1', 'ollama:11434'],
    ['http://192.168.1.5:8000/', '192.168.1.5'],
    ['https://[::1]:8443/', '[::1]:8443'],
    ['https://[::1]:8443/', '::1'],
    ['http://models.corp/', ' Models.CORP '],
    ['https://models.corp/', 'models.corp:443'],
  ])('%s passes when the operator allowed %s', (address, name) => {
    expect(() => check(address, [name])).not.toThrow();
  });

  test.each([
    ['http://ollama:11434/', 'ollama:80'],
    ['https://evil-ollama.corp/', 'ollama.corp'],
    ['https://x.ollama.corp/', 'ollama.corp'],
    ['https://user:pw@ollama/', 'ollama'],
    ['ftp://ollama/', 'ollama'],
  ])('%s does not pass because of %s', (address, name) => {
    expect(() => check(address, [name])).toThrowError(expect.objectContaining(refused));
  });
});

import { expect, test } from 'vitest';
import { maskedEmail, maskedPhone } from '#core/rights/personal-data.ts';

test('a phone number shows its first three and last four digits', () => {
  expect(maskedPhone('13812345678')).toBe('138****5678');
  expect(maskedPhone(null)).toBeNull();
});

test('a mail address shows its first letter and its domain', () => {
  expect(maskedEmail('lin.xiaotong@example.cn')).toBe('l***@example.cn');
  expect(maskedEmail(null)).toBeNull();
});

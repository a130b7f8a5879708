import { expect, test } from 'vitest';
import { formatDateTime, zoneOffsetName } from '#core/i18n/date-time.ts';
import { catalogue as english } from '#core/i18n/en-us/catalogue.ts';
import { createFormatter, fillMessage } from '#core/i18n/format.ts';
import { chooseLocale } from '#core/i18n/locale.ts';
import type { Catalogue } from '#core/i18n/translator.ts';
import { catalogue as chinese } from '#core/i18n/zh-cn/catalogue.ts';

const translator = (locale: 'zh-CN' | 'en-US') =>
  createFormatter<Catalogue>(locale, locale === 'zh-CN' ? chinese : english);

test('the formatter fills placeholders in both languages', () => {
  expect(translator('zh-CN')('common.step_of', { current: 2, total: 5 })).toBe('第 2 步，共 5 步');
  expect(translator('en-US')('common.step_of', { current: 2, total: 5 })).toBe('Step 2 of 5');
});

test('the formatter takes the English plural form by count', () => {
  const t = translator('en-US');
  expect(t('common.files_summary', { count: 1, done: 1, failed: 0 })).toBe('1 file, 1 done, 0 failed');
  expect(t('common.files_summary', { count: 3, done: 2, failed: 1 })).toBe('3 files, 2 done, 1 failed');
  expect(translator('zh-CN')('common.files_summary', { count: 1, done: 1, failed: 0 })).toBe(
    '1 个文件，1 个完成，0 个失败',
  );
});

test("the formatter inserts a reader's text literally", () => {
  const query = '<b>{count}</b> $t(common.save) $& ‘引号’';
  expect(translator('zh-CN')('common.search_empty', { query })).toBe(`没有找到与“${query}”相符的内容`);
});

test('a placeholder without a value stays visible', () => {
  expect(fillMessage('共 {count} 人', {})).toBe('共 {count} 人');
});

test('an explicit choice of language wins, then the header by weight, then Chinese', () => {
  expect(chooseLocale('en-US', 'zh-CN')).toBe('en-US');
  expect(chooseLocale('fr-FR', 'fr, en;q=0.8, zh;q=0.9')).toBe('zh-CN');
  expect(chooseLocale(null, 'fr, en-GB;q=0.8, zh;q=0.5')).toBe('en-US');
  expect(chooseLocale(null, 'zh;q=0, en;q=0.1')).toBe('en-US');
  expect(chooseLocale(undefined, 'ja')).toBe('zh-CN');
  expect(chooseLocale(undefined, ';;q=,=')).toBe('zh-CN');
});

test('a stored time is shown in the zone asked for, whatever the language', () => {
  const at = '2026-11-23T16:05:00Z';
  expect(formatDateTime(at, { locale: 'zh-CN', zone: 'Asia/Shanghai' })).toBe('2026年11月24日 00:05');
  expect(formatDateTime(at, { locale: 'en-US', zone: 'Asia/Shanghai' })).toBe('Nov 24, 2026, 00:05');
  expect(formatDateTime(at, { locale: 'zh-CN', zone: 'America/New_York', detail: 'time' })).toBe('11:05');
  expect(zoneOffsetName(at, 'Asia/Shanghai')).toBe('GMT+8');
});

test('a text that is no time is refused', () => {
  expect(() => formatDateTime('昨天', { locale: 'zh-CN', zone: 'Asia/Shanghai' })).toThrow(RangeError);
});

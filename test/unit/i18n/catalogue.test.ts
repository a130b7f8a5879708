import { expect, test } from 'vitest';
import { catalogue as english } from '#core/i18n/en-us/catalogue.ts';
import type { PluralMessage } from '#core/i18n/message.ts';
import { catalogue as chinese } from '#core/i18n/zh-cn/catalogue.ts';

const names = (text: string): string[] =>
  [...text.matchAll(/\{([A-Za-z][A-Za-z0-9]*)\}/g)].map((m) => m[1] ?? '').sort();
const forms = (message: string | PluralMessage): string[] =>
  typeof message === 'string' ? [message] : [message.one, message.other];

test('English has exactly the keys of the Chinese source', () => {
  expect(Object.keys(english).sort()).toEqual(Object.keys(chinese).sort());
});

test('every English form uses exactly the placeholders of the Chinese text', () => {
  const wrong = Object.entries(chinese).filter(([key, text]) =>
    forms((english as Record<string, string | PluralMessage>)[key] ?? '').some(
      (form) => names(form).join() !== names(text).join(),
    ),
  );
  expect(wrong).toEqual([]);
});

test('no text is empty or padded, and no brace is left open', () => {
  const texts = [
    ...Object.entries(chinese),
    ...Object.entries(english as Record<string, string | PluralMessage>),
  ];
  const wrong = texts.filter(([, message]) =>
    forms(message).some(
      (form) =>
        form.trim() !== form || form === '' || /[{}]/.test(form.replace(/\{[A-Za-z][A-Za-z0-9]*\}/g, '')),
    ),
  );
  expect(wrong).toEqual([]);
});

/** Values kept in the database under their own spelling; a key that words one of them ends in it. */
const storedValues = [
  ...['us-ny', 'us-il', 'us-ca'],
  ...['1-3', '3-5', '5+'],
  ...['初中', '高中', '中专', '大专', '本科', '硕士', '博士'],
  ...['S', 'T', 'A', 'R'],
  ...['parentId', 'leaderIds', 'departmentIds', 'managerId'],
];

test('a key begins with the name of an area and holds lower-case words, or ends in a value as it is stored', () => {
  const plain = (key: string) => {
    const value = storedValues.find((one) => key.endsWith(`_${one}`));
    return value === undefined ? key : key.slice(0, -value.length - 1);
  };

  expect(
    Object.keys(chinese).filter((key) => !/^[a-z]+(\.[a-z0-9]+(_[a-z0-9]+)*)+$/.test(plain(key))),
  ).toEqual([]);
});

import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { reasons as chinese } from '#core/i18n/zh-cn/reasons.ts';
import { behaviouralGates } from '#core/scoring/gates/conduct-gates.ts';
import { type Reason, reason } from '#core/scoring/reasons/reason.ts';
import { inBoth, inWords } from '#core/scoring/reasons/reason-words.ts';
import { projectFiles, root } from '../../support/project-files.ts';

test('one stored reason is read in the language of whoever reads, with the candidate’s words as they were said', () => {
  const stored: Reason = JSON.parse(
    JSON.stringify(reason('flag_resume_conflict', { resume: '2019年至2021年' })),
  );

  expect(inBoth(stored)).toEqual({
    zh: '与简历上写的不一致，建议核实（简历为「2019年至2021年」）',
    en: 'Differs from the résumé, which says “2019年至2021年”; worth asking',
  });
});

test('reasons inside a reason and lists of them follow the reader’s language and its separators', () => {
  const why = reason('not_reached_add', {
    reason: [reason('gate_outcome')],
    level: 4,
    needs: [reason('need_result'), reason('need_change')],
  });

  expect(inWords(why, 'zh')).toBe('未见最后的结果，因此未到 4 级；可补充：结果如何；前后对比的数字结果');
  expect(inWords(why, 'en')).toBe(
    'The outcome is not told, so level 4 is not reached; could be added: how it ended; a figure before and after',
  );
});

test('a key point is named in the reader’s language where its author wrote both, else as it was written', () => {
  const why = reason('points_missing', {
    reason: [reason('covered', { percent: 40 })],
    points: [{ zh: '车厢温度', en: 'truck temperature' }, '外箱破损'],
  });

  expect(inWords(why, 'en')).toBe('About 40% of the points; not mentioned: truck temperature; 外箱破损');
});

test('what somebody wrote is never read as a gap to fill', () => {
  expect(inWords(reason('contrary', { points: ['{points} $& {level}'] }), 'en')).toBe(
    'Contrary to: {points} $& {level}',
  );
});

test('a gate holds no words of its own, so that a new wording leaves scores and their version alone', () => {
  expect(JSON.stringify(behaviouralGates)).not.toMatch(/\p{Script=Han}/u);
});

test('no reason is in the catalogue that nothing gives', async () => {
  const files = [...(await projectFiles('core')), ...(await projectFiles('adapters'))].filter(
    (file) => file.endsWith('.ts') && !file.startsWith('core/i18n/'),
  );
  const code = (await Promise.all(files.map((file) => readFile(join(root, file), 'utf8')))).join('\n');

  expect(Object.keys(chinese).filter((key) => !code.includes(`'${key.slice('reasons.'.length)}'`))).toEqual(
    [],
  );
});

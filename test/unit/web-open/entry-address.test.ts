import { expect, test } from 'vitest';
import { entryAddress, signInAddress, wantedPage } from '#plugins/web/open/entry-address.ts';

test('the entry names platform and installation, and what lies below is where signing in comes back to', () => {
  const entry = entryAddress('/open/wecom/ins_1/reports/rep_2', '?tab=answers');
  expect(entry).toEqual({
    platform: 'wecom',
    installationId: 'ins_1',
    base: '/open/wecom/ins_1',
    below: '/reports/rep_2?tab=answers',
  });
  expect(entry && signInAddress(entry)).toBe(
    '/platform/wecom/sign-in/ins_1?to=%2Freports%2Frep_2%3Ftab%3Danswers',
  );
  expect(entryAddress('/open/wecom/ins_1', '')?.below).toBe('/');
  expect(entryAddress('/app/jobs', '')).toBeNull();
});

test("a message's link leads to its page, with what else it carries, and never out of the entry", () => {
  const entry = entryAddress('/open/feishu/ins_1', '');
  const wanted = (search: string) => entry && wantedPage(entry, search);
  expect(wanted('?to=%2Fcandidates%2Fapp_1&card=msg_9')).toBe(
    '/open/feishu/ins_1/candidates/app_1?card=msg_9',
  );
  expect(wanted('?to=%2Freports%3Ftab%3Dopen&card=msg_9')).toBe(
    '/open/feishu/ins_1/reports?tab=open&card=msg_9',
  );
  expect(wanted('?card=msg_9')).toBeNull();
  for (const to of ['https://evil.example/', '//evil.example', '/\\evil.example', '/a b']) {
    expect(wanted(`?to=${encodeURIComponent(to)}`)).toBeNull();
  }
});

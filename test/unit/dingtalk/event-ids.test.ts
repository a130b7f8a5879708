import { expect, test } from 'vitest';
import { receiveDingtalk } from '#adapters/dingtalk/events.ts';
import { callbackCipher } from '#adapters/shared/callback-cipher.ts';
import { dingtalkApp } from '#test/emulators/dingtalk/dingtalk-emulator.ts';

const installation = { id: 'ins_1', tenantId: 'tnt_1', platform: 'dingtalk', settings: dingtalkApp };
const random = new Uint8Array(16);

function idsOf(fields: Readonly<Record<string, unknown>>, timestamp: number): readonly string[] {
  const { callbackToken: token, encodingAesKey, appKey } = dingtalkApp;
  const cipher = callbackCipher({ token, encodingAesKey });
  const encrypt = cipher.seal(JSON.stringify(fields), appKey, random);
  const query = {
    timestamp: String(timestamp),
    nonce: 'n1',
    signature: cipher.sign(String(timestamp), 'n1', encrypt),
  };
  const body = new TextEncoder().encode(JSON.stringify({ encrypt }));
  const request = { method: 'POST', query, headers: {}, body } as const;
  return receiveDingtalk(installation, request, timestamp, random).events.map(({ id }) => id);
}

test('two changes of one person that read alike and have no id of their own are two events, a repetition is one', () => {
  const change = { EventType: 'user_modify_org', userId: ['manager1'] };
  const [first] = idsOf(change, 1_764_000_000_000);
  expect(idsOf(change, 1_764_000_000_000)).toEqual([first]);
  expect(idsOf(change, 1_764_000_400_000)).not.toEqual([first]);
});

test('an event with an id of its own keeps it in every delivery', () => {
  const change = { EventType: 'user_modify_org', userId: ['manager1'], eventId: 'e-1' };
  expect(idsOf(change, 1_764_000_000_000)).toEqual(['e-1']);
  expect(idsOf(change, 1_764_000_010_000)).toEqual(['e-1']);
});

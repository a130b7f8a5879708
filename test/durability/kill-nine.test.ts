import { expect, test } from 'vitest';
import { killTest } from './kill-nine.ts';

test('a server that is killed at ten random moments keeps everything it acknowledged, nothing twice, and every session goes on', async () => {
  const report = await killTest({ kills: 10, clients: 3 });

  expect(report.faults).toEqual([]);
  expect(report.handedIn).toBe(report.interviews);
  expect(report.answers).toBeGreaterThan(10);
  expect(report.segments).toBeGreaterThan(10);
}, 300_000);

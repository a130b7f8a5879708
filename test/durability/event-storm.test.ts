import { expect, test } from 'vitest';
import { eventStorm, stormOffices } from './event-storm.ts';

for (const office of stormOffices) {
  test(`${office.name}: events late, out of order, repeated, forged and replayed end in the company as it is, each looked at once`, async () => {
    const report = await eventStorm(office, 250, 7);

    expect(report.faults).toEqual([]);
    expect(report.looks).toBe(250);
    expect(report.repeated).toBeGreaterThan(50);
    expect(report.forged).toBeGreaterThan(20);
    expect(report.replayed).toBeGreaterThan(10);
  }, 120_000);
}

import { migratedLibsql } from '#test/support/libsql-database.ts';
import { faultsAtEveryCall } from '../contract/faults-at-every-call.ts';
import { stormOffices } from './event-storm.ts';

// A stalled call is given up by a timer that does not keep a process alive, and no socket does in its place here.
const awake = setInterval(() => undefined, 60_000);

/** `npm run fault-test`: every fault at every call on every platform; exit code 1 when anything was wrong. */
for (const office of stormOffices) {
  const openDatabase = async () => {
    const [database] = await migratedLibsql();
    if (!database) throw new Error('no database');
    return database;
  };
  const started = Date.now();
  const report = await faultsAtEveryCall(office, openDatabase, 1);
  const seconds = Math.round((Date.now() - started) / 1000);
  process.stdout.write(`${JSON.stringify({ ...report, seconds })}\n`);
  if (report.faults.length > 0) process.exitCode = 1;
}
clearInterval(awake);
process.exit();

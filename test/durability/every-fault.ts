import { migratedLibsql } from '#test/support/libsql-database.ts';
import { faultsAtEveryCall } from '../contract/faults-at-every-call.ts';
import { stormOffices } from './event-storm.ts';

/** `npm run fault-test`: every fault at every call on every platform; exit code 1 when anything was wrong. */
for (const office of stormOffices) {
  const openDatabase = async () => {
    const [database] = await migratedLibsql();
    if (!database) throw new Error('no database');
    return database;
  };
  const report = await faultsAtEveryCall(office, openDatabase, 1);
  process.stdout.write(`${JSON.stringify(report)}\n`);
  if (report.faults.length > 0) process.exitCode = 1;
}
process.exit();

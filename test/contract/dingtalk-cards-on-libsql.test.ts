import { migratedLibsql } from '#test/support/libsql-database.ts';
import { keepsTheTemplatePromise } from './dingtalk-template-notices.ts';

keepsTheTemplatePromise(async () => {
  const [database] = await migratedLibsql();
  if (!database) throw new Error('no database');
  return database;
});

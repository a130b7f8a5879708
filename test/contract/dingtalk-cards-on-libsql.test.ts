import { migratedLibsql } from '#test/support/libsql-database.ts';
import { keepsTheButtonPromise } from './dingtalk-card-buttons.ts';
import { keepsTheTemplatePromise } from './dingtalk-template-notices.ts';

async function opened() {
  const [database] = await migratedLibsql();
  if (!database) throw new Error('no database');
  return database;
}

keepsTheTemplatePromise(opened);
keepsTheButtonPromise(opened);

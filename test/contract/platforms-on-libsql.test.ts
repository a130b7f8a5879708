import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openLibsql } from '#adapters/database/libsql.ts';
import { migrate } from '#adapters/database/migrations.ts';
import { sdkSender } from '#adapters/feishu/sdk-client.ts';
import { readMigrations } from '#test/support/migrations.ts';
import { dingtalkOffice } from './office-dingtalk.ts';
import { feishuOffice } from './office-feishu.ts';
import { wecomOffice } from './office-wecom.ts';
import { keepsThePlatformPromise } from './platform-contract.ts';

for (const office of [wecomOffice, dingtalkOffice, feishuOffice('Feishu through its SDK', sdkSender)]) {
  keepsThePlatformPromise(office, async () => {
    const folder = await mkdtemp(join(tmpdir(), 'jinji-platforms-'));
    const database = await openLibsql({ url: `file:${join(folder, 'test.db')}` });
    const migrations = await readMigrations();
    const breakpoint = '--> statement-breakpoint';
    await migrate(
      database,
      migrations.map(({ name, queries }) => ({ name, sql: queries.join(breakpoint) })),
    );
    return database;
  });
}

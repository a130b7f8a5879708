import { applyD1Migrations } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { openD1 } from '#adapters/database/d1.ts';
import { plainSender } from '#adapters/feishu/plain-sender.ts';
import { dingtalkOffice } from '../contract/office-dingtalk.ts';
import { feishuOffice } from '../contract/office-feishu.ts';
import { keepsTheTodoPromise } from '../contract/platform-todos-contract.ts';

for (const office of [dingtalkOffice, feishuOffice('Feishu', plainSender)]) {
  keepsTheTodoPromise(
    office,
    async () => {
      await applyD1Migrations(env.DB, env.MIGRATIONS);
      return openD1(env.DB);
    },
    false,
  );
}

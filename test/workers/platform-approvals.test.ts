import { applyD1Migrations } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { openD1 } from '#adapters/database/d1.ts';
import { plainSender } from '#adapters/feishu/plain-sender.ts';
import { ownApp } from '../contract/approval-office.ts';
import { dingtalkOffice } from '../contract/office-dingtalk.ts';
import { feishuOffice } from '../contract/office-feishu.ts';
import { wecomOffice } from '../contract/office-wecom.ts';
import { keepsTheApprovalPromise } from '../contract/platform-approvals-contract.ts';

for (const office of [wecomOffice, dingtalkOffice, feishuOffice('Feishu', plainSender)]) {
  keepsTheApprovalPromise(ownApp(office), async () => {
    await applyD1Migrations(env.DB, env.MIGRATIONS);
    return openD1(env.DB);
  });
}

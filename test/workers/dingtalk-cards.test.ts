import { applyD1Migrations } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { openD1 } from '#adapters/database/d1.ts';
import { keepsTheButtonPromise } from '../contract/dingtalk-card-buttons.ts';
import { keepsTheTemplatePromise } from '../contract/dingtalk-template-notices.ts';

async function opened() {
  await applyD1Migrations(env.DB, env.MIGRATIONS);
  return openD1(env.DB);
}

keepsTheTemplatePromise(opened);
keepsTheButtonPromise(opened);

import { previewRetention, sweepRetention } from '#core/company/retention-sweep.ts';
import { expireOverdue } from '#core/interview/expire-overdue.ts';
import type { Tenant } from '#core/ports/repositories/system-store.ts';
import { nowOf, type Services } from '#core/ports/services.ts';
import { bothLanguages, type Command, type ExitCode, readArguments, type Terminal } from './command.ts';
import { chosenTenants, withInstallation } from './installation.ts';

/** As many overdue interviews as one sweep ends at a time. */
const batch = 100;

async function sweepTenant(
  services: Services,
  tenant: Tenant,
  dryRun: boolean,
  terminal: Terminal,
): Promise<void> {
  const store = services.stores.open(tenant.id);
  if (!dryRun) {
    const expired = await expireOverdue(services, store);
    await terminal.print({ tenant: tenant.id, what: 'interview.expire', done: expired });
    const { recordings, candidates } = await sweepRetention(services, tenant.id);
    await terminal.print({ tenant: tenant.id, what: 'recording.erase', done: recordings });
    await terminal.print({ tenant: tenant.id, what: 'candidate.erase', done: candidates });
    return;
  }
  for (const interview of await store.interviews.overdue(nowOf(services), batch)) {
    await terminal.print({ tenant: tenant.id, what: 'interview.expire', id: interview.id });
  }
  const { recordings, candidateIds } = await previewRetention(services, tenant.id);
  for (const { id } of recordings) await terminal.print({ tenant: tenant.id, what: 'recording.erase', id });
  for (const id of candidateIds) await terminal.print({ tenant: tenant.id, what: 'candidate.erase', id });
}

/** `jinji sweep`: what the service does by itself every minute, shown beforehand or done now. */
export const command: Command = {
  usage: ['sweep --dry-run', 'sweep'],
  help: {
    zh: '结束链接或 72 小时期限已过的面试,删除保存期限已过的录音录像和候选人资料;服务会自动进行。\n--dry-run 只列出将要处理的内容,每条一行 {"tenant", "what", "id"},不做任何改动。',
    en: 'Ends interviews whose link or 72 hours have passed, and erases recordings and candidates past their retention, as the service does by itself.\n--dry-run only lists what would go, one line each {"tenant", "what", "id"}, and changes nothing.',
  },
  async run(args, terminal) {
    const { values } = readArguments(args, {
      'dry-run': { type: 'boolean' },
      tenant: { type: 'string' },
    });
    const dryRun = values['dry-run'] === true;
    return withInstallation<ExitCode>(terminal, async (installation) => {
      for (const tenant of await chosenTenants(installation, values.tenant)) {
        await sweepTenant(installation.services, tenant, dryRun, terminal);
      }
      if (dryRun)
        terminal.tell(bothLanguages({ zh: '仅预览,未作改动', en: 'a preview: nothing was changed' }));
      return 0;
    });
  },
};

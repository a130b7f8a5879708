import { previewRetention, sweepRetention } from '#core/company/retention-sweep.ts';
import { expireOverdue } from '#core/interview/expire-overdue.ts';
import { nowOf, type Services } from '#core/ports/services.ts';
import { bothLanguages, type Command, type ExitCode, readArguments, type Terminal } from './command.ts';
import { chosenTenants, withInstallation } from './installation.ts';

/** As many overdue interviews as one sweep ends at a time. */
const batch = 100;

async function preview(services: Services, tenant: string, terminal: Terminal): Promise<void> {
  const store = services.stores.open(tenant);
  for (const { id } of await store.interviews.overdue(nowOf(services), batch)) {
    await terminal.print({ tenant, what: 'interview.expire', id });
  }
  const { recordings, candidateIds, resumeIds } = await previewRetention(services, tenant);
  for (const { id } of recordings) await terminal.print({ tenant, what: 'recording.erase', id });
  for (const id of candidateIds) await terminal.print({ tenant, what: 'candidate.erase', id });
  for (const id of resumeIds) await terminal.print({ tenant, what: 'resume.delete', id });
}

async function sweep(services: Services, tenant: string, terminal: Terminal): Promise<void> {
  const expired = await expireOverdue(services, services.stores.open(tenant));
  const { recordings, candidates, resumes } = await sweepRetention(services, tenant);
  await terminal.print({ tenant, what: 'interview.expire', done: expired });
  await terminal.print({ tenant, what: 'recording.erase', done: recordings });
  await terminal.print({ tenant, what: 'candidate.erase', done: candidates });
  await terminal.print({ tenant, what: 'resume.delete', done: resumes });
}

/** `jinji sweep`: what the service does by itself, shown beforehand or done now. */
export const command: Command = {
  usage: ['sweep --dry-run [--tenant ID]', 'sweep [--tenant ID]'],
  help: {
    zh: [
      '结束链接或 72 小时期限已过的面试，并按公司设置的保存期限删除录音录像和未录用者的资料；服务会自动进行(删除每天一次)。',
      '--dry-run 只列出将要处理的内容，每条一行 {"tenant", "what": "interview.expire"|"recording.erase"|"candidate.erase"|"resume.delete", "id"}，不做任何改动。',
      '不带 --dry-run 时立即执行，每类一行 {"tenant", "what", "done"}。',
    ].join('\n'),
    en: [
      'Ends interviews whose link or 72 hours have passed, and erases recordings and people not hired when the company’s retention is over; the service does it by itself (erasing once a day).',
      '--dry-run only lists what would happen, one line each {"tenant", "what": "interview.expire"|"recording.erase"|"candidate.erase"|"resume.delete", "id"}, and changes nothing.',
      'Without it the work is done now, one line for each kind {"tenant", "what", "done"}.',
    ].join('\n'),
  },
  async run(args, terminal) {
    const { values } = readArguments(args, {
      'dry-run': { type: 'boolean' },
      tenant: { type: 'string' },
    });
    const dryRun = values['dry-run'] === true;
    return withInstallation<ExitCode>(terminal, async (installation) => {
      const { services } = installation;
      for (const { id } of await chosenTenants(installation, values.tenant)) {
        await (dryRun ? preview(services, id, terminal) : sweep(services, id, terminal));
      }
      if (dryRun)
        terminal.tell(bothLanguages({ zh: '仅预览，未作改动', en: 'a preview: nothing was changed' }));
      return 0;
    });
  },
};

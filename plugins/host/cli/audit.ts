import { verifyAudit } from '#core/audit/audit-chain.ts';
import { bothLanguages, type Command, type ExitCode, readArguments, UsageError } from './command.ts';
import { chosenTenants, withInstallation } from './installation.ts';

/** `jinji audit verify`: proves that no audited act was changed or removed. */
export const command: Command = {
  usage: ['audit verify [--tenant ID]'],
  help: {
    zh: '逐条重算审计记录的哈希链，证明没有记录被改动或删除。\n每个公司一行 {"tenant", "verified", "unsealed", "broken"}；有断裂时退出码为 1。unsealed 是尚未入链的最新记录数。',
    en: 'Recomputes the hash chain of the audit log, which proves that no entry was changed or removed.\nOne line for each company {"tenant", "verified", "unsealed", "broken"}; exit code 1 when a chain is broken. unsealed counts the newest entries, not chained yet.',
  },
  async run(args, terminal) {
    const { values, positionals } = readArguments(args, { tenant: { type: 'string' } });
    if (positionals.join(' ') !== 'verify') {
      throw new UsageError({
        zh: '用法：audit verify [--tenant ID]',
        en: 'usage: audit verify [--tenant ID]',
      });
    }
    return withInstallation(terminal, async (installation) => {
      const { services } = installation;
      let code: ExitCode = 0;
      for (const tenant of await chosenTenants(installation, values.tenant)) {
        const result = await verifyAudit(services.stores.open(tenant.id), services.digest);
        if (result.broken) code = 1;
        await terminal.print({ tenant: tenant.id, ...result });
      }
      terminal.tell(
        bothLanguages(
          code === 0
            ? { zh: '审计链完整', en: 'every chain holds' }
            : {
                zh: '审计链有断裂，请保留现场并从备份核对',
                en: 'a chain is broken: keep everything as it is and compare with a backup',
              },
        ),
      );
      return code;
    });
  },
};

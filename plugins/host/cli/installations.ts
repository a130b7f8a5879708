import { providerAddresses } from '#core/installation/provider-addresses.ts';
import { ticketUntil } from '#core/installation/provider-tools.ts';
import type { Services } from '#core/ports/services.ts';
import {
  bothLanguages,
  type Command,
  type ExitCode,
  readArguments,
  type Terminal,
  UsageError,
} from './command.ts';
import { withInstallation } from './installation.ts';

const states = ['pending', 'active', 'scope_changed', 'suspended', 'uninstalled', 'erased'] as const;

/** Marketplaces on which the operator is a provider: what to type into the console, and whether tickets arrive. */
async function providers(services: Services, terminal: Terminal): Promise<void> {
  for (const { manifest, marketplace } of services.platforms) {
    if (!marketplace) continue;
    const until = await ticketUntil(services, manifest.id);
    await terminal.print({
      provider: manifest.id,
      ...providerAddresses(services.publicUrl, manifest.id, marketplace.identity === null),
      ticketUntil: until,
      eraseAfterDays: marketplace.eraseAfterDays,
    });
    if (until === null) {
      terminal.tell(
        bothLanguages({
          zh: `${manifest.id} 还没有收到票据：请核对回调地址、Token 和密钥，并在控制台手动推送一次`,
          en: `no ticket from ${manifest.id} yet: check callback address, token and key, and push one from the console`,
        }),
      );
    }
  }
}

/** `jinji installations`: who installed from a marketplace, and the proofs of what was erased. */
export const command: Command = {
  usage: ['installations [--state pending|active|scope_changed|suspended|uninstalled|erased]'],
  help: {
    zh: [
      '先列出每个已配置的应用市场：要填到控制台的地址、票据有效期、卸载后保留天数，每行 {"provider", "suite", "company", "home", "ticketUntil", "eraseAfterDays"}。',
      '再列出每家公司的安装，每行 {"id", "platform", "corpId", "tenant", "state", "installedAt", "changedAt", "uninstalledAt", "eraseAt", "proof"}。',
      'proof 是删除凭据：{"erasedAt", "rows", "objects", "remaining"}；remaining 为删除后重新清点剩下的行数，应为 0。凭据不含个人信息。',
    ].join('\n'),
    en: [
      'First each marketplace that is configured: the addresses for its console, how long its ticket lives, how many days a company is kept after it left, one line {"provider", "suite", "company", "home", "ticketUntil", "eraseAfterDays"}.',
      'Then each company’s installation, one line {"id", "platform", "corpId", "tenant", "state", "installedAt", "changedAt", "uninstalledAt", "eraseAt", "proof"}.',
      'proof says what was erased: {"erasedAt", "rows", "objects", "remaining"}; remaining counts the rows again afterwards and must be 0. It holds nothing about a person.',
    ].join('\n'),
  },
  async run(args, terminal) {
    const { values } = readArguments(args, { state: { type: 'string' } });
    const wanted = states.find((state) => state === values.state);
    if (values.state !== undefined && !wanted) {
      throw new UsageError({
        zh: `--state 应为 ${states.join('、')} 之一`,
        en: `--state must be one of ${states.join(', ')}`,
      });
    }
    return withInstallation<ExitCode>(terminal, async ({ services }) => {
      await providers(services, terminal);
      for (const { companyId, revision: _, ...row } of await services.system.marketplace.list()) {
        if (wanted === undefined || row.state === wanted) await terminal.print({ ...row, tenant: companyId });
      }
      return 0;
    });
  },
};

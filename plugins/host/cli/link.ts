import { createCompany } from '#core/company/company.ts';
import { prepareSignInLink } from '#core/company/sign-in.ts';
import type { Tenant } from '#core/ports/repositories/system-store.ts';
import { nowOf, type Services } from '#core/ports/services.ts';
import { bothLanguages, type Command, type ExitCode, readArguments, UsageError } from './command.ts';
import { chosenTenants, withInstallation } from './installation.ts';

interface NewLink {
  readonly tenant: string;
  readonly person: string;
  readonly url: string;
  readonly expiresAt: string;
}

async function ownerLink(services: Services, tenant: Tenant): Promise<NewLink> {
  const store = services.stores.open(tenant.id);
  const people = await store.people.list();
  const owner = people.find((person) => person.roles.includes('owner') && person.state !== 'disabled');
  if (!owner) {
    throw new UsageError({ zh: '这个公司没有可用的所有者', en: 'this company has no owner who may sign in' });
  }
  const link = await prepareSignInLink(services, tenant.id, owner.id);
  await store.commit([
    link.change,
    store.audit.add({
      actor: { kind: 'operator', id: null },
      action: 'person.link_renewed',
      subjectKind: 'person',
      subjectId: owner.id,
      at: nowOf(services),
    }),
  ]);
  return { tenant: tenant.id, person: owner.id, url: link.url, expiresAt: link.expiresAt };
}

function onlyOne(tenants: readonly Tenant[]): Tenant {
  const [tenant, other] = tenants;
  if (!tenant) {
    throw new UsageError({
      zh: '还没有公司；请用 --company 名称 创建',
      en: 'there is no company yet; make one by --company NAME',
    });
  }
  if (other) {
    const ids = tenants.map(({ id, name, sample }) => `${id} ${name ?? ''}${sample ? ' (sample)' : ''}`);
    throw new UsageError({
      zh: `有多个公司,请用 --tenant 指定:\n${ids.join('\n')}`,
      en: 'there are several companies; choose one by --tenant (listed above)',
    });
  }
  return tenant;
}

/** `jinji link`: a new one-time link for an owner, or a new company with its first owner. */
export const command: Command = {
  usage: ['link [--tenant ID]', 'link --company NAME [--owner NAME]'],
  help: {
    zh: [
      '为公司所有者生成新的一次性登录链接(15 分钟内有效，只能用一次)。',
      '  --tenant ID     有多个公司时指定',
      '  --company NAME  新建一个公司，并为它的所有者生成链接',
      '  --owner NAME    新公司所有者的姓名',
      '输出一行 {"tenant", "person", "url", "expiresAt"}。链接等同于密码，请勿转发。',
    ].join('\n'),
    en: [
      'Makes a new sign-in link for an owner: valid for 15 minutes, once.',
      '  --tenant ID     chooses among several companies',
      '  --company NAME  makes a new company and a link for its owner',
      '  --owner NAME    name of that owner',
      'Answers with one line {"tenant", "person", "url", "expiresAt"}. The link is as good as a password: do not pass it on.',
    ].join('\n'),
  },
  async run(args, terminal) {
    const { values } = readArguments(args, {
      tenant: { type: 'string' },
      company: { type: 'string' },
      owner: { type: 'string' },
    });
    const { company } = values;
    if (company !== undefined && company.trim() === '') {
      throw new UsageError({ zh: '--company 不能为空', en: '--company must not be blank' });
    }
    return withInstallation<ExitCode>(
      terminal,
      async ({ services }, config) => {
        if (company === undefined) {
          const tenant = onlyOne(await chosenTenants({ services }, values.tenant));
          await terminal.print(await ownerLink(services, tenant));
        } else {
          const zh = config.locale === 'zh-CN';
          const made = await createCompany(services, {
            name: company.trim(),
            ownerName: values.owner?.trim() || (zh ? '管理员' : 'Owner'),
            sample: false,
            locale: config.locale,
          });
          const { url, expiresAt } = made.link;
          await terminal.print({ tenant: made.tenantId, person: made.ownerId, url, expiresAt });
        }
        terminal.tell(
          bothLanguages({
            zh: '链接 15 分钟内有效，只能使用一次',
            en: 'the link is valid for 15 minutes and works once',
          }),
        );
        return 0;
      },
      { mayCreate: company !== undefined },
    );
  },
};

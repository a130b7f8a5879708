import type { Database } from '#adapters/database/database.ts';
import { saveChain } from '#core/approval/chain-commands.ts';
import { saveOffer } from '#core/offer/offer-commands.ts';
import { connectPlatform } from '#core/platform/connect-platform.ts';
import { receiveCallback } from '#core/platform/receive-callback.ts';
import type { TenantContext } from '#core/ports/services.ts';
import { anApplicant } from '#test/support/applicant.ts';
import { type PlatformGround, platformGround } from '#test/support/platform-ground.ts';
import { type Company, madeCompany } from '../emulators/shared/company.ts';
import type { FaultPlan } from '../emulators/shared/faults.ts';
import type { MarketCase } from './market-case.ts';
import { aMarketOffice } from './market-work-contract.ts';
import type { ApprovalForm, OfficeApprovals, OfficeCase, OfficeEmulator } from './office-emulator.ts';

/** What the contract of approvals sees of a platform, whichever way the app came into the company. */
interface ApprovalSide {
  readonly platformId: string;
  readonly company: Company;
  readonly faults: FaultPlan;
  readonly secrets: readonly string[];
  readonly approvals: Omit<OfficeApprovals, 'changed'>;
}

export interface Office<Emulator extends ApprovalSide = ApprovalSide> extends PlatformGround {
  readonly emulator: Emulator;
  readonly applicationId: string;
  /** Who asks, on the platform. */
  readonly asker: string;
  /** The platform tells that an instance has changed. */
  tell(instanceId: string): Promise<void>;
}

/** A company whose offers are approved on its platform: a fresh one for each test. */
export interface ApprovalCase {
  readonly name: string;
  open(database: Database, deciders: 'platform' | 'jinji'): Promise<Office>;
}

const terms = {
  position: '门店服务员',
  department: '',
  salary: '月薪 6000 元 + 提成',
  monthlyPay: 6000,
  startDate: '2026-12-01',
  probation: '3 个月',
  location: '杭州',
  note: '请带身份证',
};

/** A scored applicant with a written offer, and a chain that runs on the platform. */
async function anOffer(
  context: TenantContext,
  side: Pick<ApprovalSide, 'platformId'> & { readonly approvals: ApprovalForm },
  deciders: 'platform' | 'jinji',
): Promise<string> {
  const applicationId = await anApplicant(context);
  await saveOffer(context, applicationId, { terms, revision: 0 });
  const { definitionId, sources } = side.approvals;
  const leader = {
    id: 'one',
    approvers: [{ kind: 'direct_leader' as const }],
    rule: 'and' as const,
    timeoutHours: null,
    escalateTo: null,
  };
  await saveChain(context, 'offer', {
    number: 0,
    definition: {
      enabled: true,
      steps: deciders === 'jinji' ? [leader] : [],
      platform: {
        platform: side.platformId,
        definitionId,
        definitionName: '',
        deciders,
        sources,
        fields: [],
      },
    },
  });
  return applicationId;
}

/** A company with an app of its own on an emulated platform. */
export async function approvalOffice(
  office: OfficeCase,
  database: Database,
  deciders: 'platform' | 'jinji',
): Promise<Office<OfficeEmulator & ApprovalSide>> {
  const held: { emulator?: OfficeEmulator } = {};
  const ground = await platformGround(database, (clock) => {
    held.emulator = office.open((ids) => madeCompany({ departments: 5, people: 12, ...ids }), clock);
    return [held.emulator.platform];
  });
  if (!held.emulator) throw new Error('no emulator');
  const emulator = { ...held.emulator, platformId: held.emulator.platform.manifest.id };
  const { context, services } = ground;
  await connectPlatform(context, emulator.platformId, emulator.settings);
  await ground.work();
  const asker = [...emulator.company.people.keys()][7] ?? '';
  const createdAt = ground.clock.now().toISOString();
  const personId = context.actor.id ?? '';
  await context.store.commit([
    context.store.platform.addAccount({ id: asker, personId, createdAt, grantedRoles: [] }),
  ]);
  const applicationId = await anOffer(context, emulator, deciders);
  emulator.faults.clear();
  const tell = async (id: string) => {
    const row = await context.store.platform.installation();
    const request = await emulator.approvals.changed(id);
    await receiveCallback(services, row?.platform ?? '', row?.id ?? '', request);
    await ground.work();
  };
  return { ...ground, emulator, applicationId, asker, tell };
}

/** Offers of a company with an app of its own. */
export const ownApp = (office: OfficeCase): ApprovalCase => ({
  name: office.name,
  open: (database, deciders) => approvalOffice(office, database, deciders),
});

/** Offers of a company that installed the app from the marketplace, which tells of every instance that is started. */
export const marketApp = (given: MarketCase): ApprovalCase => ({
  name: `${given.name}, an installed company`,
  async open(database, deciders) {
    const o = await aMarketOffice(given, database, { departments: 5, people: 12 });
    const { engine, changed } = o.market.approvals(o.company);
    const { store } = o.tenant;
    const owner = o.tenant.actor.id ?? '';
    const installer = (await store.platform.accounts()).find(({ personId }) => personId === owner);
    const asker = [...o.company.company.people.keys()][7] ?? '';
    const createdAt = o.clock.now().toISOString();
    if (installer) await store.commit([store.platform.removeAccount(installer.id, owner)]);
    await store.commit([
      store.platform.addAccount({ id: asker, personId: owner, createdAt, grantedRoles: [] }),
    ]);
    const emulator: ApprovalSide = {
      platformId: o.platformId,
      company: o.company.company,
      faults: o.market.faults,
      secrets: o.market.secrets(),
      approvals: { ...given.approvals, engine },
    };
    const applicationId = await anOffer(o.tenant, emulator, deciders);
    o.market.faults.clear();
    const told = new Set<string>();
    const news = async () => {
      const started = engine.instances().filter(({ id }) => !told.has(id));
      for (const { id } of started) {
        told.add(id);
        await o.deliver(changed(id));
      }
      await o.deliver(o.market.tick());
    };
    return {
      ...o,
      context: o.tenant,
      emulator,
      applicationId,
      asker,
      async work(minutes = 0) {
        await o.work();
        await news();
        for (let waited = 0; waited < minutes; waited += 1) {
          await o.work(1);
          await news();
        }
        await o.workAtOnce();
      },
      async tell(id) {
        await o.deliver(changed(id));
        await o.work();
      },
    };
  },
});

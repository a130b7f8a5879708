import type { Database } from '#adapters/database/database.ts';
import { saveChain } from '#core/approval/chain-commands.ts';
import { saveOffer } from '#core/offer/offer-commands.ts';
import { connectPlatform } from '#core/platform/connect-platform.ts';
import { anApplicant } from '#test/support/applicant.ts';
import { type PlatformGround, platformGround } from '#test/support/platform-ground.ts';
import { madeCompany } from '../emulators/shared/company.ts';
import type { OfficeCase, OfficeEmulator } from './office-emulator.ts';

export interface Office extends PlatformGround {
  readonly emulator: OfficeEmulator;
  readonly applicationId: string;
  /** Who asks, on the platform. */
  readonly asker: string;
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

/** A company on an emulated platform, with a scored applicant, a written offer, and a chain that runs there. */
export async function approvalOffice(
  office: OfficeCase,
  database: Database,
  deciders: 'platform' | 'jinji',
): Promise<Office> {
  const held: { emulator?: OfficeEmulator } = {};
  const ground = await platformGround(database, (clock) => {
    held.emulator = office.open((ids) => madeCompany({ departments: 5, people: 12, ...ids }), clock);
    return [held.emulator.platform];
  });
  const { emulator } = held;
  if (!emulator) throw new Error('no emulator');
  const { context } = ground;
  await connectPlatform(context, emulator.platform.manifest.id, emulator.settings);
  await ground.work();
  const asker = [...emulator.company.people.keys()][7] ?? '';
  const now = ground.clock.now().toISOString();
  await context.store.commit([
    context.store.platform.addAccount({
      id: asker,
      personId: context.actor.id ?? '',
      createdAt: now,
      grantedRoles: [],
    }),
  ]);
  const applicationId = await anApplicant(context);
  await saveOffer(context, applicationId, { terms, revision: 0 });
  const { definitionId, sources } = emulator.approvals;
  await saveChain(context, 'offer', {
    number: 0,
    definition: {
      enabled: true,
      steps:
        deciders === 'jinji'
          ? [
              {
                id: 'one',
                approvers: [{ kind: 'direct_leader' }],
                rule: 'and',
                timeoutHours: null,
                escalateTo: null,
              },
            ]
          : [],
      platform: {
        platform: emulator.platform.manifest.id,
        definitionId,
        definitionName: '',
        deciders,
        sources,
        fields: [],
      },
    },
  });
  emulator.faults.clear();
  return { ...ground, emulator, applicationId, asker };
}

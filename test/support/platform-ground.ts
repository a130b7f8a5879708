import type { Database } from '#adapters/database/database.ts';
import { createSystemStore } from '#adapters/database/system-store.ts';
import { createTenantStores } from '#adapters/database/tenant-store.ts';
import { eraseTenant } from '#adapters/object-store/sealed-store.ts';
import { tenantSecrets } from '#adapters/shared/tenant-secrets.ts';
import { advanceWork } from '#core/approval/advance-approval.ts';
import { mirrorWork } from '#core/approval/mirror-todo.ts';
import { createCompany } from '#core/company/company.ts';
import { eraseCompanyWork } from '#core/company/erase-company.ts';
import { eraseInstallationWork } from '#core/installation/erase-installation.ts';
import { noticeWork } from '#core/installation/notice-work.ts';
import { recheckWork } from '#core/installation/recheck.ts';
import { deliverWork } from '#core/message/deliver.ts';
import { checkWork, sendWork } from '#core/message/send-card.ts';
import { closeWork } from '#core/message/settle-cards.ts';
import { dailyWork, eventWork, syncWork } from '#core/organisation/organisation-work.ts';
import type { Platform } from '#core/ports/platform.ts';
import { type Services, type TenantContext, tenantContext } from '#core/ports/services.ts';
import type { WorkHandlers } from '#core/ports/work-handlers.ts';
import { calendarWork } from '#core/second-round/calendar-work.ts';
import { runDueWork } from '#core/work/run-due-work.ts';
import { secureRandom, uuidV7Ids, webDigest } from '#plugins/host/ports.ts';
import { type FixedClock, fixedClock, keptLog, type LogLine } from './fixed-ports.ts';
import { sealedGround } from './sealed-ground.ts';

/** A company with the product's platform side over a real database; time stands still until it is moved or waited for. */
export interface PlatformGround {
  readonly services: Services;
  readonly context: TenantContext;
  readonly clock: FixedClock;
  readonly lines: readonly LogLine[];
  /** Does all due work, and what becomes due within `minutes`. */
  work(minutes?: number): Promise<void>;
  /** Runs what is due now; no time passes. */
  workAtOnce(): Promise<void>;
}

const unused = <T>(part: string): T =>
  new Proxy(
    {},
    {
      get: () => {
        throw new Error(`${part} is not part of this ground`);
      },
    },
  ) as T;

/** @param database opened and migrated */
export async function platformGround(
  database: Database,
  platforms: (clock: FixedClock) => readonly Platform[],
  clock = fixedClock('2026-11-23T01:00:00.000Z'),
): Promise<PlatformGround> {
  const ids = uuidV7Ids({ now: () => new Date() });
  const now = () => clock.now().toISOString();
  const doorbell = { ring: async () => undefined };
  const log = keptLog();
  const sealed = sealedGround();
  const services: Services = {
    system: createSystemStore({ database, ids, random: secureRandom, doorbell, now, migrations: [] }),
    stores: createTenantStores({ database, ids, doorbell, now }),
    clock,
    ids,
    random: secureRandom,
    digest: webDigest,
    secrets: tenantSecrets(sealed.ring),
    objects: () => unused('the object store'),
    scorer: unused('the scorer'),
    documents: unused('the document reader'),
    transcriber: null,
    templates: unused('the template library'),
    charts: unused('the charts'),
    log,
    publicUrl: 'https://hire.example.com',
    platforms: platforms(clock),
    pause: async (ms) => clock.advance({ seconds: ms / 1000 }),
  };
  const { tenantId, ownerId } = await createCompany(services, {
    name: '晨光连锁',
    ownerName: '周敏',
    sample: false,
    locale: 'zh-CN',
  });
  const handlers = {
    'platform.event': (s, tenant, { eventId }) => eventWork(s, tenant, eventId),
    'platform.daily': (s, tenant, { since }) => dailyWork(s, tenant, since),
    'platform.recheck': (s, tenant, { since }) => recheckWork(s, tenant, since),
    'marketplace.notice': (s, _, { noticeId }) => noticeWork(s, noticeId),
    'installation.erase': (s, _, { installationId }) => eraseInstallationWork(s, installationId),
    'tenant.erase': (s, tenant) => eraseCompanyWork(s, (id) => eraseTenant(sealed.parts, id), tenant),
    'message.deliver': (s, tenant, { personId }) => deliverWork(s, tenant, personId),
    'message.send': (s, tenant, { messageId }) => sendWork(s, tenant, messageId),
    'message.check': (s, tenant, { messageId }) => checkWork(s, tenant, messageId),
    'message.close': (s, tenant, payload) => closeWork(s, tenant, payload),
    'second_round.calendar': (s, tenant, { roundId }) => calendarWork(s, tenant, roundId),
    'platform.sync': (s, tenant, { runId }) => syncWork(s, tenant, runId),
    'approval.advance': (s, tenant, work) => advanceWork(s, tenant, work),
    'approval.mirror': (s, tenant, { approvalId }) => mirrorWork(s, tenant, approvalId),
  } as Partial<WorkHandlers> as WorkHandlers;
  return {
    services,
    context: tenantContext(services, tenantId, { kind: 'person', id: ownerId }, 'zh'),
    clock,
    lines: log.lines,
    async workAtOnce() {
      await runDueWork(services, handlers, { limit: 10_000 });
    },
    async work(minutes = 0) {
      clock.advance({ seconds: 1 });
      await runDueWork(services, handlers, { limit: 10_000 });
      clock.advance({ seconds: 1 });
      for (let waited = 0; waited < minutes; waited += 1) {
        clock.advance({ minutes: 1 });
        await runDueWork(services, handlers, { limit: 10_000 });
      }
    },
  };
}

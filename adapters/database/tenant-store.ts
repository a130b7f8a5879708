import type { Doorbell } from '#core/ports/background-jobs.ts';
import type { Ids } from '#core/ports/ids.ts';
import type { TenantStore, TenantStores } from '#core/ports/repositories/tenant-store.ts';
import type { Database } from './database.ts';
import { applicationRepository } from './repositories/applications.ts';
import { approvalRepository, offerRepository } from './repositories/approvals.ts';
import { candidateRepository, resumeRepository } from './repositories/candidates.ts';
import {
  answerRepository,
  consentRepository,
  interviewRepository,
  recordingRepository,
} from './repositories/interviews.ts';
import { customDimensionRepository, jobRepository } from './repositories/jobs.ts';
import { messageRepository } from './repositories/messages.ts';
import { organisationRepository } from './repositories/organisation.ts';
import { auditRepository, peopleRepository, settingsRepository } from './repositories/people.ts';
import { platformRepository } from './repositories/platforms.ts';
import { qualityRepository } from './repositories/quality.ts';
import { decisionRepository, feedbackRepository, reportRepository } from './repositories/reports.ts';
import { rightsRepository } from './repositories/rights.ts';
import { secondRoundRepository } from './repositories/second-rounds.ts';
import { commitAndRing } from './system-store.ts';

export interface TenantStoreOptions {
  readonly database: Database;
  readonly ids: Ids;
  readonly doorbell: Doorbell;
  readonly now: () => string;
}

/** Companies whose repositories are kept open; they hold nothing but their tenant, so this only spares making them. */
const kept = 200;

/** Opens tenant-bound repositories over libSQL or D1. */
export function createTenantStores(options: TenantStoreOptions): TenantStores {
  const made = madeStores(options);
  const open = new Map<string, TenantStore>();
  return {
    open(tenantId) {
      const store = open.get(tenantId) ?? made.open(tenantId);
      open.set(tenantId, store);
      const [oldest] = open.keys();
      if (open.size > kept && oldest !== undefined) open.delete(oldest);
      return store;
    },
  };
}

function madeStores({ database, ids, doorbell, now }: TenantStoreOptions): TenantStores {
  return {
    open(tenantId): TenantStore {
      const scope = { database, tenantId, ids, now };
      return {
        tenantId,
        commit: (changes) => commitAndRing(database, doorbell, changes),
        people: peopleRepository(scope),
        settings: settingsRepository(scope),
        audit: auditRepository(scope),
        jobs: jobRepository(scope),
        customDimensions: customDimensionRepository(scope),
        candidates: candidateRepository(scope),
        resumes: resumeRepository(scope),
        applications: applicationRepository(scope),
        interviews: interviewRepository(scope),
        consents: consentRepository(scope),
        answers: answerRepository(scope),
        recordings: recordingRepository(scope),
        reports: reportRepository(scope),
        decisions: decisionRepository(scope),
        feedback: feedbackRepository(scope),
        quality: qualityRepository(scope),
        rights: rightsRepository(scope),
        platform: platformRepository(scope),
        organisation: organisationRepository(scope),
        messages: messageRepository(scope),
        secondRounds: secondRoundRepository(scope),
        approvals: approvalRepository(scope),
        offers: offerRepository(scope),
      };
    },
  };
}

import { echartsCharts } from '#adapters/charts/echarts-charts.ts';
import type { Database } from '#adapters/database/database.ts';
import { createSystemStore } from '#adapters/database/system-store.ts';
import { createTenantKeyStore } from '#adapters/database/tenant-key-store.ts';
import { createTenantStores } from '#adapters/database/tenant-store.ts';
import type { FeishuSender } from '#adapters/feishu/sender.ts';
import { eraseTenant, sealedStore } from '#adapters/object-store/sealed-store.ts';
import type { Fetch } from '#adapters/shared/http-fetch.ts';
import type { MasterKeySource } from '#adapters/shared/master-keys.ts';
import { tenantKeyRing } from '#adapters/shared/tenant-keys.ts';
import { tenantSecrets } from '#adapters/shared/tenant-secrets.ts';
import { eraseCandidateWork } from '#core/application/erase-candidate.ts';
import { parseResumeWork } from '#core/application/parse-resume-work.ts';
import { advanceWork } from '#core/approval/advance-approval.ts';
import { mirrorWork } from '#core/approval/mirror-todo.ts';
import { sealAudit } from '#core/audit/audit-chain.ts';
import { eraseCompanyWork } from '#core/company/erase-company.ts';
import { sweepRetention } from '#core/company/retention-sweep.ts';
import { expireOverdue } from '#core/interview/expire-overdue.ts';
import { deliverWork } from '#core/message/deliver.ts';
import { messageUpkeep } from '#core/message/message-upkeep.ts';
import { checkWork, sendWork } from '#core/message/send-card.ts';
import { closeWork } from '#core/message/settle-cards.ts';
import type { AnswerScorer } from '#core/ports/answer-scorer.ts';
import type { Doorbell } from '#core/ports/background-jobs.ts';
import type { DocumentReader } from '#core/ports/document-reader.ts';
import type { Log } from '#core/ports/log.ts';
import type { ObjectStore } from '#core/ports/object-store.ts';
import type { Remuxer } from '#core/ports/remuxer.ts';
import type { Services } from '#core/ports/services.ts';
import type { TemplateLibrary } from '#core/ports/template-library.ts';
import type { Transcriber } from '#core/ports/transcriber.ts';
import type { WorkHandlers } from '#core/ports/work-handlers.ts';
import { compactWork, transcribeWork } from '#core/recording/recording-work.ts';
import { scoreInterviewWork } from '#core/report/score-interview.ts';
import { calendarWork } from '#core/second-round/calendar-work.ts';
import { remindWork } from '#core/second-round/remind-work.ts';
import type { OfficeConfig } from './office-config.ts';
import { officePlatforms, plainOffice, type StreamParts } from './office-platforms.ts';
import { platformHandlers } from './platform-handlers.ts';
import { secureRandom, systemClock, uuidV7Ids, webDigest } from './ports.ts';

/** What differs between the runtimes. */
export interface RuntimeParts {
  readonly database: Database;
  readonly migrations: readonly string[];
  readonly objects: ObjectStore;
  readonly masterKeys: MasterKeySource;
  readonly doorbell: Doorbell;
  readonly documents: DocumentReader;
  readonly transcriber: Transcriber | null;
  readonly scorer: AnswerScorer;
  readonly templates: TemplateLibrary;
  readonly log: Log;
  readonly publicUrl: string;
  /** Relays and framing of the office platforms; their own addresses unless told. */
  readonly office?: OfficeConfig;
  /** Reaches the office platforms; the runtime's own unless a relay or a test stands between. */
  readonly fetch?: Fetch;
  /** Opens long connections to the office platforms; only where a process lives long enough. */
  readonly streams?: StreamParts;
  /** Builds Feishu's requests: the official SDK where there is memory for it. */
  readonly feishuSender?: FeishuSender;
}

/** The product, wired: services for requests and handlers for background work. */
export interface Wired {
  readonly services: Services;
  readonly handlers: WorkHandlers;
}

/** Comes with the first recording that is put together: no start waits for it. */
const remuxer: Remuxer = {
  async remux(...given) {
    const { mediabunnyRemuxer } = await import('#adapters/media/mediabunny-remuxer.ts');
    return mediabunnyRemuxer().remux(...given);
  },
};

/** Puts the parts of a runtime together: the only place where everything meets. */
export function wire(parts: RuntimeParts): Wired {
  const { database, doorbell, log } = parts;
  const ids = uuidV7Ids(systemClock);
  const now = () => systemClock.now().toISOString();
  const time = () => systemClock.now().getTime();
  const ring = tenantKeyRing(createTenantKeyStore(database), parts.masterKeys, time);
  const sealedParts = { store: parts.objects, ring, time };
  const services: Services = {
    system: createSystemStore({
      database,
      ids,
      random: secureRandom,
      doorbell,
      now,
      migrations: parts.migrations,
    }),
    stores: createTenantStores({ database, ids, doorbell, now }),
    clock: systemClock,
    ids,
    random: secureRandom,
    digest: webDigest,
    secrets: tenantSecrets(ring),
    objects: (tenantId) => sealedStore(sealedParts, tenantId),
    scorer: parts.scorer,
    documents: parts.documents,
    transcriber: parts.transcriber,
    templates: parts.templates,
    charts: echartsCharts,
    log,
    publicUrl: parts.publicUrl,
    platforms: officePlatforms(
      parts.fetch ?? ((address, init) => fetch(address, init)),
      parts.office ?? plainOffice,
      parts.feishuSender,
      parts.streams,
    ),
    pause: (ms) => new Promise((done) => setTimeout(done, ms)),
  };
  const handlers: WorkHandlers = {
    'resume.parse': (s, tenantId, { resumeId }) => parseResumeWork(s, tenantId, resumeId),
    'candidate.erase': (s, tenantId, { candidateId }) => eraseCandidateWork(s, tenantId, candidateId),
    'interview.score': (s, tenantId, { interviewId }) => scoreInterviewWork(s, tenantId, interviewId),
    'recording.compact': (s, tenantId, { recordingId }) => compactWork(s, remuxer, tenantId, recordingId),
    'recording.transcribe': (s, tenantId, { recordingId }) =>
      transcribeWork(s, remuxer, tenantId, recordingId),
    'tenant.erase': (s, tenantId) => eraseCompanyWork(s, (id) => eraseTenant(sealedParts, id), tenantId),
    ...platformHandlers,
    'approval.advance': (s, tenantId, work) => advanceWork(s, tenantId, work),
    'approval.mirror': (s, tenantId, { approvalId }) => mirrorWork(s, tenantId, approvalId),
    'second_round.calendar': (s, tenantId, { roundId }) => calendarWork(s, tenantId, roundId),
    'second_round.remind': (s, tenantId, payload) => remindWork(s, tenantId, payload),
    'message.deliver': (s, tenantId, { personId }) => deliverWork(s, tenantId, personId),
    'message.send': (s, tenantId, { messageId }) => sendWork(s, tenantId, messageId),
    'message.check': (s, tenantId, { messageId }) => checkWork(s, tenantId, messageId),
    'message.close': (s, tenantId, payload) => closeWork(s, tenantId, payload),
    'retention.sweep': async (s, tenantId) => {
      await expireOverdue(s, s.stores.open(tenantId));
      await sweepRetention(s, tenantId);
      await messageUpkeep(s, tenantId);
    },
    'audit.seal': async (s, tenantId) => {
      await sealAudit(s.stores.open(tenantId), s.digest);
    },
  };
  return { services, handlers };
}

import type { AnswerScorer } from './answer-scorer.ts';
import type { Charts } from './charts.ts';
import type { Clock } from './clock.ts';
import type { DocumentReader } from './document-reader.ts';
import type { Digest, Ids, Random } from './ids.ts';
import type { Log } from './log.ts';
import type { SealedObjectStore } from './object-store.ts';
import type { Platform } from './platform.ts';
import type { Actor } from './repositories/people.ts';
import type { SystemStore } from './repositories/system-store.ts';
import type { TenantStore, TenantStores } from './repositories/tenant-store.ts';
import type { Secrets } from './secrets.ts';
import type { TemplateLibrary } from './template-library.ts';
import type { Transcriber } from './transcriber.ts';

/** Everything the product's rules need from outside, wired once per process. */
export interface Services {
  readonly system: SystemStore;
  readonly stores: TenantStores;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly random: Random;
  readonly digest: Digest;
  readonly secrets: Secrets;
  readonly objects: (tenantId: string) => SealedObjectStore;
  readonly scorer: AnswerScorer;
  readonly documents: DocumentReader;
  /** Null where no recogniser is configured: pages then say so before recording. */
  readonly transcriber: Transcriber | null;
  readonly templates: TemplateLibrary;
  readonly charts: Charts;
  readonly log: Log;
  /** The office platforms that a company may connect. */
  readonly platforms: readonly Platform[];
  /** Waits; for the few places where another process finishes something soon. */
  readonly pause: (ms: number) => Promise<void>;
  /** Origin of every link and QR code, without a trailing slash. */
  readonly publicUrl: string;
}

/** The services seen from one company, with who acts in which language. */
export interface TenantContext {
  readonly services: Services;
  readonly tenantId: string;
  readonly store: TenantStore;
  readonly actor: Actor;
  readonly lang: 'zh' | 'en';
}

/** ISO 8601 UTC time of the services' clock. */
export const nowOf = (services: Services): string => services.clock.now().toISOString();

/** Opens a company's context for an actor. */
export const tenantContext = (
  services: Services,
  tenantId: string,
  actor: Actor,
  lang: 'zh' | 'en',
): TenantContext => ({ services, tenantId, store: services.stores.open(tenantId), actor, lang });

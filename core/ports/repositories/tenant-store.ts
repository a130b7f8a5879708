import type { UnitOfWork } from '../unit-of-work.ts';
import type { ApprovalRepository, OfferRepository } from './approvals.ts';
import type { ApplicationRepository, CandidateRepository, ResumeRepository } from './candidates.ts';
import type {
  AnswerRepository,
  ConsentRepository,
  InterviewRepository,
  RecordingRepository,
} from './interviews.ts';
import type { CustomDimensionRepository, JobRepository } from './jobs.ts';
import type { MessageRepository } from './messages.ts';
import type { OrganisationRepository } from './organisation.ts';
import type { AuditRepository, PeopleRepository, SettingsRepository } from './people.ts';
import type { PlatformRepository } from './platforms.ts';
import type { QualityRepository } from './quality.ts';
import type { DecisionRepository, FeedbackRepository, ReportRepository } from './reports.ts';
import type { RightsRepository } from './rights.ts';
import type { SecondRoundRepository } from './second-rounds.ts';

/** Everything one company owns. It is opened for one tenant, so no query can forget it (design D5). */
export interface TenantStore extends UnitOfWork {
  readonly tenantId: string;
  readonly people: PeopleRepository;
  readonly settings: SettingsRepository;
  readonly audit: AuditRepository;
  readonly jobs: JobRepository;
  readonly customDimensions: CustomDimensionRepository;
  readonly candidates: CandidateRepository;
  readonly resumes: ResumeRepository;
  readonly applications: ApplicationRepository;
  readonly interviews: InterviewRepository;
  readonly consents: ConsentRepository;
  readonly answers: AnswerRepository;
  readonly recordings: RecordingRepository;
  readonly reports: ReportRepository;
  readonly decisions: DecisionRepository;
  readonly feedback: FeedbackRepository;
  readonly quality: QualityRepository;
  readonly rights: RightsRepository;
  readonly platform: PlatformRepository;
  readonly organisation: OrganisationRepository;
  readonly messages: MessageRepository;
  readonly secondRounds: SecondRoundRepository;
  readonly approvals: ApprovalRepository;
  readonly offers: OfferRepository;
}

/** Opens the store of a tenant. */
export interface TenantStores {
  open(tenantId: string): TenantStore;
}

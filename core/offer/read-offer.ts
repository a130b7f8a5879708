import type { ApplicationStatus } from '../application/application.ts';
import { openTerms } from '../approval/content.ts';
import { type ReadApproval, readApproval } from '../approval/read-approvals.ts';
import { AppError } from '../errors/app-error.ts';
import type { OfferRow } from '../ports/repositories/approvals.ts';
import type { TenantContext } from '../ports/services.ts';
import type { OfferTerms } from './offer.ts';

/** The offers of an application, newest first, with the newest opened. */
export interface ReadOffer {
  readonly mayOffer: boolean;
  readonly suggested: OfferTerms;
  readonly current:
    | (OfferRow & { readonly terms: OfferTerms | null; readonly approval: ReadApproval | null })
    | null;
  readonly earlier: readonly OfferRow[];
}

/** Where the flow allows an offer to be made. */
export const offerStatuses: readonly ApplicationStatus[] = ['scored', 'second_round', 'offer_approval'];

/** @throws AppError `NOT_FOUND` */
export async function readOffer(context: TenantContext, applicationId: string): Promise<ReadOffer> {
  const { store } = context;
  const application = await store.applications.get(applicationId);
  if (!application) throw new AppError('NOT_FOUND');
  const version = await store.jobs.version(application.jobVersionId);
  const [newest, ...earlier] = await store.offers.ofApplication(applicationId);
  const terms = newest?.termsSealed ? await openTerms(context, newest) : null;
  return {
    mayOffer: offerStatuses.includes(application.status),
    suggested: terms ?? {
      position: version?.definition.title ?? '',
      department: '',
      salary: '',
      monthlyPay: null,
      startDate: '',
      probation: '',
      location: version?.definition.location ?? '',
      note: '',
    },
    current: newest
      ? {
          ...newest,
          terms,
          approval: newest.approvalId ? await readApproval(context, newest.approvalId) : null,
        }
      : null,
    earlier,
  };
}

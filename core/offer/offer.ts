/**
 * `draft` → `in_approval` → `approved` → `sent` (to the candidate) → `accepted` or `declined`. `refused`: the company
 * did not agree; a new version is made from it. `withdrawn`: taken back by the company.
 */
export const offerStates = [
  'draft',
  'in_approval',
  'approved',
  'refused',
  'sent',
  'accepted',
  'declined',
  'withdrawn',
] as const;
export type OfferState = (typeof offerStates)[number];

const forward: Readonly<Record<OfferState, readonly OfferState[]>> = {
  draft: ['in_approval', 'approved', 'withdrawn'],
  in_approval: ['approved', 'refused', 'draft', 'withdrawn'],
  approved: ['sent', 'draft', 'withdrawn'],
  refused: ['withdrawn'],
  sent: ['accepted', 'declined', 'withdrawn'],
  accepted: ['declined', 'withdrawn'],
  declined: [],
  withdrawn: [],
};

/** Whether an offer may go from one state to the other. `in_approval → draft`: the request was taken back. */
export const canMoveOffer = (from: OfferState, to: OfferState): boolean => forward[from].includes(to);

/** What is offered. Sealed at rest: pay and terms are personal data. */
export interface OfferTerms {
  readonly position: string;
  readonly department: string;
  /** In the company's words: "月薪 8000 元 + 提成". */
  readonly salary: string;
  /** Fixed monthly pay in the company's currency, where a form wants a number. */
  readonly monthlyPay: number | null;
  /** `YYYY-MM-DD`. */
  readonly startDate: string;
  readonly probation: string;
  readonly location: string;
  readonly note: string;
}

/** Terms without which an offer may not be sent for approval. */
export const missingTerms = (terms: OfferTerms): readonly (keyof OfferTerms)[] =>
  (['position', 'salary', 'startDate'] as const).filter((name) => terms[name].trim() === '');

/** What offer terms are sealed as. */
export const termsPurpose = (offerId: string): string => `offer.terms:${offerId}`;

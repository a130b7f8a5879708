import type { Candidate } from '../ports/repositories/candidates.ts';
import type { TenantContext } from '../ports/services.ts';

/** Phone and mail of a candidate in the open; kept sealed, shown only to who may read candidates. */
export interface Contact {
  readonly phone: string | null;
  readonly email: string | null;
}

type Scope = Pick<TenantContext, 'services' | 'tenantId'>;

/** The purpose under which the search hash of a contact is made. */
export const contactSearchPurpose = (kind: keyof Contact): string =>
  kind === 'phone' ? 'candidate.phone' : 'candidate.email';

/** The purpose under which a candidate's contact is sealed: the row belongs to it. */
export const contactPurpose = (kind: keyof Contact, candidateId: string): string =>
  `${contactSearchPurpose(kind)}:${candidateId}`;

/** A contact as it is searched by: digits without the country's prefix, mail in lower case. */
export const normalisedContact = (kind: keyof Contact, value: string): string =>
  kind === 'phone' ? value.replace(/\D/g, '').replace(/^86(?=1\d{10}$)/, '') : value.trim().toLowerCase();

/** The sealed columns of a candidate for these contacts (design D23). */
export async function sealContact(
  { services, tenantId }: Scope,
  candidateId: string,
  contact: Contact,
): Promise<Pick<Candidate, 'phoneSealed' | 'phoneKey' | 'emailSealed' | 'emailKey'>> {
  const part = async (kind: keyof Contact) => {
    const value = contact[kind];
    if (!value) return [null, null] as const;
    return [
      await services.secrets.seal(tenantId, contactPurpose(kind, candidateId), value),
      await services.secrets.searchHash(tenantId, contactSearchPurpose(kind), normalisedContact(kind, value)),
    ] as const;
  };
  const [phoneSealed, phoneKey] = await part('phone');
  const [emailSealed, emailKey] = await part('email');
  return { phoneSealed, phoneKey, emailSealed, emailKey };
}

/** The contacts of a candidate in the open. */
export async function openContact({ services, tenantId }: Scope, candidate: Candidate): Promise<Contact> {
  const open = async (kind: keyof Contact, sealed: string | null) =>
    sealed === null ? null : services.secrets.open(tenantId, contactPurpose(kind, candidate.id), sealed);
  return {
    phone: await open('phone', candidate.phoneSealed),
    email: await open('email', candidate.emailSealed),
  };
}

/** Candidates with the same phone or mail, also while keys are being rotated. */
export async function sameContact(
  { services, tenantId, store }: Scope & Pick<TenantContext, 'store'>,
  contact: Contact,
): Promise<readonly Candidate[]> {
  const hashes = async (kind: keyof Contact) => {
    const value = contact[kind];
    return value
      ? services.secrets.searchHashes(tenantId, contactSearchPurpose(kind), normalisedContact(kind, value))
      : [];
  };
  return store.candidates.byContact({ phoneKeys: await hashes('phone'), emailKeys: await hashes('email') });
}

/**
 * Search hashes for what a person typed into a search box, when it is a whole phone number or mail address; else none.
 */
export async function contactSearchKeys({ services, tenantId }: Scope, text: string): Promise<string[]> {
  const kind = /^\S+@\S+\.\S+$/.test(text) ? 'email' : /^\+?[\d\s()-]{7,20}$/.test(text) ? 'phone' : null;
  if (kind === null) return [];
  return [
    ...(await services.secrets.searchHashes(
      tenantId,
      contactSearchPurpose(kind),
      normalisedContact(kind, text),
    )),
  ];
}

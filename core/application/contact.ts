import type { Candidate } from '../ports/repositories/candidates.ts';
import type { TenantContext } from '../ports/services.ts';

/** Phone and mail of a candidate in the open; kept sealed, shown only to who may read candidates. */
export interface Contact {
  readonly phone: string | null;
  readonly email: string | null;
}

type Scope = Pick<TenantContext, 'services' | 'tenantId'>;

const purposes = { phone: 'candidate.phone', email: 'candidate.email' } as const;

const normalised = (kind: keyof Contact, value: string): string =>
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
      await services.secrets.seal(tenantId, `${purposes[kind]}:${candidateId}`, value),
      await services.secrets.searchHash(tenantId, purposes[kind], normalised(kind, value)),
    ] as const;
  };
  const [phoneSealed, phoneKey] = await part('phone');
  const [emailSealed, emailKey] = await part('email');
  return { phoneSealed, phoneKey, emailSealed, emailKey };
}

/** The contacts of a candidate in the open. */
export async function openContact({ services, tenantId }: Scope, candidate: Candidate): Promise<Contact> {
  const open = async (kind: keyof Contact, sealed: string | null) =>
    sealed === null ? null : services.secrets.open(tenantId, `${purposes[kind]}:${candidate.id}`, sealed);
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
    return value ? services.secrets.searchHashes(tenantId, purposes[kind], normalised(kind, value)) : [];
  };
  return store.candidates.byContact({ phoneKeys: await hashes('phone'), emailKeys: await hashes('email') });
}

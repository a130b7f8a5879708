import type { Candidate } from '../ports/repositories/candidates.ts';
import { nowOf, type TenantContext } from '../ports/services.ts';
import type { Change } from '../ports/unit-of-work.ts';
import { type ComparedCandidate, findDuplicates as compare } from '../resume/duplicates.ts';
import { type Contact, sameContact } from './contact.ts';

const compared = (candidate: Candidate): ComparedCandidate => ({
  id: candidate.id,
  phoneKey: candidate.phoneKey,
  mailKey: candidate.emailKey,
  name: candidate.name,
  education: candidate.profile?.education ?? [],
  work: candidate.profile?.work ?? [],
});

/**
 * Proposals to merge a new candidate with others: same phone or mail, or same name with a shared school or company.
 * Nothing is merged without a person.
 */
export async function findDuplicates(
  context: TenantContext,
  candidate: Candidate,
  contact: Contact,
): Promise<Change[]> {
  const { services, store } = context;
  // A pair is proposed once: what people decided about it stands, whichever of the two is edited later.
  const proposed = (await store.candidates.mergeSuggestionsOf(candidate.id)).flatMap((one) => [
    one.candidateId,
    one.otherId,
  ]);
  const isOther = (other: Candidate): boolean => other.id !== candidate.id && !proposed.includes(other.id);
  const sameKeys = (await sameContact(context, contact)).filter(isOther);
  const sameNames = candidate.name ? (await store.candidates.byName(candidate.name)).filter(isOther) : [];
  const others = new Map([...sameKeys, ...sameNames].map((other) => [other.id, compared(other)]));
  // A phone found by an older key's hash is the same phone, although the stored hashes differ.
  const exact = new Set(sameKeys.map((other) => other.id));
  const proposals = compare(compared(candidate), [...others.values()]);
  const found = new Map(proposals.map((proposal) => [proposal.id, [...proposal.because] as string[]]));
  for (const id of exact) if (!found.has(id)) found.set(id, ['phone']);
  return [...found].map(([otherId, reasons]) =>
    store.candidates.suggestMerge({
      id: services.ids.next('mrg'),
      candidateId: candidate.id,
      otherId,
      reasons,
      state: 'open',
      moved: null,
      decidedBy: null,
      createdAt: nowOf(services),
      decidedAt: null,
    }),
  );
}

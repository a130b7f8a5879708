import { and, asc, eq, gt, isNotNull, isNull, sql } from 'drizzle-orm';
import type { Database } from '#adapters/database/database.ts';
import { approvals, offers } from '#adapters/database/schema/approvals.ts';
import { candidates, resumes } from '#adapters/database/schema/candidates.ts';
import { marketplaceNotices } from '#adapters/database/schema/marketplace.ts';
import { platformInstallations, platformTokens } from '#adapters/database/schema/platforms.ts';
import { publicLinks } from '#adapters/database/schema/system.ts';
import type { SealedValue } from '#adapters/shared/key-rotation.ts';
import { contactPurpose, contactSearchPurpose, normalisedContact } from '#core/application/contact.ts';
import { parsedPurpose } from '#core/application/open-stored-resume.ts';
import { contentPurpose } from '#core/approval/content.ts';
import { noticePurpose } from '#core/installation/receive-notices.ts';
import { linkPurpose } from '#core/interview/invite.ts';
import { termsPurpose } from '#core/offer/offer.ts';
import { settingsPurpose } from '#core/platform/connection.ts';
import { tokenPurpose } from '#core/platform/token-source.ts';
import { systemTenant } from '#core/ports/secrets.ts';

/** A sealed text with its row, and the search hash that stands beside it. */
export interface SealedPlace {
  readonly column:
    | 'candidates.phone'
    | 'candidates.email'
    | 'resumes.parsed'
    | 'public_links.token'
    | 'platform_installations.settings'
    | 'offers.terms'
    | 'approvals.content'
    | 'platform_tokens.token'
    | 'marketplace_notices.notice';
  readonly row: string;
  /** What the stored search hash is made of: purpose, and the text as it is normalised for the search. */
  readonly search?: { readonly purpose: string; readonly normalise: (text: string) => string };
}

export type Sealed = SealedValue<SealedPlace>;

const pageSize = 200;

/** Reads a column page by page, so that memory stays flat however many rows a company has. */
async function* paged(page: (after: string) => Promise<readonly Sealed[]>): AsyncGenerator<Sealed, void> {
  for (let after = ''; ; ) {
    const values = await page(after);
    yield* values;
    const last = values.at(-1);
    if (!last || values.length < pageSize) return;
    after = last.place.row;
  }
}

const contacts = (kind: 'phone' | 'email') => {
  const sealedColumn = kind === 'phone' ? candidates.phoneSealed : candidates.emailSealed;
  return ({ orm }: Database, tenantId: string) =>
    paged(async (after) => {
      const rows = await orm
        .select({ id: candidates.id, sealed: sealedColumn })
        .from(candidates)
        .where(and(eq(candidates.tenantId, tenantId), gt(candidates.id, after), isNotNull(sealedColumn)))
        .orderBy(asc(candidates.id))
        .limit(pageSize);
      const search = {
        purpose: contactSearchPurpose(kind),
        normalise: (text: string) => normalisedContact(kind, text),
      };
      return rows.map(({ id, sealed }) => ({
        place: { column: `candidates.${kind}` as const, row: id, search },
        purpose: contactPurpose(kind, id),
        sealed: sealed ?? '',
      }));
    });
};

const parsedResumes = ({ orm }: Database, tenantId: string) =>
  paged(async (after) => {
    const rows = await orm
      .select({ id: resumes.id, sealed: resumes.parsedSealed })
      .from(resumes)
      .where(and(eq(resumes.tenantId, tenantId), gt(resumes.id, after), isNotNull(resumes.parsedSealed)))
      .orderBy(asc(resumes.id))
      .limit(pageSize);
    return rows.map(({ id, sealed }) => ({
      place: { column: 'resumes.parsed' as const, row: id },
      purpose: parsedPurpose(id),
      sealed: sealed ?? '',
    }));
  });

const linkTokens = ({ orm }: Database, tenantId: string) =>
  paged(async (after) => {
    const rows = await orm
      .select()
      .from(publicLinks)
      .where(and(eq(publicLinks.tenantId, tenantId), gt(publicLinks.tokenHash, after)))
      .orderBy(asc(publicLinks.tokenHash))
      .limit(pageSize);
    return rows.map((row) => ({
      place: { column: 'public_links.token' as const, row: row.tokenHash },
      purpose: linkPurpose(row.kind, row.interviewId),
      sealed: row.sealedToken,
    }));
  });

const platformSettings = ({ orm }: Database, tenantId: string) =>
  paged(async (after) => {
    const t = platformInstallations;
    const rows = await orm
      .select({ id: t.id, sealed: t.settingsSealed })
      .from(t)
      .where(and(eq(t.tenantId, tenantId), gt(t.id, after)))
      .orderBy(asc(t.id))
      .limit(pageSize);
    return rows.map(({ id, sealed }) => ({
      place: { column: 'platform_installations.settings' as const, row: id },
      purpose: settingsPurpose(id),
      sealed,
    }));
  });

const accessTokens = ({ orm }: Database, tenantId: string) =>
  paged(async (after) => {
    const t = platformTokens;
    const rows = await orm
      .select({ id: t.id, sealed: t.sealed })
      .from(t)
      .where(and(eq(t.tenantId, tenantId), gt(t.id, after), isNotNull(t.sealed)))
      .orderBy(asc(t.id))
      .limit(pageSize);
    return rows.map(({ id, sealed }) => ({
      place: { column: 'platform_tokens.token' as const, row: id },
      purpose: tokenPurpose(id),
      sealed: sealed ?? '',
    }));
  });

const offerTerms = ({ orm }: Database, tenantId: string) =>
  paged(async (after) => {
    const t = offers;
    const rows = await orm
      .select({ id: t.id, sealed: t.termsSealed })
      .from(t)
      .where(and(eq(t.tenantId, tenantId), gt(t.id, after), isNotNull(t.termsSealed)))
      .orderBy(asc(t.id))
      .limit(pageSize);
    return rows.map(({ id, sealed }) => ({
      place: { column: 'offers.terms' as const, row: id },
      purpose: termsPurpose(id),
      sealed: sealed ?? '',
    }));
  });

const approvalContents = ({ orm }: Database, tenantId: string) =>
  paged(async (after) => {
    const t = approvals;
    const rows = await orm
      .select({ id: t.id, sealed: t.contentSealed })
      .from(t)
      .where(and(eq(t.tenantId, tenantId), gt(t.id, after), isNotNull(t.contentSealed)))
      .orderBy(asc(t.id))
      .limit(pageSize);
    return rows.map(({ id, sealed }) => ({
      place: { column: 'approvals.content' as const, row: id },
      purpose: contentPurpose(id),
      sealed: sealed ?? '',
    }));
  });

/** Notices of the marketplaces that wait for their work; they belong to the installation, not to a company. */
const waitingNotices = ({ orm }: Database, tenantId: string) =>
  paged(async (after) => {
    if (tenantId !== systemTenant) return [];
    const t = marketplaceNotices;
    const rows = await orm
      .select({ id: t.id, sealed: t.sealed })
      .from(t)
      .where(and(gt(t.id, after), isNull(t.doneAt)))
      .orderBy(asc(t.id))
      .limit(pageSize);
    return rows.map(({ id, sealed }) => ({
      place: { column: 'marketplace_notices.notice' as const, row: id },
      purpose: noticePurpose(id),
      sealed,
    }));
  });

const columns = [
  contacts('phone'),
  contacts('email'),
  parsedResumes,
  linkTokens,
  offerTerms,
  approvalContents,
  platformSettings,
  accessTokens,
  waitingNotices,
] as const;

/** Every sealed text of a company in the database. A test holds this list against the schema. */
export async function* sealedValues(database: Database, tenantId: string): AsyncGenerator<Sealed, void> {
  for (const column of columns) yield* column(database, tenantId);
}

/** Puts a renewed text, and the hash beside it, in place of exactly the old text. Answers whether that was still there. */
export async function replaceSealed(
  database: Database,
  tenantId: string,
  { place, sealed }: Sealed,
  renewed: string,
  searchHash: string | null,
): Promise<boolean> {
  const { row } = place;
  const statements = {
    'candidates.phone': sql`update candidates set phone_sealed = ${renewed}, phone_key = ${searchHash}
      where tenant_id = ${tenantId} and id = ${row} and phone_sealed = ${sealed}`,
    'candidates.email': sql`update candidates set email_sealed = ${renewed}, email_key = ${searchHash}
      where tenant_id = ${tenantId} and id = ${row} and email_sealed = ${sealed}`,
    'resumes.parsed': sql`update resumes set parsed_sealed = ${renewed}
      where tenant_id = ${tenantId} and id = ${row} and parsed_sealed = ${sealed}`,
    'public_links.token': sql`update public_links set sealed_token = ${renewed}
      where tenant_id = ${tenantId} and token_hash = ${row} and sealed_token = ${sealed}`,
    'offers.terms': sql`update offers set terms_sealed = ${renewed}
      where tenant_id = ${tenantId} and id = ${row} and terms_sealed = ${sealed}`,
    'approvals.content': sql`update approvals set content_sealed = ${renewed}
      where tenant_id = ${tenantId} and id = ${row} and content_sealed = ${sealed}`,
    'platform_installations.settings': sql`update platform_installations set settings_sealed = ${renewed}
      where tenant_id = ${tenantId} and id = ${row} and settings_sealed = ${sealed}`,
    'marketplace_notices.notice': sql`update marketplace_notices set sealed = ${renewed}
      where id = ${row} and sealed = ${sealed}`,
    'platform_tokens.token': sql`update platform_tokens set sealed = ${renewed}
      where tenant_id = ${tenantId} and id = ${row} and sealed = ${sealed}`,
  };
  return (await database.run(statements[place.column])) === 1;
}

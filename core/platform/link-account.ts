import { AppError } from '../errors/app-error.ts';
import { followAdminRolesIfAnswered, followedRoles } from '../installation/admin-roles.ts';
import type { Person } from '../ports/repositories/people.ts';
import type { InstallationRow, PlatformAccount } from '../ports/repositories/platforms.ts';
import { nowOf, type Services, type TenantContext } from '../ports/services.ts';
import type { Change } from '../ports/unit-of-work.ts';
import { addressesOf } from './addresses.ts';
import { openPlatform } from './connection.ts';
import { colleagueOf, redeemedUser, type SignInReturn, type StartedSignIn, startSignIn } from './sign-in.ts';

/** How long a proof of an account waits for the person's yes. */
export const proofMinutes = 10;

/** A person's session: linking begins, comes back and is confirmed in the same one. */
export interface LinkingSession {
  readonly personId: string;
  readonly tokenHash: string;
}

/** Ties a begun linking to the session that began it; nobody without that session's token can make it. */
export const linkMark = (services: Services, { tokenHash }: Pick<LinkingSession, 'tokenHash'>) =>
  services.digest.sha256(`account link\n${tokenHash}`);

/**
 * Begins to link the person's own account on the platform.
 * @throws AppError `NOT_FOUND` without a platform, `PLATFORM_DISCONNECTED`, `VALIDATION` when an account is linked already
 */
export async function startLinking(
  context: TenantContext,
  session: LinkingSession,
  userAgent: string,
): Promise<StartedSignIn & { readonly installationId: string; readonly mark: string }> {
  const { services, store } = context;
  const row = await store.platform.installation();
  if (!row) throw new AppError('NOT_FOUND');
  if (await accountOf(context, session.personId)) throw refused(context, 'has_another');
  const { signedInUrl } = addressesOf(services.publicUrl, row.platform, row.id);
  const request = { platform: row.platform, installationId: row.id, redirectUri: signedInUrl, userAgent };
  const started = await startSignIn(services, request);
  return { ...started, installationId: row.id, mark: await linkMark(services, session) };
}

/** A platform account that showed itself in a session, before the person said yes. */
interface Proof {
  readonly accountId: string;
  readonly name: string | null;
  readonly mark: string;
  /** Milliseconds since 1970. */
  readonly at: number;
}

const proofPurpose = (installationId: string): string => `platform.account.proof:${installationId}`;

/**
 * Redeems the platform's code for somebody who began to link: nothing is written, the sealed answer waits for the person's yes.
 * @param session who is signed in now; null or another session than the one that began is refused
 * @throws AppError `PLATFORM_SIGN_IN`, `FORBIDDEN` for people who left or whom the app may not see
 */
export async function proveAccount(
  services: Services,
  back: SignInReturn & { readonly mark: string; readonly session: LinkingSession | null },
): Promise<string> {
  if (!back.session || (await linkMark(services, back.session)) !== back.mark) {
    throw new AppError('PLATFORM_SIGN_IN', { details: { platform: back.platform } });
  }
  const { store, office, user } = await redeemedUser(services, back);
  const colleague = await colleagueOf(services, store, office.connection, user);
  const proof: Proof = {
    accountId: colleague.id,
    name: colleague.name ?? user.name,
    mark: back.mark,
    at: services.clock.now().getTime(),
  };
  return services.secrets.seal(store.tenantId, proofPurpose(back.installationId), JSON.stringify(proof));
}

/** Why an account can't be linked to the person. */
export type LinkRefusal = 'has_another' | 'belongs_elsewhere';

/** An account that waits for the person's yes. */
export interface WaitingAccount {
  readonly id: string;
  readonly name: string | null;
  /** Who it opens Jinji as so far; the linking takes it from them. */
  readonly colleague: Pick<Person, 'id' | 'name'> | null;
  readonly refused: LinkRefusal | null;
}

/** How a person's account on the office platform stands. */
export interface AccountStanding {
  readonly installation: InstallationRow | null;
  readonly account: PlatformAccount | null;
  readonly accountName: string | null;
  readonly waiting: WaitingAccount | null;
}

/** @param sealed what `proveAccount` gave to this browser; one of another session or too old counts as none */
export async function accountStanding(
  context: TenantContext,
  session: LinkingSession,
  sealed: string | null,
): Promise<AccountStanding> {
  const { store } = context;
  const installation = await store.platform.installation();
  const account = installation ? await accountOf(context, session.personId) : null;
  const [row] = account ? await store.organisation.rows('person', [account.id]) : [];
  const proof = installation && sealed ? await openProof(context, installation, session, sealed) : null;
  const waiting = proof ? (await judged(context, session.personId, proof)).waiting : null;
  return { installation, account, accountName: row?.value.name ?? null, waiting };
}

async function accountOf({ store }: TenantContext, personId: string): Promise<PlatformAccount | null> {
  return (await store.platform.accounts()).find((account) => account.personId === personId) ?? null;
}

async function openProof(
  { services, tenantId }: TenantContext,
  { id }: InstallationRow,
  session: LinkingSession,
  sealed: string,
): Promise<Proof | null> {
  const text = await services.secrets.open(tenantId, proofPurpose(id), sealed).catch(() => null);
  if (text === null) return null;
  const proof = JSON.parse(text) as Proof;
  const fresh = services.clock.now().getTime() - proof.at <= proofMinutes * 60_000;
  return fresh && proof.mark === (await linkMark(services, session)) ? proof : null;
}

/** What linking would do: to whom the account belongs so far, and what speaks against it. */
async function judged(context: TenantContext, personId: string, proof: Proof) {
  const { store } = context;
  const row = await store.platform.account(proof.accountId);
  const colleague = row && row.personId !== personId ? await store.people.get(row.personId) : null;
  const mine = await accountOf(context, personId);
  // Opening the app made them an employee with nothing of their own; anybody else gives the account away by themselves, and whom an
  // owner shut out does not come in by another's door.
  const own =
    colleague?.roles.filter((role) => role !== 'employee' && !row?.grantedRoles.includes(role)) ?? [];
  const elsewhere = own.length > 0 || colleague?.state === 'disabled';
  const refused: LinkRefusal | null = mine ? 'has_another' : elsewhere ? 'belongs_elsewhere' : null;
  const { accountId: id, name } = proof;
  const who = colleague && { id: colleague.id, name: colleague.name };
  const waiting: WaitingAccount = { id, name, colleague: who, refused };
  return { row, colleague, waiting };
}

/**
 * Links the account that showed itself in this session to its person. An account that so far opened Jinji as a plain employee is
 * taken over with the roles that follow from the platform, and that employee is disabled.
 * @throws AppError `NOT_FOUND` without a platform, `VALIDATION` without a fresh proof of this session, when the person has another
 * account, or when the account belongs to somebody with roles of their own
 */
export async function linkAccount(
  context: TenantContext,
  session: LinkingSession,
  sealed: string | null,
): Promise<void> {
  const { services, store, tenantId } = context;
  const installation = await store.platform.installation();
  if (!installation) throw new AppError('NOT_FOUND');
  const proof = sealed ? await openProof(context, installation, session, sealed) : null;
  if (!proof) throw refused(context, 'begin_again');
  const { personId } = session;
  const { row, colleague, waiting } = await judged(context, personId, proof);
  if (waiting.refused) throw refused(context, waiting.refused);
  const at = nowOf(services);
  const changes: Change[] = [];
  if (row && colleague) {
    const person = await store.people.get(personId);
    if (!person) throw new AppError('NOT_FOUND');
    const next = followedRoles(person, [], grantedOne(row));
    changes.push(
      store.platform.moveAccount(row.id, row.personId, personId, next.granted),
      store.people.update(personId, { roles: next.roles }),
      store.people.update(colleague.id, {
        roles: followedRoles(colleague, row.grantedRoles, 'none').roles,
        state: 'disabled',
      }),
      services.system.revokeSessionsOf(tenantId, colleague.id, at),
      audited(context, 'person.changed', colleague.id, { state: 'disabled' }),
    );
  } else {
    changes.push(
      store.platform.addAccount({ id: proof.accountId, personId, grantedRoles: [], createdAt: at }),
    );
  }
  const data = { platform: installation.platform, ...(colleague ? { from: colleague.id } : {}) };
  await services.system.commit([...changes, audited(context, 'person.account_linked', personId, data)]);
  if (row) return;
  const { connection } = await openPlatform(services, store);
  await followAdminRolesIfAnswered(services, store, connection, [proof.accountId]);
}

const grantedOne = ({ grantedRoles }: PlatformAccount) => {
  const [role] = grantedRoles;
  return role === 'owner' || role === 'hr' ? role : 'none';
};

/**
 * Ends the link: the account opens Jinji as a new employee from then on, roles that followed from the platform go, and the person's
 * sessions end, but for the one that asks.
 * @throws AppError `NOT_FOUND` when there is none, `STATE_CONFLICT` for somebody disabled, whom the account would let in anew,
 * `VALIDATION` when the company would be without an owner
 */
export async function unlinkAccount(
  context: TenantContext,
  personId: string,
  asking?: LinkingSession,
): Promise<void> {
  const { services, store, tenantId } = context;
  const account = await accountOf(context, personId);
  const people = await store.people.list();
  const person = people.find(({ id }) => id === personId);
  const installation = await store.platform.installation();
  if (!account || !person || !installation) throw new AppError('NOT_FOUND');
  if (person.state === 'disabled') throw new AppError('STATE_CONFLICT', { details: { state: person.state } });
  const { roles } = followedRoles(person, account.grantedRoles, 'none');
  const remaining = people
    .map((one) => (one.id === personId ? { ...one, roles } : one))
    .filter((one) => one.roles.includes('owner') && one.state !== 'disabled');
  if (remaining.length === 0) throw refused(context, 'last_owner');
  const at = nowOf(services);
  const except = asking?.personId === personId ? asking.tokenHash : undefined;
  await services.system.commit([
    store.platform.removeAccount(account.id, personId),
    store.people.update(personId, { roles }),
    services.system.revokeSessionsOf(tenantId, personId, at, except),
    audited(context, 'person.account_unlinked', personId, { platform: installation.platform }),
  ]);
}

const problems = {
  begin_again: {
    zh: '这次连接已过期，或不是在这次登录中开始的，请重新点击连接',
    en: 'this connecting is too old or was not begun in this session; press connect again',
  },
  has_another: {
    zh: '您已连接了一个办公账号，请先断开它',
    en: 'you have connected an office account already; disconnect that one first',
  },
  belongs_elsewhere: {
    zh: '这个办公账号属于另一位有角色或已停用的成员，请先用那个成员登录并断开，或请负责人处理',
    en: 'it belongs to another member who has a role or is disabled; sign in as that member and disconnect it, or ask an owner',
  },
  last_owner: {
    zh: '公司至少要有一位负责人，请先在「成员」中把负责人角色给一位同事',
    en: 'a company needs at least one owner: give that role to a colleague under People first',
  },
} as const;

function refused({ lang }: TenantContext, why: keyof typeof problems): AppError {
  const field = lang === 'zh' ? '办公账号' : 'office account';
  return new AppError('VALIDATION', { details: { field, problem: problems[why][lang] } });
}

function audited(context: TenantContext, action: string, subjectId: string, data: Record<string, unknown>) {
  const { actor, services, store } = context;
  return store.audit.add({ actor, action, subjectKind: 'person', subjectId, at: nowOf(services), data });
}

import type { Role } from '#core/access/permissions.ts';
import { createCompany } from '#core/company/company.ts';
import { clientOf, type HttpGround } from './http-ground.ts';

/** Everyone who may send a request: staff by role, candidates by link, and nobody in particular. */
export const callers = ['nobody', 'owner', 'hr', 'interviewer', 'employee', 'candidate', 'me'] as const;
export type CallerName = (typeof callers)[number];

/** A fresh company with one person of each role signed in, and a link of each kind. */
export interface Cast {
  readonly tenantId: string;
  readonly ownerLink: string;
  /** What makes a request come from this caller. */
  readonly headers: Readonly<Record<CallerName, Readonly<Record<string, string>>>>;
}

const tomorrow = (): string => new Date(Date.now() + 86_400_000).toISOString();
const now = (): string => new Date().toISOString();

/** The session cookie's name depends on whether the installation is served over https. */
export const cookieName = ({ publicUrl }: HttpGround): string =>
  publicUrl.startsWith('https:') ? '__Host-jinji' : 'jinji';

async function staffHeaders(
  ground: HttpGround,
  tenantId: string,
  role: Role,
): Promise<Record<string, string>> {
  const { services } = ground;
  const store = services.stores.open(tenantId);
  const person = {
    id: services.ids.next('per'),
    name: `测试${role}`,
    roles: [role],
    state: 'active' as const,
    locale: 'zh-CN' as const,
    createdAt: now(),
    lastSeenAt: null,
  };
  const token = services.random.token();
  const session = {
    tokenHash: await services.digest.sha256(token),
    tenantId,
    personId: person.id,
    createdAt: now(),
    expiresAt: new Date(Date.now() + 30 * 86_400_000).toISOString(),
    revokedAt: null,
    device: null,
  };
  await store.commit([store.people.add(person), services.system.addSession(session)]);
  return { cookie: `${cookieName(ground)}=${token}` };
}

async function linkHeaders(
  { services }: HttpGround,
  tenantId: string,
  kind: 'interview' | 'me',
): Promise<Record<string, string>> {
  const token = services.random.token();
  await services.system.commit([
    services.system.addPublicLink({
      tokenHash: await services.digest.sha256(token),
      tenantId,
      kind,
      interviewId: services.ids.next('int'),
      sealedToken: 'sealed',
      createdAt: now(),
      expiresAt: tomorrow(),
      revokedAt: null,
    }),
  ]);
  return { authorization: `Bearer ${token}`, 'x-jinji-device': 'device-of-a-test' };
}

/** Makes a company and everyone who may call. */
export async function aCast(ground: HttpGround): Promise<Cast> {
  const company = { name: '测试公司', ownerName: '陈老板', sample: false, locale: 'zh-CN' } as const;
  const { tenantId, link } = await createCompany(ground.services, company);
  const [owner, hr, interviewer, employee, candidate, me] = await Promise.all([
    staffHeaders(ground, tenantId, 'owner'),
    staffHeaders(ground, tenantId, 'hr'),
    staffHeaders(ground, tenantId, 'interviewer'),
    staffHeaders(ground, tenantId, 'employee'),
    linkHeaders(ground, tenantId, 'interview'),
    linkHeaders(ground, tenantId, 'me'),
  ]);
  const headers = { nobody: {}, owner, hr, interviewer, employee, candidate, me };
  return { tenantId, ownerLink: link.url, headers };
}

let shared: Promise<Cast> | undefined;

/** The company that every read may use; what changes anything gets one of its own. */
export const castFor = (ground: HttpGround, { method }: { readonly method: string }): Promise<Cast> => {
  if (method !== 'get') return aCast(ground);
  shared ??= aCast(ground);
  return shared;
};

/** A signed-in owner of a fresh company. */
export async function anOwner(ground: HttpGround) {
  const cast = await aCast(ground);
  return { ...cast, client: clientOf(ground, cast.headers.owner) };
}

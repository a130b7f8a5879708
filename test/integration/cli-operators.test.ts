import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { getTableColumns, is, sql } from 'drizzle-orm';
import { SQLiteTable } from 'drizzle-orm/sqlite-core';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { openLibsql } from '#adapters/database/libsql.ts';
import { openContact, sameContact, sealContact } from '#core/application/contact.ts';
import { sealAudit } from '#core/audit/audit-chain.ts';
import { redeemSignInLink } from '#core/company/sign-in.ts';
import { linkPurpose, prepareCandidateLink } from '#core/interview/invite.ts';
import { maxAttempts } from '#core/ports/background-jobs.ts';
import { tenantContext } from '#core/ports/services.ts';
import { readConfig } from '#plugins/host/config.ts';
import { jsonLog } from '#plugins/host/log.ts';
import { type Installation, openInstallation } from '#plugins/host/open-installation.ts';
import { runCommand } from '../support/command-line.ts';
import { root } from '../support/project-files.ts';

let dataDir: string;
let settings: Readonly<Record<string, string>>;
beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'jinji-operator-'));
  settings = { DATA_DIR: dataDir, PUBLIC_URL: 'https://hire.example.com' };
});
afterEach(async () => {
  vi.useRealTimers();
  await rm(dataDir, { recursive: true, force: true });
});

const operate = (...args: string[]) => runCommand(args, { settings });

/** Looks into the installation as the service would. */
async function inside<T>(look: (installation: Installation) => Promise<T>): Promise<T> {
  const silent = jsonLog('error', () => undefined);
  const installation = await openInstallation(readConfig(settings), { ring: async () => undefined }, silent);
  try {
    return await look(installation);
  } finally {
    await installation.close();
  }
}

const newCompany = async (name = '晨光便利店') => {
  const { lines } = await operate('link', '--company', name, '--owner', '沈一禾');
  return lines[0] as { tenant: string; person: string; url: string; expiresAt: string };
};

test('a command in a folder without data says so and makes no empty installation', async () => {
  const { code, told } = await operate('jobs', 'list');

  expect(code).toBe(2);
  expect(told).toContain(dataDir);
  await expect(stat(join(dataDir, 'jinji.db'))).rejects.toThrow('ENOENT');
});

test('link opens a company and later signs its owner in again, each link once', async () => {
  const made = await newCompany();
  const { code, lines } = await operate('link');

  expect(code).toBe(0);
  expect(lines).toEqual([
    {
      tenant: made.tenant,
      person: made.person,
      url: expect.stringMatching(/^https:\/\/hire\.example\.com\/sign-in\//),
      expiresAt: expect.any(String),
    },
  ]);
  const token = String(lines[0]?.url).split('/').at(-1) ?? '';
  await inside(async ({ services }) => {
    expect(await redeemSignInLink(services, token)).toMatchObject({
      tenantId: made.tenant,
      personId: made.person,
    });
    await expect(redeemSignInLink(services, token)).rejects.toMatchObject({ code: 'LINK_USED' });
  });
});

test('with several companies link asks for one by its id', async () => {
  const first = await newCompany();
  const second = await newCompany('云岭茶馆');

  const unclear = await operate('link');
  const chosen = await operate('link', '--tenant', second.tenant);

  expect(unclear.code).toBe(2);
  expect(unclear.lines).toEqual([]);
  for (const { tenant } of [first, second]) expect(unclear.told).toContain(tenant);
  expect(chosen.lines[0]).toMatchObject({ tenant: second.tenant, person: second.person });
});

test('migrate prepares a fresh installation once', async () => {
  const first = await operate('migrate');
  const again = await operate('migrate');

  expect(first.lines[0]?.applied).not.toEqual([]);
  expect(again.lines).toEqual([{ applied: [] }]);
});

test('dead work is listed and put back by its id or all at once', async () => {
  const { tenant } = await newCompany();
  const now = '2026-03-02T01:00:00.000Z';
  await inside(async ({ services: { system } }) => {
    await system.commit([system.enqueue(tenant, 'resume.parse', { resumeId: 'res_1' }, { runAt: now })]);
    const [job] = await system.claim(now, 60, 1);
    await system.failJob(job?.id ?? '', job?.leaseToken ?? '', 'RESUME_DAMAGED', null, now);
  });

  const listed = await operate('jobs', 'list', '--state', 'dead');
  const id = String(listed.lines[0]?.id);
  const retried = await operate('jobs', 'retry', id);
  const twice = await operate('jobs', 'retry', id);
  const queued = await operate('jobs', 'list', '--state', 'queued');

  expect(maxAttempts).toBeGreaterThan(1);
  expect(listed.lines).toMatchObject([{ kind: 'resume.parse', state: 'dead', lastError: 'RESUME_DAMAGED' }]);
  expect(retried).toMatchObject({ code: 0, lines: [{ id, state: 'queued' }] });
  expect(twice).toMatchObject({ code: 1, lines: [{ id, error: expect.any(String) }] });
  expect(queued.lines).toMatchObject([{ id, state: 'queued' }]);
  expect((await operate('jobs', 'retry', '--dead')).lines).toEqual([]);
});

test('audit verify holds for an untouched log and names the row that was changed', async () => {
  const { tenant } = await newCompany();
  await operate('link');
  await inside(({ services }) => sealAudit(services.stores.open(tenant), services.digest));
  const whole = await operate('audit', 'verify');

  const database = await openLibsql(readConfig(settings).database);
  await database.run(sql`update audit_rows set action = 'nothing.happened' where chain_index = 1`);
  database.close();
  const changed = await operate('audit', 'verify');

  expect(whole).toMatchObject({ code: 0, lines: [{ tenant, verified: 2, unsealed: 0, broken: null }] });
  expect(changed).toMatchObject({ code: 1, lines: [{ broken: { chainIndex: 1, reason: 'hash' } }] });
});

const contact = { phone: '13900001234', email: 'li.qing@example.com' };

/** A candidate with sealed contacts, a link and a file, as the product stores them. */
async function fillCompany({ services }: Installation, tenant: string): Promise<void> {
  const context = tenantContext(services, tenant, { kind: 'system', id: null }, 'zh');
  const now = '2026-03-02T01:00:00.000Z';
  const id = 'cnd_1';
  const nothing = { city: null, profile: null, edits: null, mergedInto: null, erasedAt: null };
  const sealed = await sealContact(context, id, contact);
  const link = await prepareCandidateLink(context, 'interview', 'int_1', '2027-01-01T00:00:00.000Z');
  await services.system.commit([
    context.store.candidates.add({
      id,
      name: '李青',
      ...sealed,
      ...nothing,
      revision: 1,
      createdAt: now,
      updatedAt: now,
    }),
    link.change,
  ]);
  const body = async function* () {
    yield new TextEncoder().encode('简历');
  };
  await services.objects(tenant).put('resumes/r1/file', body(), { maxBytes: 1000 });
}

/** What the service reads of all that. */
async function readCompany({ services }: Installation, tenant: string) {
  const context = tenantContext(services, tenant, { kind: 'system', id: null }, 'zh');
  const candidate = await context.store.candidates.get('cnd_1');
  if (!candidate) throw new Error('the candidate is gone');
  const [link] = await services.system.publicLinksOf(tenant, 'int_1');
  const file = await services.objects(tenant).get('resumes/r1/file');
  let text = '';
  for await (const chunk of file?.body ?? []) text += new TextDecoder().decode(chunk);
  return {
    versions: [candidate.phoneSealed, candidate.emailKey, link?.sealedToken].map(
      (sealed) => sealed?.split('.')[1],
    ),
    contact: await openContact(context, candidate),
    found: (await sameContact(context, { phone: '+86 139 0000 1234', email: null })).length,
    token: (await services.secrets.open(tenant, linkPurpose('interview', 'int_1'), link?.sealedToken ?? ''))
      .length,
    text,
  };
}

test('keys rotate seals everything under new keys, and keys finish destroys the old ones once nobody can hold them', async () => {
  const { tenant } = await newCompany();
  await inside((installation) => fillCompany(installation, tenant));
  const before = await inside((installation) => readCompany(installation, tenant));
  const oldMaster = await readFile(join(dataDir, 'master.key'), 'utf8');

  const rotated = await operate('keys', 'rotate');
  const early = await operate('keys', 'finish');
  const after = await inside((installation) => readCompany(installation, tenant));
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 3 * 60_000 });
  const late = await operate('keys', 'finish');
  const end = await inside((installation) => readCompany(installation, tenant));

  expect(rotated.code).toBe(0);
  expect(rotated.lines).toMatchObject([
    { rewrapped: 1 },
    { tenant, version: 2, texts: 3, files: 1, retired: [], waiting: 1 },
  ]);
  expect(await readFile(join(dataDir, 'master.key'), 'utf8')).not.toBe(oldMaster);
  expect(before.versions).toEqual(['1', '1', '1']);
  expect(after).toEqual({ ...before, versions: ['2', '2', '2'] });
  expect(early).toMatchObject({ code: 1, lines: [{ texts: 0, files: 0, retired: [] }] });
  expect(late).toMatchObject({ code: 0, lines: [{ retired: [1], waiting: 0 }] });
  expect(end).toEqual(after);
});

test('every sealed column of the schema is one that a rotation knows', async () => {
  const folder = join(root, 'adapters/database/schema');
  const modules = await Promise.all(
    (await readdir(folder)).map((file) => import(join(folder, file)) as Promise<Record<string, unknown>>),
  );
  const columns = modules.flatMap((module) =>
    Object.values(module).flatMap((table) =>
      is(table, SQLiteTable) ? Object.values(getTableColumns(table)).map((column) => column.name) : [],
    ),
  );

  expect(columns.filter((name) => /sealed|wrapped/.test(name)).sort()).toEqual([
    'content_sealed',
    'email_sealed',
    'parsed_sealed',
    'phone_sealed',
    'sealed',
    'sealed',
    'sealed_token',
    'settings_sealed',
    'terms_sealed',
    'wrapped_key',
  ]);
});

test('doctor names what is wrong and what to do', async () => {
  const fresh = await operate('doctor');
  await newCompany();
  const running = await operate('doctor');

  expect(fresh.code).toBe(1);
  expect(fresh.lines).toContainEqual(expect.objectContaining({ check: 'database', state: 'error' }));
  expect(running.code).toBe(0);
  expect(running.lines.map(({ check, state }) => [check, state])).toContainEqual(['publicUrl', 'ok']);
});

test('transcribe without a recogniser names the setting', async () => {
  const { code, told, lines } = await operate('transcribe', 'speech.webm');

  expect(code).toBe(2);
  expect(lines).toEqual([]);
  expect(told).toContain('TRANSCRIBER_URL');
});

test('sweep shows beforehand what it would end, and changes nothing', async () => {
  await newCompany();

  const { code, lines, told } = await operate('sweep', '--dry-run');

  expect({ code, lines }).toEqual({ code: 0, lines: [] });
  expect(told).toMatch(/preview/);
});

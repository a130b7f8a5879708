import { AppError } from '#core/errors/app-error.ts';
import type { Secrets } from '#core/ports/secrets.ts';
import { framedFields, fromBase64Url, fromUtf8, toBase64Url, unshared, utf8 } from './byte-encoding.ts';
import { openBytes, sealBytes } from './sealed-bytes.ts';
import type { TenantKey, TenantKeyRing } from './tenant-keys.ts';

const sealedText = /^s1\.(\d{1,9})\.([A-Za-z0-9_-]+)$/;
const hashText = /^h1\.(\d{1,9})\./;

function parse(sealed: string): { readonly version: number; readonly bytes: Uint8Array } {
  const [, version, body] = sealedText.exec(sealed) ?? [];
  const bytes = body === undefined ? null : fromBase64Url(body);
  if (version === undefined || bytes === null) {
    throw new AppError('STORED_DATA_DAMAGED', { details: { what: 'sealed text' } });
  }
  return { version: Number(version), bytes };
}

/**
 * The key version that made a sealed text (`s1.…`) or a search hash (`h1.…`), or null for anything else.
 * Lets a rotation count what an old key still holds.
 */
export function sealedVersion(text: string): number | null {
  const version = sealedText.exec(text)?.[1] ?? hashText.exec(text)?.[1];
  return version === undefined ? null : Number(version);
}

const context = (tenantId: string, purpose: string, version: number): Uint8Array =>
  framedFields('value', tenantId, purpose, String(version));

async function hashWith(key: TenantKey, tenantId: string, purpose: string, text: string): Promise<string> {
  const bytes = unshared(framedFields('search', tenantId, purpose, text));
  const mac = await crypto.subtle.sign('HMAC', key.search, bytes);
  return `h1.${key.version}.${toBase64Url(new Uint8Array(mac))}`;
}

/** Keeps the `Secrets` promise with AES-256-GCM and HMAC-SHA-256 under tenant keys. */
export function tenantSecrets(ring: TenantKeyRing): Secrets {
  const seal = async (tenantId: string, purpose: string, text: string): Promise<string> => {
    const key = await ring.newest(tenantId);
    const bytes = await sealBytes(key.values, utf8(text), context(tenantId, purpose, key.version));
    return `s1.${key.version}.${toBase64Url(bytes)}`;
  };
  const open = async (tenantId: string, purpose: string, sealed: string): Promise<string> => {
    const { version, bytes } = parse(sealed);
    const key = await ring.version(tenantId, version);
    return fromUtf8(await openBytes(key.values, bytes, context(tenantId, purpose, version)));
  };
  return {
    seal,
    open,
    async reseal(tenantId, purpose, sealed) {
      const { version } = await ring.newest(tenantId);
      if (parse(sealed).version >= version) return null;
      return seal(tenantId, purpose, await open(tenantId, purpose, sealed));
    },
    async searchHash(tenantId, purpose, normalised) {
      return hashWith(await ring.newest(tenantId), tenantId, purpose, normalised);
    },
    async searchHashes(tenantId, purpose, normalised) {
      await ring.newest(tenantId);
      const keys = await ring.all(tenantId);
      return Promise.all(keys.map((key) => hashWith(key, tenantId, purpose, normalised)));
    },
  };
}

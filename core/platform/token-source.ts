import { AppError } from '../errors/app-error.ts';
import type { Clock } from '../ports/clock.ts';
import type { Random } from '../ports/ids.ts';
import type { HeldToken, IssuedToken, PlatformTokens } from '../ports/platform.ts';
import type { PlatformTokenRepository, TokenRow } from '../ports/repositories/platforms.ts';
import type { Secrets } from '../ports/secrets.ts';

/** The purpose under which a platform's token is sealed. */
export const tokenPurpose = (id: string): string => `platform.token:${id}`;

/** Tokens are renewed this long before they end. */
const renewEarlyMs = 180_000;
/** A token this near to its end is not sent any more: clocks differ. */
const skewMs = 5_000;
/** A renewer that died gives way after this. */
const leaseMs = 15_000;
const pollMs = 100;
/** A platform that issues the same token again, near its end, is not asked at once again. */
const renewAgainMs = 30_000;

/** When a token is renewed and when it ends, in milliseconds since 1970. */
export function renewalOf(nowMs: number, expiresInSeconds: number) {
  const expiresAt = nowMs + expiresInSeconds * 1000;
  // Near its end a token comes again with little left: never used beyond that.
  const renewAt = Math.min(Math.max(expiresAt - renewEarlyMs, nowMs + renewAgainMs), expiresAt - skewMs);
  return { renewAt, expiresAt };
}

/** What the tokens of one installation are kept with. */
export interface TokenSourceParts {
  readonly tenantId: string;
  readonly installationId: string;
  readonly rows: PlatformTokenRepository;
  readonly secrets: Secrets;
  readonly clock: Clock;
  readonly random: Random;
  readonly pause: (ms: number) => Promise<void>;
}

/**
 * Tokens of one installation. Whoever holds the lease in the database asks the platform; everybody else goes on with
 * the old token while it lives, or waits for the new one. Nothing runs on timers, and no token is logged.
 */
export function tokenSource(parts: TokenSourceParts): PlatformTokens {
  const { rows, secrets, clock, random, pause, tenantId } = parts;
  /** Tokens of this connection, opened: a reading makes thousands of calls with one. */
  const opened = new Map<string, { readonly token: HeldToken; readonly renewAt: number }>();
  const keyOf = (name: string) => `${parts.installationId}:${name}`;
  const nowMs = () => clock.now().getTime();
  const open = async (id: string, row: TokenRow): Promise<HeldToken> => ({
    value: await secrets.open(tenantId, tokenPurpose(id), row.sealed),
    revision: row.revision,
  });
  const lives = (row: TokenRow | null): row is TokenRow => row !== null && nowMs() < row.expiresAt - skewMs;

  async function renew(id: string, lease: string, issue: () => Promise<IssuedToken>): Promise<HeldToken> {
    const before = await rows.get(id);
    try {
      // Between the first look and the lease somebody else may have renewed it.
      if (before && nowMs() < before.renewAt) {
        await rows.release(id, lease);
        return await open(id, before);
      }
      const issued = await issue();
      const sealed = await secrets.seal(tenantId, tokenPurpose(id), issued.value);
      const revision = (before?.revision ?? 0) + 1;
      await rows.save(id, lease, { sealed, revision, ...renewalOf(nowMs(), issued.expiresInSeconds) });
      return { value: issued.value, revision };
    } catch (error) {
      await rows.release(id, lease);
      if (lives(before)) return open(id, before);
      throw error;
    }
  }

  return {
    async get(name, issue) {
      const id = keyOf(name);
      const known = opened.get(id);
      if (known && nowMs() < known.renewAt) return known.token;
      for (let waited = 0; waited <= leaseMs + pollMs; waited += pollMs) {
        const row = await rows.get(id);
        if (row && nowMs() < row.renewAt) {
          const token = await open(id, row);
          opened.set(id, { token, renewAt: row.renewAt });
          return token;
        }
        const lease = random.token();
        if (await rows.lease(id, lease, nowMs(), nowMs() + leaseMs)) return renew(id, lease, issue);
        if (lives(row)) return open(id, row);
        await pause(pollMs);
      }
      throw new AppError('PLATFORM_BUSY', { details: { seconds: leaseMs / 1000 } });
    },
    refuse(name, token) {
      opened.delete(keyOf(name));
      return rows.refuse(keyOf(name), token.revision);
    },
  };
}

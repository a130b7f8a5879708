import { pkceChallenge } from '#adapters/shared/pkce.ts';
import { unexpected } from '#adapters/shared/platform-call.ts';
import { AppError } from '#core/errors/app-error.ts';
import type { PlatformIdentity, PlatformInstallation, PlatformUser } from '#core/ports/platform.ts';
import type { FeishuClient } from './client.ts';
import { platformId, signInPage } from './constants.ts';

/** Sign-in by redirect with PKCE: https://open.feishu.cn/document/common-capabilities/sso/api/obtain-oauth-code (read 2026-02). */
export function feishuIdentity(client: FeishuClient, installation: PlatformInstallation): PlatformIdentity {
  return {
    codeParameter: 'code',
    signInAddress({ redirectUri, state, verifier }) {
      const query = new URLSearchParams({
        client_id: installation.settings.appId ?? '',
        response_type: 'code',
        redirect_uri: redirectUri,
        state,
        code_challenge: pkceChallenge(verifier),
        code_challenge_method: 'S256',
      });
      return `${signInPage}?${query}`;
    },
    async userOf({ value, redirectUri, verifier }) {
      const answer = await client.redeem({
        grant_type: 'authorization_code',
        code: value,
        redirect_uri: redirectUri,
        code_verifier: verifier,
      });
      return userOfToken(client, answer.access_token, installation.settings.tenantKey);
    },
  };
}

/**
 * Whose token that is.
 * @param tenantKey the company of a store app: people of other companies have the same app
 * @throws AppError `PLATFORM_SIGN_IN` for people of another company
 */
export async function userOfToken(
  client: FeishuClient,
  token: unknown,
  tenantKey?: string,
): Promise<PlatformUser> {
  if (typeof token !== 'string') throw unexpected(platformId, 'access_token');
  const user = await client.getAsUser('/authen/v1/user_info', token);
  if (typeof user.open_id !== 'string') throw unexpected(platformId, 'open_id');
  if (tenantKey !== undefined && user.tenant_key !== tenantKey) {
    throw new AppError('PLATFORM_SIGN_IN', { details: { platform: platformId, platformCode: 'outsider' } });
  }
  return { id: user.open_id, name: typeof user.name === 'string' && user.name !== '' ? user.name : null };
}

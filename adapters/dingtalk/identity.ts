import { isRecord, unexpected } from '#adapters/shared/platform-call.ts';
import { AppError } from '#core/errors/app-error.ts';
import type { PlatformIdentity, PlatformInstallation } from '#core/ports/platform.ts';
import type { DingtalkClient } from './client.ts';
import { platformId, signInPage } from './constants.ts';

const refused = (platformCode: string, cause?: unknown) =>
  new AppError('PLATFORM_SIGN_IN', {
    details: { platform: platformId, platformCode },
    ...(cause === undefined ? {} : { cause }),
  });

/**
 * Sign-in by redirect: https://open.dingtalk.com/document/orgapp/tutorial-obtaining-user-personal-information (read 2026-08).
 * The user's token only tells the union id; who that is in this company says the company's own directory.
 */
export function dingtalkIdentity(
  client: DingtalkClient,
  installation: PlatformInstallation,
): PlatformIdentity {
  const { appKey = '', appSecret = '', corpId = '' } = installation.settings;
  return {
    codeParameter: 'authCode',
    signInAddress({ redirectUri, state }) {
      const query = new URLSearchParams({
        response_type: 'code',
        client_id: appKey,
        redirect_uri: redirectUri,
        scope: 'openid corpid',
        state,
        prompt: 'consent',
        corpId,
      });
      return `${signInPage}?${query}`;
    },
    async userOf({ value }) {
      const user = await client
        .api({
          method: 'POST',
          path: '/v1.0/oauth2/userAccessToken',
          body: { clientId: appKey, clientSecret: appSecret, code: value, grantType: 'authorization_code' },
          // A code works once: repeating after a broken connection would be refused.
          repeatable: false,
          userToken: null,
        })
        .catch((error: unknown) => {
          if (error instanceof AppError && error.code === 'PLATFORM_UNEXPECTED') throw refused('code', error);
          throw error;
        });
      if (typeof user.accessToken !== 'string') throw unexpected(platformId, 'accessToken');
      if (typeof user.corpId === 'string' && user.corpId !== '' && user.corpId !== corpId)
        throw refused('corpId');
      const path = '/v1.0/contact/users/me';
      const me = await client.api({ method: 'GET', path, repeatable: true, userToken: user.accessToken });
      const found = await client
        .oapi('topapi/user/getbyunionid', { unionid: me.unionId })
        .catch((error: unknown) => {
          const code = error instanceof AppError ? String(error.details.platformCode) : '';
          if (code === '60121') throw refused('outsider', error);
          throw error;
        });
      // 0 is a colleague, 1 an outside contact of the company.
      if (!isRecord(found) || typeof found.userid !== 'string' || Number(found.contact_type) !== 0) {
        throw refused('outsider');
      }
      return { id: found.userid, name: typeof me.nick === 'string' && me.nick !== '' ? me.nick : null };
    },
  };
}

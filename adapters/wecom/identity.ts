import { AppError } from '#core/errors/app-error.ts';
import type { PlatformIdentity, PlatformInstallation } from '#core/ports/platform.ts';
import type { WecomClient } from './client.ts';
import { browserSignInPage, clientSignInPage, platformId } from './constants.ts';

/** Sign-in: https://developer.work.weixin.qq.com/document/path/91022 · …/91023 · …/98179 (read 2026-08). */
export function wecomIdentity(client: WecomClient, installation: PlatformInstallation): PlatformIdentity {
  const { corpId = '', agentId = '' } = installation.settings;
  return {
    codeParameter: 'code',
    signInAddress({ redirectUri, state, userAgent }) {
      if (/wxwork\/[\d.]/i.test(userAgent)) {
        const query = new URLSearchParams({
          appid: corpId,
          redirect_uri: redirectUri,
          response_type: 'code',
          scope: 'snsapi_base',
          state,
          agentid: agentId,
        });
        return `${clientSignInPage}?${query}#wechat_redirect`;
      }
      const query = {
        login_type: 'CorpApp',
        appid: corpId,
        agentid: agentId,
        redirect_uri: redirectUri,
        state,
      };
      return `${browserSignInPage}?${new URLSearchParams(query)}`;
    },
    async userOf({ value }) {
      const body = await client.get('auth/getuserinfo', { code: value });
      // Guests of the company come with `openid` or `external_userid` alone.
      if (typeof body.userid !== 'string' || body.userid === '') {
        throw new AppError('PLATFORM_SIGN_IN', {
          details: { platform: platformId, platformCode: 'outsider' },
        });
      }
      return { id: body.userid, name: null };
    },
  };
}

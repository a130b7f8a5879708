import { isRecord, unexpected } from '#adapters/shared/platform-call.ts';
import { AppError } from '#core/errors/app-error.ts';
import type { IssuedToken, PlatformInstallation, PlatformTokens } from '#core/ports/platform.ts';
import type { ClientPagePolicy, PlatformClient } from '#core/ports/platform-client.ts';
import type { DingtalkClient } from './client.ts';
import { platformId } from './constants.ts';
import { jsSignature } from './signatures.ts';

/** Pages inside DingTalk: its SDK is part of our own files. */
export const dingtalkPages: ClientPagePolicy = {
  scripts: [],
  connects: [],
  images: [],
  frames: [],
  ancestors: ['https://dingtalk.com', 'https://*.dingtalk.com'],
  sdk: {},
  recognisesSpeech: false,
};

/** A ticket lives a day at most, however often it is asked for again. */
const longestTicketSeconds = 7200;

/**
 * The app inside DingTalk.
 * Sign-in: https://open.dingtalk.com/document/orgapp/obtain-the-userid-of-a-user-by-using-the-log-free ·
 * tickets and signature: https://open.dingtalk.com/document/orgapp/jsapi-authentication (read 2026-08)
 */
export function dingtalkInClient(
  client: DingtalkClient,
  installation: PlatformInstallation,
  tools: { readonly tokens: PlatformTokens; readonly now: () => Date },
): PlatformClient {
  const { corpId = '', appKey = '', agentId = '', jsSignatureHash } = installation.settings;
  const app = { corpId, clientId: appKey, agentId };
  const ticket = async (): Promise<IssuedToken> => {
    const path = '/v1.0/oauth2/jsapiTickets';
    const answer = await client.api({ method: 'POST', path, repeatable: true });
    const { jsapiTicket: value, expireIn } = answer;
    if (typeof value !== 'string' || typeof expireIn !== 'number')
      throw unexpected(platformId, 'jsapiTicket');
    return { value, expiresInSeconds: Math.min(expireIn, longestTicketSeconds) };
  };
  return {
    app,
    silentSignIn: 'code',
    async userOfInPageCode(code) {
      const found = await client.oapi('topapi/v2/user/getuserinfo', { code });
      if (!isRecord(found) || typeof found.userid !== 'string' || found.userid === '') {
        throw new AppError('PLATFORM_SIGN_IN', {
          details: { platform: platformId, platformCode: 'outsider' },
        });
      }
      return {
        id: found.userid,
        name: typeof found.name === 'string' && found.name !== '' ? found.name : null,
      };
    },
    async sign({ url, nonceStr }) {
      const timestamp = tools.now().getTime();
      const { value } = await tools.tokens.get('ticket', ticket);
      const algorithm = jsSignatureHash === 'sha1' ? 'sha1' : 'sha256';
      const signature = jsSignature({ ticket: value, nonceStr, timeStamp: timestamp, url, algorithm });
      return { app, timestamp, nonceStr, signature, appSignature: null };
    },
    recognise: null,
  };
}

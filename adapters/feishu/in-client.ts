import { unexpected } from '#adapters/shared/platform-call.ts';
import type { IssuedToken, PlatformInstallation, PlatformTokens } from '#core/ports/platform.ts';
import type { ClientPagePolicy, PlatformClient } from '#core/ports/platform-client.ts';
import type { FeishuClient } from './client.ts';
import { platformId } from './constants.ts';
import { jsSignature } from './event-crypto.ts';
import { userOfToken } from './identity.ts';
import { recogniseSpeech } from './speech.ts';

const scriptHost = 'https://lf1-cdn-tos.bytegoofy.com';

/**
 * Pages inside Feishu: its SDK may not be copied, it comes from Feishu's own host and does nothing outside of the client.
 * https://open.feishu.cn/document/client-docs/h5 (read 2026-02); the host of the documents, 1.5.23 the newest edition known.
 */
export const feishuPages: ClientPagePolicy = {
  scripts: [scriptHost],
  connects: [],
  images: [],
  frames: [],
  ancestors: ['https://*.feishu.cn', 'https://*.larksuite.com'],
  sdk: { h5: `${scriptHost}/goofy/lark/op/h5-js-sdk-1.5.23.js` },
  recognisesSpeech: true,
};

/**
 * The app inside Feishu. Sign-in: https://open.feishu.cn/document/client-docs/h5/requestaccess · tickets:
 * https://open.feishu.cn/document/client-docs/h5/jssdk-ticket-get (read 2026-02). A signature is good for ten minutes and
 * one use, so every asking signs anew.
 */
export function feishuInClient(
  client: FeishuClient,
  installation: PlatformInstallation,
  tools: { readonly tokens: PlatformTokens; readonly now: () => Date },
): PlatformClient {
  const app = { appId: installation.settings.appId ?? '' };
  const ticket = async (): Promise<IssuedToken> => {
    const { ticket: value, expire_in: expiresInSeconds } = await client.post('/jssdk/ticket/get', {});
    if (typeof value !== 'string' || typeof expiresInSeconds !== 'number')
      throw unexpected(platformId, 'ticket');
    return { value, expiresInSeconds };
  };
  return {
    app,
    silentSignIn: 'code',
    async userOfInPageCode(code) {
      const answer = await client.redeem({ grant_type: 'authorization_code', code });
      return userOfToken(client, answer.access_token, installation.settings.tenantKey);
    },
    async sign({ url, nonceStr }) {
      const timestamp = tools.now().getTime();
      const { value } = await tools.tokens.get('ticket', ticket);
      const signature = jsSignature({ ticket: value, nonceStr, timestamp, url });
      return { app, timestamp, nonceStr, signature, appSignature: null };
    },
    recognise: (sound) => recogniseSpeech(client, sound),
  };
}

import { unexpected } from '#adapters/shared/platform-call.ts';
import type {
  IssuedToken,
  PlatformIdentity,
  PlatformInstallation,
  PlatformTokens,
} from '#core/ports/platform.ts';
import type { ClientPagePolicy, PlatformClient } from '#core/ports/platform-client.ts';
import type { WecomClient } from './client.ts';
import { platformId } from './constants.ts';
import { jsSignature } from './js-ticket.ts';

/**
 * Pages inside WeCom: names of people come from its own display component, a script and frames of its own.
 * https://developer.work.weixin.qq.com/document/path/91958 (read 2026-08)
 */
export const wecomPages: ClientPagePolicy = {
  scripts: ['https://open.work.weixin.qq.com'],
  connects: ['https://open.work.weixin.qq.com'],
  images: [],
  frames: ['https://open.work.weixin.qq.com'],
  ancestors: ['https://work.weixin.qq.com', 'https://*.work.weixin.qq.com'],
  sdk: { names: 'https://open.work.weixin.qq.com/wwopen/js/jwxwork-1.0.0.js' },
  recognisesSpeech: false,
};

/**
 * The app inside WeCom. Tickets: https://developer.work.weixin.qq.com/document/path/90506 (read 2026-08); a page is signed
 * with the corp's ticket for `config` and with the app's for `agentConfig`, both out of the same moment and nonce.
 */
export function wecomInClient(
  client: WecomClient,
  installation: PlatformInstallation,
  tools: { readonly tokens: PlatformTokens; readonly now: () => Date; readonly identity: PlatformIdentity },
): PlatformClient {
  const { corpId = '', agentId = '', customerContact } = installation.settings;
  const app = { corpId, agentId, ...(customerContact ? { customerContact } : {}) };
  const ticketFrom = async (path: string, query: Readonly<Record<string, string>>): Promise<IssuedToken> => {
    const { ticket: value, expires_in: expiresInSeconds } = await client.get(path, query);
    if (typeof value !== 'string' || typeof expiresInSeconds !== 'number')
      throw unexpected(platformId, 'ticket');
    return { value, expiresInSeconds };
  };
  const corpTicket = () => tools.tokens.get('ticket.corp', () => ticketFrom('get_jsapi_ticket', {}));
  const appTicket = () =>
    tools.tokens.get('ticket.app', () => ticketFrom('ticket/get', { type: 'agent_config' }));
  return {
    app,
    silentSignIn: 'redirect',
    // The sign-in panel hands its code to the page, too, and it is redeemed alike.
    userOfInPageCode: (value) => tools.identity.userOf({ value, redirectUri: '', verifier: '' }),
    async sign({ url, nonceStr }) {
      const timestamp = Math.floor(tools.now().getTime() / 1000);
      const [corp, own] = [await corpTicket(), await appTicket()];
      const parts = { nonceStr, timestamp, url };
      return {
        app,
        timestamp,
        nonceStr,
        signature: jsSignature({ ...parts, ticket: corp.value }),
        appSignature: jsSignature({ ...parts, ticket: own.value }),
      };
    },
    recognise: null,
  };
}

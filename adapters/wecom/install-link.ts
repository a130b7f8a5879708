import { unexpected } from '#adapters/shared/platform-call.ts';
import type { InstallLink } from '#core/ports/platform-marketplace.ts';
import type { WecomOptions } from './client.ts';
import { installPage, platformId } from './constants.ts';
import { wecomProviderClient } from './provider-client.ts';
import type { WecomSuite } from './suite.ts';

/**
 * Installation from a link of the provider's own: a code for twenty minutes, what it may be used for, and WeCom's page.
 * https://developer.work.weixin.qq.com/document/path/90601 · …/90602 · …/90597 (read 2026-08)
 */
export function wecomInstallLink(options: WecomOptions, suite: WecomSuite): InstallLink {
  return {
    codeParameter: 'auth_code',
    async address({ redirectUri, state }, tools) {
      const client = wecomProviderClient(options, suite, tools);
      const { pre_auth_code: code } = await client.get('get_pre_auth_code', {});
      if (typeof code !== 'string' || code === '') throw unexpected(platformId, 'pre_auth_code');
      // Before the app is released only test installations work.
      const session_info = { auth_type: suite.testInstall === true ? 1 : 0 };
      await client.post('set_session_info', { pre_auth_code: code, session_info }, true);
      const query = { suite_id: suite.suiteId, pre_auth_code: code, redirect_uri: redirectUri, state };
      return `${installPage}?${new URLSearchParams(query)}`;
    },
  };
}

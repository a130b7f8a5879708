import { dingtalkPlatform } from '#adapters/dingtalk/dingtalk-platform.ts';
import { feishuPlatform } from '#adapters/feishu/feishu-platform.ts';
import type { LongConnection } from '#adapters/feishu/long-connection-parts.ts';
import type { FeishuSender } from '#adapters/feishu/sender.ts';
import type { Fetch } from '#adapters/shared/http-fetch.ts';
import type { OpenSocket } from '#adapters/shared/web-socket.ts';
import { wecomPlatform } from '#adapters/wecom/wecom-platform.ts';
import type { Platform } from '#core/ports/platform.ts';
import type { OfficeConfig } from './office-config.ts';
import { noProvider } from './provider-config.ts';

/** The platforms at their own addresses. */
export const plainOffice: OfficeConfig = {
  wecomApi: null,
  dingtalkApi: null,
  dingtalkOldApi: null,
  feishuApi: null,
  proxy: null,
  feishuSdk: null,
  frameAncestors: [],
  todos: ['feishu'],
  providers: noProvider,
};

/** What opens long connections; only where a process lives long enough. */
export interface StreamParts {
  readonly openSocket: OpenSocket;
  readonly feishuLongConnection: LongConnection;
}

/** The office platforms, a line each, as the operator wants them reached. */
export function officePlatforms(
  fetch: Fetch,
  office: OfficeConfig,
  feishuSender?: FeishuSender,
  streams?: StreamParts,
): readonly Platform[] {
  const { wecomApi, dingtalkApi, dingtalkOldApi, feishuApi, providers, todos } = office;
  return [
    wecomPlatform({
      fetch,
      ...(wecomApi ? { apiBase: wecomApi } : {}),
      ...(providers.wecom ? { suite: providers.wecom } : {}),
    }),
    dingtalkPlatform({
      fetch,
      ...(dingtalkApi ? { apiBase: dingtalkApi } : {}),
      ...(dingtalkOldApi ? { oapiBase: dingtalkOldApi } : {}),
      ...(streams ? { openSocket: streams.openSocket } : {}),
      todos: todos.includes('dingtalk'),
      ...(providers.dingtalk ? { suite: providers.dingtalk } : {}),
    }),
    feishuPlatform({
      fetch,
      ...(feishuApi ? { apiBase: feishuApi } : {}),
      ...(feishuSender ? { sender: feishuSender } : {}),
      ...(streams ? { longConnection: streams.feishuLongConnection } : {}),
      todos: todos.includes('feishu'),
      ...(providers.feishu ? { store: providers.feishu } : {}),
    }),
  ].map((platform) => withPages(platform, office));
}

/** A platform whose pages may be framed by the operator's origins, too, and whose SDK comes from where the operator says. */
function withPages(platform: Platform, { frameAncestors, feishuSdk }: OfficeConfig): Platform {
  const pages = platform.clientPages;
  if (!pages) return platform;
  const sdk = feishuSdk && 'h5' in pages.sdk ? feishuSdk : null;
  return {
    ...platform,
    clientPages: {
      ...pages,
      ancestors: [...pages.ancestors, ...frameAncestors],
      ...(sdk ? { scripts: [new URL(sdk).origin], sdk: { ...pages.sdk, h5: sdk } } : {}),
    },
  };
}

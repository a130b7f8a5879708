import { dingtalkPlatform } from '#adapters/dingtalk/dingtalk-platform.ts';
import { dingtalkMarket, dingtalkSuite } from '../emulators/dingtalk/marketplace.ts';
import type { MarketCase } from './market-case.ts';

/** DingTalk's app market in the words of the contract. */
export const dingtalkMarketCase: MarketCase = {
  name: 'DingTalk',
  ids: { rootId: '1', departmentId: (n) => String(800 + n), personId: (n) => `manager${n}` },
  redeems: false,
  open(clock) {
    const market = dingtalkMarket(clock);
    const platform = dingtalkPlatform({
      suite: dingtalkSuite,
      fetch: async (address, init) => market.app.fetch(new Request(address, init)),
      pause: async (ms) => clock.advance({ seconds: ms / 1000 }),
    });
    return { market, platform };
  },
};

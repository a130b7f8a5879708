import { dingtalkPlatform } from '#adapters/dingtalk/dingtalk-platform.ts';
import { dingtalkMarket, dingtalkSuite } from '../emulators/dingtalk/marketplace.ts';
import type { MarketCase } from './market-case.ts';
import { dingtalkOfferForm } from './office-dingtalk.ts';

interface DingtalkMarketCase extends MarketCase {
  open(...given: Parameters<MarketCase['open']>): {
    readonly market: ReturnType<typeof dingtalkMarket>;
    readonly platform: ReturnType<typeof dingtalkPlatform>;
  };
}

/** DingTalk's app market; `suite` is what the operator set besides the keys. */
export const dingtalkMarketWith = (
  suite: Partial<Pick<typeof dingtalkSuite, 'messageTemplateId'>>,
): DingtalkMarketCase => ({
  name: 'DingTalk',
  ids: { rootId: '1', departmentId: (n) => String(800 + n), personId: (n) => `manager${n}` },
  redeems: false,
  // Ids of instances are listed for internal apps only.
  approvals: { ...dingtalkOfferForm, lists: false },
  open(clock) {
    const market = dingtalkMarket(clock);
    const platform = dingtalkPlatform({
      suite: { ...dingtalkSuite, ...suite },
      fetch: async (address, init) => market.app.fetch(new Request(address, init)),
      pause: async (ms) => clock.advance({ seconds: ms / 1000 }),
    });
    return { market, platform };
  },
});

/** DingTalk's app market in the words of the contract. */
export const dingtalkMarketCase: MarketCase = dingtalkMarketWith({});

import { feishuPlatform } from '#adapters/feishu/feishu-platform.ts';
import { plainSender } from '#adapters/feishu/plain-sender.ts';
import type { FeishuSender } from '#adapters/feishu/sender.ts';
import { feishuMarket, feishuStore } from '../emulators/feishu/marketplace.ts';
import type { MarketCase } from './market-case.ts';
import { feishuOfferForm } from './office-feishu.ts';

/**
 * Feishu's app store in the words of the contract.
 * @param sender the official SDK, or plain `fetch`
 */
export const feishuMarketCase = (name = 'Feishu', sender: FeishuSender = plainSender): MarketCase => ({
  name,
  ids: { rootId: '0', departmentId: (n) => `od-${100 + n}`, personId: (n) => `ou_${n}` },
  redeems: false,
  approvals: feishuOfferForm,
  open(clock) {
    const market = feishuMarket(clock);
    const platform = feishuPlatform({
      store: feishuStore,
      sender,
      fetch: async (address, init) => market.app.fetch(new Request(address, init)),
      pause: async (ms) => clock.advance({ seconds: ms / 1000 }),
    });
    return { market, platform };
  },
});

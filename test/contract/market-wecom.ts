import { wecomPlatform } from '#adapters/wecom/wecom-platform.ts';
import { wecomMarket, wecomSuite } from '../emulators/wecom/marketplace.ts';
import type { MarketCase } from './market-case.ts';
import { wecomOfferForm } from './office-wecom.ts';

/** WeCom's app directory in the words of the contract. */
export const wecomMarketCase: MarketCase = {
  name: 'WeCom',
  ids: { rootId: '1', departmentId: (n) => String(100 + n), personId: (n) => `user${n}` },
  redeems: true,
  approvals: wecomOfferForm,
  open(clock) {
    const market = wecomMarket(clock);
    const platform = wecomPlatform({
      suite: wecomSuite,
      fetch: async (address, init) => market.app.fetch(new Request(address, init)),
      pause: async (ms) => clock.advance({ seconds: ms / 1000 }),
    });
    return { market, platform };
  },
};

import { expect } from 'vitest';
import { renewalOf } from '#core/platform/token-source.ts';
import { keepsTheVectors } from '../contract/platform-vectors-suite.ts';

keepsTheVectors({
  // The SDK's dispatcher is not used in the product; what it would hand on is checked on Node.
  sdk_event_flatten: ({ body }) => {
    expect(body).toHaveProperty('header.event_id');
  },
  token_cache_expiry: ({ now_ms, expire_s }, expected) => {
    const { renewAt } = renewalOf(Number(now_ms), Number(expire_s));
    expect(renewAt).toBe(expected?.cache_expire_at_ms);
  },
});

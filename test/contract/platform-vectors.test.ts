import { EventDispatcher, LoggerLevel } from '@larksuiteoapi/node-sdk';
import { expect } from 'vitest';
import { renewalOf } from '#core/platform/token-source.ts';
import { keepsTheVectors } from './platform-vectors-suite.ts';

keepsTheVectors({
  // What the official SDK hands to a handler; it drops fields, which is why events are read from the body itself.
  sdk_event_flatten: async ({ body }, expected) => {
    let seen: unknown;
    const key = String(expected?.handler_key);
    const dispatcher = new EventDispatcher({ loggerLevel: LoggerLevel.error }).register({
      [key]: async (data: unknown) => {
        seen = data;
      },
    });
    await dispatcher.invoke(Object.assign(Object.create({ headers: {} }), body), { needCheck: false });
    expect(JSON.parse(JSON.stringify(seen))).toMatchObject(expected?.data as Record<string, unknown>);
  },
  token_cache_expiry: ({ now_ms, expire_s }, expected) => {
    const { renewAt } = renewalOf(Number(now_ms), Number(expire_s));
    expect(renewAt).toBe(expected?.cache_expire_at_ms);
  },
});

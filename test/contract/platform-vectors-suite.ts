import { describe, expect, test } from 'vitest';
import { jsSignature as dingtalkJsSignature, hmacSignature } from '#adapters/dingtalk/signatures.ts';
import {
  eventSignature,
  jsSignature as feishuJsSignature,
  legacyCardSignature,
  openEvent,
  sealEvent,
} from '#adapters/feishu/event-crypto.ts';
import { urlCheckAnswer } from '#adapters/feishu/url-check.ts';
import { toHex, utf8 } from '#adapters/shared/byte-encoding.ts';
import { callbackCipher, readKey, sealBytes } from '#adapters/shared/callback-cipher.ts';
import { pkceChallenge } from '#adapters/shared/pkce.ts';
import { replyEnvelope } from '#adapters/wecom/callback-reply.ts';
import { jsSignature as wecomJsSignature } from '#adapters/wecom/js-ticket.ts';
import dingtalk from '../fixtures/platform-vectors/dingtalk.json' with { type: 'json' };
import feishu from '../fixtures/platform-vectors/feishu.json' with { type: 'json' };
import wecom from '../fixtures/platform-vectors/wecom.json' with { type: 'json' };

type Fields = Readonly<Record<string, unknown>>;
interface Vector {
  readonly name: string;
  readonly kind: string;
  readonly inputs: Fields;
  readonly expected: Fields | null;
}
type Check = (inputs: Fields, expected: Fields | null) => void | Promise<void>;

const text = (fields: Fields, name: string): string => String(fields[name] ?? '');
const keysOf = (i: Fields) => ({ token: text(i, 'token'), encodingAesKey: text(i, 'encodingAesKey') });
const receiverOf = (i: Fields): string => text(i, 'receiveId' in i ? 'receiveId' : 'ownerKey');

/** The signed ciphertext of a vector: from its fields, or from the query of its request address. */
function sealedOf(i: Fields) {
  const query = 'requestUrl' in i ? new URL(text(i, 'requestUrl')).searchParams : null;
  const of = (field: string, parameter: string) => query?.get(parameter) ?? text(i, field);
  return {
    timestamp: of('timestamp', 'timestamp'),
    nonce: of('nonce', 'nonce'),
    signature: of('msgSignature', 'msg_signature'),
    encrypt: of('encrypt', 'echostr'),
  };
}

const opened: Check = (inputs, expected) => {
  const cipher = callbackCipher(keysOf(inputs));
  if (expected === null) {
    expect(() => cipher.open(text(inputs, 'encrypt'))).toThrow('PLATFORM_CALLBACK_REFUSED');
    return;
  }
  const sealed = sealedOf(inputs);
  const answer = cipher.verifyAndOpen(sealed);
  expect(answer.message).toBe(expected.plaintext ?? expected.httpBody);
  expect(answer.receiver).toBe(receiverOf(inputs));
  const random = expected.random16Hex ?? (expected.random16 ? toHex(utf8(text(expected, 'random16'))) : null);
  if (random) {
    const bytes = Uint8Array.from(String(random).match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
    expect(cipher.seal(answer.message, answer.receiver, bytes)).toBe(sealed.encrypt);
  }
};

const refused: Check = (inputs) => {
  const cipher = callbackCipher(keysOf(inputs));
  expect(() => cipher.verifyAndOpen(sealedOf(inputs))).toThrow(
    expect.objectContaining({ code: 'PLATFORM_CALLBACK_REFUSED', details: { problem: 'signature' } }),
  );
};

const sealed: Check = (inputs, expected) => {
  const cipher = callbackCipher(keysOf(inputs));
  const encrypt = cipher.seal(text(inputs, 'plaintext'), receiverOf(inputs), utf8(text(inputs, 'random16')));
  expect(encrypt).toBe(expected?.encrypt);
  const { timestamp, nonce } = { timestamp: text(inputs, 'timestamp'), nonce: text(inputs, 'nonce') };
  if (expected?.msgSignature) expect(cipher.sign(timestamp, nonce, encrypt)).toBe(expected.msgSignature);
  if (expected?.httpBody) {
    const envelope = replyEnvelope({
      encrypt,
      signature: cipher.sign(timestamp, nonce, encrypt),
      timestamp,
      nonce,
    });
    expect(envelope).toBe(expected.httpBody);
  }
};

const hmac: Check = (inputs, expected) => {
  const signature = hmacSignature(text(inputs, 'secret'), text(inputs, 'stringToSign'));
  expect(signature).toBe(expected?.signature);
  if (expected?.urlEncoded) expect(encodeURIComponent(signature)).toBe(expected.urlEncoded);
};

const raw: Check = (inputs, expected) => {
  const key = readKey(text(inputs, 'encodingAesKey'));
  expect(sealBytes(key, utf8(text(inputs, 'plaintext')))).toBe(expected?.ciphertextBase64);
};

const ticket = (i: Fields) => ({
  ticket: text(i, 'jsapiTicket' in i ? 'jsapiTicket' : 'jsapi_ticket'),
  nonceStr: text(i, 'nonceStr' in i ? 'nonceStr' : 'noncestr'),
});

const checks: Readonly<Record<string, Readonly<Record<string, Check>>>> = {
  wecom: {
    'url-verify': opened,
    'callback-decrypt': opened,
    'callback-encrypt': sealed,
    'callback-reject': refused,
    'jsapi-signature': (i, expected) => {
      const input = { ...ticket(i), timestamp: Number(i.timestamp), url: text(i, 'signedUrl') };
      expect(wecomJsSignature(input)).toBe(expected?.signature);
    },
  },
  dingtalk: {
    'callback-decrypt': opened,
    'callback-encrypt': sealed,
    'callback-reject': refused,
    'aes-raw': raw,
    'hmac-signature': hmac,
    'jsapi-signature': (i, expected) => {
      const algorithm = text(i, 'algorithm') === 'sha1' ? 'sha1' : 'sha256';
      const url = text(i, 'pageUrl' in i ? 'pageUrl' : 'signedUrl');
      const input = { ...ticket(i), timeStamp: Number(i.timeStamp), url, algorithm } as const;
      expect(dingtalkJsSignature(input)).toBe(expected?.signature);
    },
  },
  feishu: {
    decrypt_event: (i, expected) => {
      expect(openEvent(text(i, 'encrypt_key'), text(i, 'encrypt'))).toBe(expected?.plaintext);
    },
    encrypt_event_fixed_iv: (i, expected) => {
      const iv = Uint8Array.from(text(i, 'iv_hex').match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
      expect(sealEvent(text(i, 'encrypt_key'), text(i, 'plaintext'), iv)).toBe(expected?.encrypt);
    },
    url_verification: (i, expected) => {
      expect(urlCheckAnswer(i.body)).toEqual(expected?.response);
    },
    event_signature_sha256: (i, expected) => {
      const parts = [text(i, 'timestamp'), text(i, 'nonce'), text(i, 'encrypt_key')] as const;
      expect(eventSignature(...parts, utf8(text(i, 'raw_body')))).toBe(expected?.signature);
    },
    card_signature_sha1: (i, expected) => {
      const parts = [text(i, 'timestamp'), text(i, 'nonce'), text(i, 'verification_token')] as const;
      expect(legacyCardSignature(...parts, utf8(text(i, 'raw_body')))).toBe(expected?.signature);
    },
    jsapi_signature_sha1: (i, expected) => {
      const input = { ...ticket(i), timestamp: Number(i.timestamp), url: text(i, 'url') };
      expect(feishuJsSignature(input)).toBe(expected?.signature);
    },
    pkce_s256: (i, expected) => {
      expect(pkceChallenge(text(i, 'code_verifier'))).toBe(expected?.code_challenge);
    },
  },
};

/**
 * Runs every shared vector against the adapters' own functions.
 * @param more checks that only one runtime can make, by kind of Feishu vector
 */
export function keepsTheVectors(more: Readonly<Record<string, Check>>): void {
  for (const { platform, vectors } of [wecom, dingtalk, feishu] as {
    platform: string;
    vectors: Vector[];
  }[]) {
    describe(`${platform} vectors`, () => {
      test.each(vectors.map((vector) => [vector.name, vector] as const))('%s', async (_name, vector) => {
        const check = checks[platform]?.[vector.kind] ?? more[vector.kind];
        expect(check, `a check for the kind ${vector.kind}`).toBeDefined();
        await check?.(vector.inputs, vector.expected);
      });
    });
  }
}

import type { SealedCallback } from '#adapters/shared/callback-cipher.ts';

/** The XML of an encrypted passive reply: https://developer.work.weixin.qq.com/document/path/90930 (read 2026-08). */
export const replyEnvelope = ({ encrypt, signature, timestamp, nonce }: SealedCallback): string =>
  `<xml><Encrypt><![CDATA[${encrypt}]]></Encrypt><MsgSignature><![CDATA[${signature}]]></MsgSignature>` +
  `<TimeStamp>${timestamp}</TimeStamp><Nonce><![CDATA[${nonce}]]></Nonce></xml>`;

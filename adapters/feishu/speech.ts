import { toBase64 } from '#adapters/shared/byte-encoding.ts';
import { unexpected } from '#adapters/shared/platform-call.ts';
import type { FeishuClient } from './client.ts';
import { platformId } from './constants.ts';

/**
 * Words of at most a minute of speech, 16-bit mono PCM at 16 kHz.
 * https://open.feishu.cn/document/server-docs/ai/speech_to_text-v1/file_recognize (read 2026-02): 20 calls a second and
 * company over all apps, not in the free edition.
 */
export async function recogniseSpeech(client: FeishuClient, sound: Uint8Array): Promise<string> {
  const random = crypto.getRandomValues(new Uint8Array(16));
  const letters = 'abcdefghijklmnopqrstuvwxyz012345';
  const fileId = Array.from(random, (byte) => letters[byte % 32]).join('');
  const { recognition_text: text } = await client.post('/speech_to_text/v1/speech/file_recognize', {
    speech: { speech: toBase64(sound) },
    config: { file_id: fileId, format: 'pcm', engine_type: '16k_auto' },
  });
  if (typeof text !== 'string') throw unexpected(platformId, 'recognition_text');
  return text;
}

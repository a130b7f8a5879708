import { Type } from '@sinclair/typebox';
import { bridgeFacts, hearCandidate, longestSpeechBytes } from '#core/interview/dictation.ts';
import { readBytes } from '../body.ts';
import { type AnyRoute, route } from '../route.ts';
import { BridgeFactsView, WordsView } from '../schemas/dictation.ts';

const tag = 'Interview';

/** Speaking instead of typing, with the company's office app. */
export const routes: readonly AnyRoute[] = [
  route({
    method: 'get',
    path: '/api/v1/interview/client',
    permission: 'candidate',
    rate: 60,
    tag,
    summary: 'What the page needs to open the bridge of the office client in which it is shown',
    response: BridgeFactsView,
    handle: ({ tenant }) => bridgeFacts(tenant),
  }),
  route({
    method: 'post',
    path: '/api/v1/interview/dictation',
    permission: 'candidate',
    rate: 30,
    tag,
    summary: 'Words of at most a minute of speech (16-bit mono PCM, 16 kHz); the sound is not kept',
    body: Type.Unsafe<Uint8Array>({ type: 'string', format: 'binary' }),
    rawBody: true,
    response: WordsView,
    naturallyIdempotent: true,
    async handle({ tenant, link, device, http }) {
      const sound = await readBytes(http, longestSpeechBytes);
      return { words: await hearCandidate(tenant, link.interviewId, { sound, deviceId: device }) };
    },
  }),
];

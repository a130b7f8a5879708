import { readFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { serve } from '@hono/node-server';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { huggingFaceTranscriber } from '#adapters/hugging-face/hugging-face-transcriber.ts';
import { openAiTranscriber } from '#adapters/hugging-face/openai-transcriber.ts';
import type { RecogniserSettings } from '#adapters/hugging-face/recognised-speech.ts';
import type { Transcriber, TranscriptionRequest } from '#core/ports/transcriber.ts';
import {
  type SpeechEmulator,
  speechEmulator,
  speechEmulatorFacts,
} from '#test/emulators/hugging-face/speech.ts';
import { noise, streamOf } from '#test/support/byte-streams.ts';

const { token, heardText } = speechEmulatorFacts;
const recording = Uint8Array.from(await readFile(new URL('../fixtures/media/opus.webm', import.meta.url)));
const aRequest = (change: Partial<TranscriptionRequest> = {}): TranscriptionRequest => ({
  audio: streamOf(recording),
  size: recording.length,
  mimeType: 'audio/webm;codecs=opus',
  language: 'zh',
  ...change,
});

let emulator: SpeechEmulator;
let origin = '';
let close = (): void => undefined;
beforeAll(async () => {
  const server = serve({ fetch: (request) => emulator.app.fetch(request), port: 0, hostname: '127.0.0.1' });
  await new Promise<void>((resolve) => server.once('listening', () => resolve()));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  close = () => server.close();
});
beforeEach(() => {
  emulator = speechEmulator();
});
afterAll(() => close());

interface Kind {
  readonly name: string;
  readonly path: string;
  readonly model: string;
  readonly make: (settings: RecogniserSettings) => Transcriber;
}

const kinds: readonly Kind[] = [
  {
    name: 'Hugging Face',
    path: '/models/openai/whisper-large-v3',
    model: 'openai/whisper-large-v3',
    make: huggingFaceTranscriber,
  },
  { name: 'OpenAI-compatible', path: '/v1', model: 'whisper-1', make: openAiTranscriber },
];

describe.each(kinds)('transcriber: $name', ({ path, model, make }) => {
  const waits: number[] = [];
  const aTranscriber = (change: Partial<RecogniserSettings> = {}): Transcriber => {
    waits.length = 0;
    const wait = async (ms: number): Promise<void> => void waits.push(ms);
    const plain = {
      fetch: (address: string, init: RequestInit) => fetch(address, init),
      timeoutMs: 2000,
      wait,
    };
    return make({ url: origin + path, key: token, model, ...plain, ...change });
  };

  test('words, language and times come back', async () => {
    const words = await aTranscriber().transcribe(aRequest());
    expect(words).toMatchObject({ text: heardText, language: 'zh' });
    expect(words.segments).toEqual([
      { start: 0, end: 1.8, text: '客户投诉送货晚了,' },
      { start: 1.8, end: 4, text: '我先道歉,然后联系仓库当天补发。' },
    ]);
    expect(emulator.heard).toMatchObject([{ model, bytes: recording.length, contentType: 'audio/webm' }]);
  });

  test.each(['video/webm;codecs=vp8,opus', 'video/x-matroska', 'AUDIO/WEBM'])(
    '%s is sent as sound',
    async (mimeType) => {
      expect((await aTranscriber().transcribe(aRequest({ mimeType }))).text).toBe(heardText);
    },
  );

  test('a busy or failing server is asked again with the same sound', async () => {
    emulator.fail({ status: 429, headers: { 'retry-after': '3' } }, { status: 503 });
    expect((await aTranscriber().transcribe(aRequest())).text).toBe(heardText);
    expect(waits[0]).toBe(3000);
    expect(emulator.heard).toMatchObject([{ bytes: recording.length }]);
  });

  test.each([{ status: 500 }, { status: 503 }, { status: 429 }])(
    'a server that keeps answering %j is worth another try later',
    async (fault) => {
      emulator.fail(fault, fault, fault);
      const failure = aTranscriber().transcribe(aRequest());
      await expect(failure).rejects.toMatchObject({ code: 'TRANSCRIBER_UNAVAILABLE', retryable: true });
      expect(emulator.calls()).toBe(3);
    },
  );

  test('a server that stalls runs into the time limit', async () => {
    emulator.fail('stall', 'stall', 'stall');
    const failure = aTranscriber({ timeoutMs: 100 }).transcribe(aRequest());
    await expect(failure).rejects.toMatchObject({
      code: 'TRANSCRIBER_UNAVAILABLE',
      details: { reason: 'timeout' },
    });
  });

  test.each(['wrong json', 'no json', 'half an answer'] as const)('%s is no transcript', async (fault) => {
    emulator.fail(fault);
    const failure = aTranscriber().transcribe(aRequest());
    await expect(failure).rejects.toMatchObject({
      code: 'TRANSCRIBER_UNAVAILABLE',
      details: { reason: 'wrong answer' },
    });
  });

  test('a wrong key is the operator’s matter, is not tried again and is nowhere in the error', async () => {
    const error: unknown = await aTranscriber({ key: 'hf_wrong_secret' })
      .transcribe(aRequest())
      .catch((e) => e);
    expect(error).toMatchObject({ code: 'TRANSCRIBER_REFUSED', details: { problem: 'status 401' } });
    expect(emulator.calls()).toBe(1);
    const cause = error instanceof Error ? `${error.stack} ${String(error.cause)}` : '';
    expect(cause + JSON.stringify(error)).not.toContain('hf_wrong_secret');
  });

  test('what is no sound is refused, by us or by the server', async () => {
    const transcriber = aTranscriber();
    const text = aRequest({ mimeType: 'text/plain' });
    await expect(transcriber.transcribe(text)).rejects.toMatchObject({ code: 'TRANSCRIBER_REFUSED' });
    expect(emulator.calls()).toBe(0);
    const garbage = aRequest({ audio: streamOf(noise(100)), size: 100 });
    await expect(transcriber.transcribe(garbage)).rejects.toMatchObject({ code: 'TRANSCRIBER_REFUSED' });
  });

  test('too much sound is refused before it is sent, whatever size was announced', async () => {
    for (const size of [recording.length, 10]) {
      const failure = aTranscriber({ maxAudioBytes: 1000 }).transcribe(aRequest({ size }));
      await expect(failure).rejects.toMatchObject({ code: 'TOO_LARGE' });
    }
    expect(emulator.calls()).toBe(0);
  });

  test('a server that is not there is worth another try later', async () => {
    const failure = aTranscriber({ url: 'http://127.0.0.1:9/v1' }).transcribe(aRequest());
    await expect(failure).rejects.toMatchObject({
      code: 'TRANSCRIBER_UNAVAILABLE',
      details: { reason: 'connection' },
    });
  });

  test('the version names kind and model', () => {
    expect(aTranscriber().version).toMatch(new RegExp(`^(huggingface|openai):${model}$`));
  });
});

describe('OpenAI-compatible only', () => {
  const make = (change: Partial<RecogniserSettings> = {}): Transcriber =>
    openAiTranscriber({
      url: `${origin}/v1/audio/transcriptions/`,
      key: token,
      model: 'whisper-1',
      fetch: (address, init) => fetch(address, init),
      ...change,
    });

  test('confidence is the mean probability that the server reports', async () => {
    const { confidence } = await make().transcribe(aRequest());
    expect(confidence).toBeCloseTo(Math.exp((-0.1 * 1.8 - 0.3 * 2.2) / 4), 6);
    expect(emulator.heard[0]).toMatchObject({ language: 'zh', format: 'verbose_json' });
  });

  test('a model without times is asked for plain text, from then on at once', async () => {
    const transcriber = make({ model: 'gpt-4o-transcribe' });
    for (let i = 0; i < 2; i += 1) {
      const words = await transcriber.transcribe(aRequest());
      expect(words).toEqual({ text: heardText, language: 'zh', confidence: null });
    }
    expect(emulator.calls()).toBe(3);
  });

  test('an unknown model is the operator’s matter', async () => {
    const failure = make({ model: 'none' }).transcribe(aRequest());
    await expect(failure).rejects.toMatchObject({ code: 'TRANSCRIBER_REFUSED' });
  });
});

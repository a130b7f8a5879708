import { type ServerType, serve } from '@hono/node-server';
import { afterEach, expect, test } from 'vitest';
import { languageModel, speech } from '#plugins/host/cli/doctor-models.ts';
import { readConfig } from '#plugins/host/config.ts';
import { type ChatEmulator, chatEmulator, chatEmulatorFacts } from '../emulators/hugging-face/chat.ts';
import { speechEmulator, speechEmulatorFacts } from '../emulators/hugging-face/speech.ts';

const servers: ServerType[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) {
    if ('closeAllConnections' in server) server.closeAllConnections();
    server.close();
  }
});

/** The emulator behind a port of this machine. */
async function listening(app: Pick<ChatEmulator['app'], 'fetch'>): Promise<string> {
  const port = await new Promise<number>((resolve) => {
    servers.push(serve({ fetch: app.fetch, hostname: '127.0.0.1', port: 0 }, (info) => resolve(info.port)));
  });
  return `http://127.0.0.1:${port}/v1`;
}

type Settings = Readonly<Record<string, string>>;

const quoting = () => ({
  dim: 'SRV',
  evidence: [{ turnId: 't1', quote: '晚上又打电话回访', supports: 'A' }],
  missing: [],
  insufficient: false,
  injection_suspected: false,
  level: 3,
});

async function aModel(settings: Settings = {}) {
  const chat = chatEmulator();
  const url = await listening(chat.app);
  const config = readConfig({
    LLM_URL: url,
    LLM_MODEL: 'qwen3-32b',
    LLM_KEY: chatEmulatorFacts.token,
    LLM_TIMEOUT_SECONDS: '20',
    ...settings,
  });
  return { chat, config };
}

async function aRecogniser(settings: Settings = {}) {
  const emulator = speechEmulator();
  const config = readConfig({
    TRANSCRIBER_URL: await listening(emulator.app),
    TRANSCRIBER_MODEL: 'whisper-1',
    TRANSCRIBER_KEY: speechEmulatorFacts.token,
    TRANSCRIBER_KIND: 'openai',
    ...settings,
  });
  return { emulator, config };
}

/** What the doctor says, surely without a key. */
async function said(found: Promise<{ state: string; words: { zh: string; en: string } }>) {
  const { state, words } = await found;
  const text = JSON.stringify(words);
  for (const key of [chatEmulatorFacts.token, 'sk-a-wrong-key']) expect(text).not.toContain(key);
  return { state, ...words };
}

test('a language model that answers with quotes is fine, after one trial', async () => {
  const { chat, config } = await aModel();
  chat.write(quoting);
  expect(await said(languageModel(config))).toMatchObject({
    state: 'ok',
    zh: expect.stringContaining('可用'),
  });
  expect(chat.calls()).toBe(1);
});

test('a wrong key, an unknown model and a used-up quota of the language model are told with the setting to look at', async () => {
  const wrongKey = await aModel({ LLM_KEY: 'sk-a-wrong-key' });
  expect(await said(languageModel(wrongKey.config))).toMatchObject({
    state: 'error',
    zh: expect.stringMatching(/不接受密钥.*LLM_KEY/),
    en: expect.stringContaining('LLM_KEY'),
  });
  const unknown = await aModel({ LLM_MODEL: 'qwen3-23b' });
  expect((await said(languageModel(unknown.config))).zh).toMatch(/没有这个模型.*LLM_MODEL/);
  const limited = await aModel();
  const tooMany = { status: 429, headers: { 'retry-after': '0' } };
  limited.chat.fail(tooMany, tooMany, tooMany);
  expect((await said(languageModel(limited.config))).zh).toMatch(/上限.*提高额度/);
});

test('a language model that stalls, is not there, or answers with a web page is told apart', async () => {
  const slow = await aModel({ LLM_TIMEOUT_SECONDS: '1' });
  slow.chat.fail('stall', 'stall');
  expect((await said(languageModel(slow.config))).zh).toMatch(/时限.*LLM_TIMEOUT_SECONDS/);
  const nobody = await aModel({ LLM_URL: 'http://127.0.0.1:9/v1' });
  expect((await said(languageModel(nobody.config))).zh).toMatch(/连不上.*LLM_URL/);
  for (const fault of ['no json', 'wrong json', 'half an answer'] as const) {
    const odd = await aModel();
    odd.chat.fail(fault, fault);
    expect((await said(languageModel(odd.config))).zh).toMatch(/格式.*LLM_URL/);
  }
  const prose = await aModel();
  prose.chat.write('我觉得不错');
  expect((await said(languageModel(prose.config))).state).toBe('error');
}, 30_000);

test('a recogniser that takes the second of silence is fine', async () => {
  const { emulator, config } = await aRecogniser();
  expect(await said(speech(config))).toMatchObject({ state: 'ok' });
  expect(emulator.heard).toMatchObject([{ kind: 'openai', model: 'whisper-1' }]);
  expect((await said(speech(readConfig({})))).state).toBe('warning');
});

test('faults of the recogniser are told in plain words with the setting to look at', async () => {
  const wrongKey = await aRecogniser({ TRANSCRIBER_KEY: 'sk-a-wrong-key' });
  expect((await said(speech(wrongKey.config))).zh).toMatch(/不接受密钥.*TRANSCRIBER_KEY/);
  const unknown = await aRecogniser({ TRANSCRIBER_MODEL: 'whisper-9' });
  expect((await said(speech(unknown.config))).zh).toMatch(/没有这个模型.*TRANSCRIBER_MODEL/);
  const limited = await aRecogniser();
  const tooMany = { status: 429, headers: { 'retry-after': '0' } };
  limited.emulator.fail(tooMany, tooMany, tooMany);
  expect((await said(speech(limited.config))).zh).toMatch(/上限/);
  const slow = await aRecogniser();
  slow.emulator.fail('stall', 'stall', 'stall');
  expect((await said(speech(slow.config, 200))).zh).toMatch(/时限/);
  for (const fault of ['no json', 'wrong json', 'half an answer'] as const) {
    const odd = await aRecogniser();
    odd.emulator.fail(fault);
    expect((await said(speech(odd.config))).zh).toMatch(/格式.*TRANSCRIBER_URL/);
  }
}, 30_000);

import { Hono } from 'hono';

/** What goes wrong with the next request. */
export type SpeechFault =
  | { readonly status: number; readonly headers?: Readonly<Record<string, string>> }
  | 'stall'
  | 'wrong json'
  | 'no json'
  | 'half an answer';

/** One accepted request, as the server understood it. */
export interface HeardRequest {
  readonly kind: 'huggingface' | 'openai';
  readonly model: string;
  readonly contentType: string;
  readonly bytes: number;
  readonly language: string | null;
  readonly format: string | null;
}

export interface SpeechEmulator {
  readonly app: Hono;
  readonly heard: HeardRequest[];
  /** Requests of any kind, refused ones too. */
  calls(): number;
  /** Faults for the next requests, one each. */
  fail(...faults: readonly SpeechFault[]): void;
}

const token = 'hf_emulator_token';
const models = ['whisper-1', 'gpt-4o-transcribe', 'openai/whisper-large-v3'];
const heardText = '客户投诉送货晚了,我先道歉,然后联系仓库当天补发。';
const chunks = [
  { timestamp: [0, 1.8], text: ' 客户投诉送货晚了,' },
  { timestamp: [1.8, 4], text: '我先道歉,然后联系仓库当天补发。' },
];
/** As the official API answers for other content types. */
const soundTypes = [
  'webm',
  'ogg',
  'mpeg',
  'mp3',
  'mp4',
  'm4a',
  'x-m4a',
  'aac',
  'wav',
  'wave',
  'x-wav',
  'flac',
];
const fileEndings = ['flac', 'mp3', 'mp4', 'mpeg', 'mpga', 'm4a', 'ogg', 'wav', 'webm'];
const limitBytes = 25 * 1024 * 1024;

const looksLikeSound = (bytes: Uint8Array): boolean =>
  [0x1a, 0x45, 0xdf, 0xa3].every((byte, i) => bytes[i] === byte) ||
  String.fromCharCode(...bytes.subarray(4, 8)) === 'ftyp' ||
  (String.fromCharCode(...bytes.subarray(0, 4)) === 'RIFF' &&
    String.fromCharCode(...bytes.subarray(8, 12)) === 'WAVE');

const openAiError = (message: string, param: string | null = null) => ({
  error: { message, type: 'invalid_request_error', param, code: null },
});

/** How a fault looks on the wire; null for none. */
function faultResponse(fault: SpeechFault | undefined): Response | Promise<Response> | null {
  const json = { 'content-type': 'application/json' };
  if (fault === undefined) return null;
  if (fault === 'stall') return new Promise<Response>(() => undefined);
  if (fault === 'wrong json') return new Response('{"result":{"words":[]}}', { headers: json });
  if (fault === 'no json')
    return new Response('<html>busy</html>', { headers: { 'content-type': 'text/html' } });
  if (fault === 'half an answer') return new Response('{"text":"客户投', { headers: json });
  const body = JSON.stringify({ error: `emulated ${fault.status}` });
  return new Response(body, { status: fault.status, headers: { ...json, ...fault.headers } });
}

/**
 * Answers as Hugging Face inference endpoints (`POST /models/<org>/<name>`, raw sound) and as OpenAI-compatible servers
 * (`POST /v1/audio/transcriptions`, multipart) are documented to, refusing what they refuse. The token is `hf_emulator_token`.
 */
export function speechEmulator(): SpeechEmulator {
  const heard: HeardRequest[] = [];
  const faults: SpeechFault[] = [];
  let calls = 0;
  const app = new Hono();

  app.use(async (c, next) => {
    calls += 1;
    const fault = faultResponse(faults.shift());
    if (fault !== null) return fault;
    if (c.req.header('authorization') !== `Bearer ${token}`) {
      const openAi = openAiError('Incorrect API key provided.');
      return c.json(c.req.path.startsWith('/v1/') ? openAi : { error: 'Invalid username or password.' }, 401);
    }
    await next();
  });

  app.post('/models/:owner/:name', async (c) => {
    const model = `${c.req.param('owner')}/${c.req.param('name')}`;
    if (!models.includes(model)) return c.json({ error: `Model ${model} does not exist` }, 404);
    const contentType = c.req.header('content-type') ?? '';
    const [kind, sub = ''] = contentType.split(';')[0]?.split('/') ?? [];
    if (kind !== 'audio' || !soundTypes.includes(sub)) {
      return c.json({ error: `Content type "${contentType}" not supported.` }, 400);
    }
    const bytes = new Uint8Array(await c.req.arrayBuffer());
    if (!looksLikeSound(bytes)) return c.json({ error: 'Malformed soundfile' }, 400);
    heard.push({
      kind: 'huggingface',
      model,
      contentType,
      bytes: bytes.length,
      language: null,
      format: null,
    });
    return c.json({ text: ` ${heardText}`, chunks });
  });

  app.post('/v1/audio/transcriptions', async (c) => {
    const contentType = c.req.header('content-type') ?? '';
    if (!/^multipart\/form-data; *boundary=/.test(contentType)) {
      return c.json(openAiError('Content-Type must be multipart/form-data'), 415);
    }
    const form = await c.req.formData();
    const refusal = openAiRefusal(form);
    if (refusal !== null) return c.json(openAiError(refusal.message, refusal.param), refusal.status);
    const file = form.get('file') as unknown as File;
    const bytes = new Uint8Array(await file.arrayBuffer());
    if (!looksLikeSound(bytes)) return c.json(openAiError('Invalid file format.', 'file'), 400);
    const format = text(form, 'response_format') ?? 'json';
    const model = text(form, 'model') ?? '';
    const language = text(form, 'language');
    heard.push({ kind: 'openai', model, contentType: file.type, bytes: bytes.length, language, format });
    if (format === 'json') return c.json({ text: heardText });
    return c.json(verboseAnswer());
  });

  return { app, heard, calls: () => calls, fail: (...more) => void faults.push(...more) };
}

const text = (form: FormData, name: string): string | null => {
  const value = form.get(name);
  return typeof value === 'string' ? value : null;
};

function openAiRefusal(form: FormData): { message: string; param: string; status: 400 | 404 | 413 } | null {
  const known = ['file', 'model', 'language', 'prompt', 'response_format', 'temperature'];
  const refuse = (message: string, param: string, status: 400 | 404 | 413 = 400) => ({
    message,
    param,
    status,
  });
  for (const name of form.keys()) {
    if (!known.includes(name)) return refuse(`Unrecognized request argument: ${name}`, name);
  }
  const file = form.get('file') as unknown;
  if (!(file instanceof File)) return refuse('file is required', 'file');
  if (!fileEndings.includes(file.name.split('.').pop() ?? '')) return refuse('Invalid file format.', 'file');
  if (file.size > limitBytes) return refuse('Maximum content size limit exceeded', 'file', 413);
  const model = text(form, 'model') ?? '';
  if (!models.includes(model)) return refuse(`The model '${model}' does not exist`, 'model', 404);
  const language = text(form, 'language');
  if (language !== null && !/^[a-z]{2}$/.test(language))
    return refuse('Language must be ISO-639-1', 'language');
  const format = text(form, 'response_format') ?? 'json';
  if (!['json', 'text', 'srt', 'verbose_json', 'vtt'].includes(format)) {
    return refuse('Invalid value', 'response_format');
  }
  if (format === 'verbose_json' && model === 'gpt-4o-transcribe') {
    return refuse(
      `response_format 'verbose_json' is not compatible with model '${model}'.`,
      'response_format',
    );
  }
  return null;
}

function verboseAnswer() {
  const logprobs = [-0.1, -0.3];
  const segments = chunks.map(({ timestamp, text: words }, id) => ({
    id,
    start: timestamp[0],
    end: timestamp[1],
    text: words,
    avg_logprob: logprobs[id],
    no_speech_prob: 0.01,
  }));
  return { task: 'transcribe', language: 'chinese', duration: 4, text: heardText, segments };
}

/** What the emulator accepts and answers, for tests. */
export const speechEmulatorFacts = { token, heardText } as const;

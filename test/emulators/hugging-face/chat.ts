import { Hono } from 'hono';

/** What the model was asked, as the server understood it. */
export interface ChatRequest {
  readonly model: string;
  readonly system: string;
  readonly user: UserData;
  readonly messages: number;
  readonly format: string;
  readonly seed: number;
}

/** The data part of a question, as the prompt documents it. */
export interface UserData {
  readonly question: string;
  readonly nonce: string;
  readonly answer: readonly { readonly turnId: string; readonly text: string }[];
}

/** What goes wrong with the next request on the wire. */
export type ChatFault =
  | { readonly status: number; readonly headers?: Readonly<Record<string, string>>; readonly error?: string }
  | 'stall'
  | 'half and stall'
  | 'no json'
  | 'wrong json'
  | 'half an answer'
  | 'event stream';

/** What the model writes next: a judgement made of the request, or any text. */
export type Written =
  | string
  | ((request: ChatRequest) => unknown)
  | { readonly refusal: string }
  | { readonly text: string; readonly finish: 'length' | 'content_filter' };

export interface ChatEmulator {
  readonly app: Hono;
  readonly heard: ChatRequest[];
  /** Requests of any kind, refused ones too. */
  calls(): number;
  /** Faults for the next requests, one each. */
  fail(...faults: readonly ChatFault[]): void;
  /** What the model writes from now on: each in turn, the last for ever. */
  write(...answers: readonly Written[]): void;
  /** Response formats that this server does not know. */
  lacks(...formats: readonly string[]): void;
}

const token = 'hf_emulator_token';
const models = ['qwen3-32b', 'Qwen/Qwen3-32B'];
const known = ['model', 'messages', 'max_tokens', 'temperature', 'seed', 'stream', 'response_format'];

/** Facts that tests need. */
export const chatEmulatorFacts = { token, models };

const errorBody = (message: string, param: string | null = null) => ({
  error: { message, type: 'invalid_request_error', param, code: null },
});

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** How a fault looks on the wire; null for none. */
function faultResponse(fault: ChatFault | undefined): Response | Promise<Response> | null {
  const json = { 'content-type': 'application/json' };
  if (fault === undefined) return null;
  if (fault === 'stall') return new Promise<Response>(() => undefined);
  if (fault === 'half and stall')
    return new Response(
      new ReadableStream({
        start: (stream) => stream.enqueue(new TextEncoder().encode('{"id":"c1","choices":[{"index":0,"mess')),
      }),
      { headers: json },
    );
  if (fault === 'wrong json') return new Response('{"result":[]}', { headers: json });
  if (fault === 'no json')
    return new Response('<html>busy</html>', { headers: { 'content-type': 'text/html' } });
  if (fault === 'half an answer')
    return new Response('{"id":"c1","object":"chat.completion","choices":[{"index":0,"message":{"con', {
      headers: json,
    });
  if (fault === 'event stream')
    return new Response(
      'data: {"object":"chat.completion.chunk","choices":[{"delta":{"content":"{\\"di"}}]}\n\n',
      {
        headers: { 'content-type': 'text/event-stream' },
      },
    );
  const body = JSON.stringify(errorBody(fault.error ?? `emulated ${fault.status}`));
  return new Response(body, { status: fault.status, headers: { ...json, ...fault.headers } });
}

/** What the documented interface refuses, or null. */
function refusalOf(body: Readonly<Record<string, unknown>>, lacking: readonly string[]) {
  for (const name of Object.keys(body))
    if (!known.includes(name)) return errorBody(`Unrecognized request argument supplied: ${name}`, name);
  if (!Array.isArray(body.messages) || body.messages.length === 0)
    return errorBody('messages is required', 'messages');
  const wellFormed = body.messages.every(
    (one: unknown) =>
      isRecord(one) &&
      ['system', 'user', 'assistant'].includes(String(one.role)) &&
      typeof one.content === 'string',
  );
  if (!wellFormed) return errorBody('Invalid message', 'messages');
  const temperature = body.temperature ?? 1;
  if (typeof temperature !== 'number' || temperature < 0 || temperature > 2)
    return errorBody('temperature is out of range', 'temperature');
  const format = isRecord(body.response_format) ? body.response_format : { type: 'text' };
  if (lacking.includes(String(format.type)))
    return errorBody(`response_format type ${format.type} is unavailable now`, 'response_format');
  if (format.type === 'json_schema') return schemaFault(format.json_schema);
  return null;
}

/** Strict schemas must name every property as required and allow no other: https://platform.openai.com/docs/guides/structured-outputs */
function schemaFault(named: unknown) {
  const faulty = (schema: unknown): boolean => {
    if (!isRecord(schema)) return false;
    const properties = isRecord(schema.properties) ? schema.properties : null;
    const required = Array.isArray(schema.required) ? schema.required : [];
    const open =
      properties !== null &&
      (schema.additionalProperties !== false ||
        Object.keys(properties).some((name) => !required.includes(name)));
    return open || Object.values(properties ?? {}).some(faulty) || faulty(schema.items);
  };
  if (!isRecord(named) || typeof named.name !== 'string' || !isRecord(named.schema) || faulty(named.schema))
    return errorBody('Invalid schema for response_format', 'response_format');
  return null;
}

function heardRequest(body: Readonly<Record<string, unknown>>): ChatRequest {
  const messages = body.messages as readonly { readonly role: string; readonly content: string }[];
  const of = (role: string) => messages.find((message) => message.role === role)?.content ?? '';
  return {
    model: String(body.model),
    system: of('system'),
    user: JSON.parse(of('user')) as UserData,
    messages: messages.length,
    format: isRecord(body.response_format) ? String(body.response_format.type) : 'text',
    seed: Number(body.seed),
  };
}

function completion(request: ChatRequest, written: Written) {
  const asObject = typeof written === 'object' ? written : null;
  const refusal = asObject !== null && 'refusal' in asObject ? asObject.refusal : null;
  const finish = asObject !== null && 'finish' in asObject ? asObject.finish : 'stop';
  const text =
    typeof written === 'string'
      ? written
      : typeof written === 'function'
        ? JSON.stringify(written(request))
        : 'text' in written
          ? written.text
          : null;
  return {
    id: 'chatcmpl-1',
    object: 'chat.completion',
    created: 1_795_392_000,
    model: request.model,
    choices: [
      {
        index: 0,
        message: { role: 'assistant', content: text, refusal },
        finish_reason: finish,
        logprobs: null,
      },
    ],
    usage: { prompt_tokens: 900, completion_tokens: 100, total_tokens: 1000 },
  };
}

/**
 * Answers as OpenAI-compatible servers and Hugging Face's router (`POST /v1/chat/completions`) are documented to, refusing what
 * they refuse, and writes what a test says the model writes. The token is `hf_emulator_token`.
 */
export function chatEmulator(): ChatEmulator {
  const heard: ChatRequest[] = [];
  const faults: ChatFault[] = [];
  const lacking: string[] = [];
  let script: readonly Written[] = [];
  let calls = 0;
  const app = new Hono();

  app.post('/v1/chat/completions', async (c) => {
    calls += 1;
    const fault = faultResponse(faults.shift());
    if (fault !== null) return fault;
    if (c.req.header('authorization') !== `Bearer ${token}`)
      return c.json(errorBody('Incorrect API key provided.'), 401);
    const body: unknown = await c.req.json();
    if (!isRecord(body)) return c.json(errorBody('Body must be an object'), 400);
    if (!models.includes(String(body.model)))
      return c.json(errorBody(`The model '${body.model}' does not exist`, 'model'), 404);
    const refusal = refusalOf(body, lacking);
    if (refusal !== null) return c.json(refusal, 400);
    const request = heardRequest(body);
    heard.push(request);
    const [next, ...rest] = script;
    if (next === undefined) return c.json(errorBody('the test gave no script'), 500);
    if (rest.length > 0) script = rest;
    return c.json(completion(request, next));
  });

  return {
    app,
    heard,
    calls: () => calls,
    fail: (...more) => void faults.push(...more),
    write: (...answers) => {
      script = answers;
    },
    lacks: (...formats) => void lacking.push(...formats),
  };
}

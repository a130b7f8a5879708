import { resolve } from 'node:path';
import { masterKeyBytes } from '#adapters/shared/master-keys.ts';
import { type OfficeConfig, readOffice } from './office-config.ts';

/** Settings that both runtimes share. */
export interface CommonConfig {
  /** Origin of every link, without a trailing slash. */
  readonly publicUrl: string;
  readonly transcriber: {
    readonly kind: 'huggingface' | 'openai';
    readonly url: string;
    readonly key: string;
    readonly model: string;
  } | null;
  /** A language model that judges beside the embedded scorer. */
  readonly llm: LlmConfig | null;
  readonly office: OfficeConfig;
  readonly sampleCompany: boolean;
  readonly locale: 'zh-CN' | 'en-US';
  readonly logLevel: 'info' | 'warn' | 'error';
  /** Host names of models and webhooks that may lie in private networks. */
  readonly allowedPrivateHosts: readonly string[];
  /** Refuses to send an answer that is not as the API description says: for tests, where a drift must not pass unseen. */
  readonly checkAnswers: boolean;
}

/** Where a language model is, how often it is asked and for whom. */
export interface LlmConfig {
  readonly kind: 'openai' | 'huggingface';
  /** Null: Hugging Face's router chooses a provider. */
  readonly url: string | null;
  readonly key: string;
  readonly model: string;
  readonly samples: number;
  readonly timeoutMs: number;
  /** Tokens a UTC day and process. */
  readonly dailyTokens: number;
  /** Regions of jobs whose candidates' answers may be sent to it. */
  readonly regions: readonly string[];
}

/** Settings of a Worker: variables and secrets of its deployment. */
export interface WorkerConfig extends CommonConfig {
  /** 32 random bytes as base64; during a rotation several, separated by spaces, newest first. */
  readonly masterKeys: string;
  /** Opens `POST /setup`, which makes the owner's sign-in link; null keeps it closed. */
  readonly setupToken: string | null;
}

/** Settings of a Node installation, read once at the start. */
export interface Config extends CommonConfig {
  readonly port: number;
  readonly host: string;
  readonly dataDir: string;
  readonly tls: { readonly certFile: string; readonly keyFile: string } | null;
  readonly database: { readonly url: string; readonly authToken: string | undefined };
  /** Reads the client's address from `X-Forwarded-For`: only behind a proxy that sets it. */
  readonly trustProxy: boolean;
}

/** A setting that cannot be used: its name, what is expected, an example. Never the value. */
export interface SettingFault {
  readonly name: string;
  readonly expected: string;
  readonly example: string;
}

/** All faults of the settings at once, so that nobody mends them one start at a time. */
export class ConfigError extends Error {
  readonly faults: readonly SettingFault[];

  constructor(faults: readonly SettingFault[]) {
    super(
      faults.map((f) => `${f.name}: expected ${f.expected}, for example ${f.name}=${f.example}`).join('\n'),
    );
    this.name = 'ConfigError';
    this.faults = faults;
  }
}

type Environment = Readonly<Record<string, string | undefined>>;

class Reader {
  readonly faults: SettingFault[] = [];
  readonly #environment: Environment;

  constructor(environment: Environment) {
    this.#environment = environment;
  }

  text(name: string): string | undefined {
    const value = this.#environment[name]?.trim();
    return value === '' ? undefined : value;
  }

  fault(name: string, expected: string, example: string): void {
    this.faults.push({ name, expected, example });
  }

  whole(name: string, [least, most]: readonly [number, number], fallback: number): number {
    const text = this.text(name);
    if (text === undefined) return fallback;
    const value = Number(text);
    if (Number.isInteger(value) && value >= least && value <= most) return value;
    this.fault(name, `a whole number from ${least} to ${most}`, String(fallback));
    return fallback;
  }

  port(name: string, fallback: number): number {
    const text = this.text(name);
    if (text === undefined) return fallback;
    const value = Number(text);
    if (Number.isInteger(value) && value >= 0 && value <= 65_535) return value;
    this.fault(name, 'a port number from 0 to 65535', '8080');
    return fallback;
  }

  choice<const T extends readonly string[]>(name: string, values: T, fallback: T[number]): T[number] {
    const text = this.text(name);
    if (text === undefined) return fallback;
    if (values.includes(text)) return text;
    this.fault(name, `one of ${values.join(', ')}`, values[0] ?? '');
    return fallback;
  }

  origin(name: string): string | undefined {
    const text = this.text(name);
    if (text === undefined) return undefined;
    try {
      const url = new URL(text);
      if (/^https?:$/.test(url.protocol) && url.pathname === '/' && !url.search && !url.username)
        return url.origin;
    } catch {
      // Told below like every other fault.
    }
    this.fault(name, 'an http or https address without a path', 'https://hire.example.com');
    return undefined;
  }
}

function readTls(reader: Reader): Config['tls'] {
  const certFile = reader.text('TLS_CERT');
  const keyFile = reader.text('TLS_KEY');
  if (certFile && keyFile) return { certFile: resolve(certFile), keyFile: resolve(keyFile) };
  if (certFile) reader.fault('TLS_KEY', 'a PEM file, since TLS_CERT is set', '/etc/jinji/tls.key');
  if (keyFile) reader.fault('TLS_CERT', 'a PEM file, since TLS_KEY is set', '/etc/jinji/tls.crt');
  return null;
}

function readTranscriber(reader: Reader): Config['transcriber'] {
  const url = reader.text('TRANSCRIBER_URL');
  if (!url) return null;
  if (!URL.canParse(url)) {
    reader.fault('TRANSCRIBER_URL', 'an address', 'http://127.0.0.1:8000/v1/audio/transcriptions');
  }
  return {
    kind: reader.choice('TRANSCRIBER_KIND', ['openai', 'huggingface'], 'openai'),
    url,
    key: reader.text('TRANSCRIBER_KEY') ?? '',
    model: reader.text('TRANSCRIBER_MODEL') ?? 'whisper-1',
  };
}

const allRegions = ['cn', 'eu', 'us-ny', 'us-il', 'us-ca', 'other'] as const;

/** Regions named by the operator; unless told all, and for Hugging Face's router, which lies abroad, all but `cn`. */
function readRegions(reader: Reader, abroad: boolean): readonly string[] {
  const text = reader.text('LLM_REGIONS');
  if (text === undefined) return allRegions.filter((region) => !(abroad && region === 'cn'));
  const named = text.split(',').flatMap((region) => region.trim() || []);
  if (named.some((region) => !allRegions.some((known) => known === region)))
    reader.fault('LLM_REGIONS', `some of ${allRegions.join(', ')}, separated by commas`, 'cn,other');
  return named;
}

function readLlm(reader: Reader): LlmConfig | null {
  const url = reader.text('LLM_URL') ?? null;
  const model = reader.text('LLM_MODEL');
  if (url === null && model === undefined) return null;
  const kind = reader.choice('LLM_KIND', ['openai', 'huggingface'], 'openai');
  const key = reader.text('LLM_KEY') ?? '';
  const address = 'http://127.0.0.1:8000/v1';
  if (url !== null && !URL.canParse(url)) reader.fault('LLM_URL', 'an address', address);
  if (url === null && kind === 'openai')
    reader.fault('LLM_URL', 'an address, since LLM_MODEL is set', address);
  if (url === null && kind === 'huggingface' && !key.startsWith('hf_'))
    reader.fault('LLM_KEY', 'a Hugging Face token, since LLM_URL is not set', 'hf_…');
  if (model === undefined)
    reader.fault('LLM_MODEL', 'the name of a model, since LLM_URL is set', 'qwen3-32b');
  return {
    kind,
    url,
    key,
    model: model ?? '',
    samples: reader.whole('LLM_SAMPLES', [1, 9], 3),
    timeoutMs: reader.whole('LLM_TIMEOUT_SECONDS', [1, 600], 60) * 1000,
    dailyTokens: reader.whole('LLM_DAILY_TOKENS', [1, 1_000_000_000], 5_000_000),
    regions: readRegions(reader, url === null),
  };
}

const readCommon = (reader: Reader, publicUrl: string): CommonConfig => ({
  publicUrl,
  transcriber: readTranscriber(reader),
  llm: readLlm(reader),
  office: readOffice(reader),
  sampleCompany: reader.choice('SAMPLE_COMPANY', ['on', 'off'], 'on') === 'on',
  locale: reader.choice('JINJI_LOCALE', ['zh-CN', 'en-US'], 'zh-CN'),
  logLevel: reader.choice('LOG_LEVEL', ['info', 'warn', 'error'], 'warn'),
  allowedPrivateHosts: (reader.text('ALLOWED_PRIVATE_HOSTS') ?? '')
    .split(',')
    .flatMap((host) => host.trim() || []),
  checkAnswers: reader.choice('CHECK_ANSWERS', ['on', 'off'], 'off') === 'on',
});

/**
 * Reads the settings of a Node installation.
 * @throws ConfigError naming every fault
 */
export function readConfig(environment: Environment = process.env): Config {
  const reader = new Reader(environment);
  const port = reader.port('PORT', 8080);
  const dataDir = resolve(reader.text('DATA_DIR') ?? './data');
  const tls = readTls(reader);
  const publicUrl = reader.origin('PUBLIC_URL') ?? `${tls ? 'https' : 'http'}://localhost:${port}`;
  const config: Config = {
    ...readCommon(reader, publicUrl),
    port,
    host: reader.text('HOST') ?? '0.0.0.0',
    dataDir,
    tls,
    database: {
      url: reader.text('DATABASE_URL') ?? `file:${resolve(dataDir, 'jinji.db')}`,
      authToken: reader.text('DATABASE_TOKEN'),
    },
    trustProxy: reader.choice('TRUST_PROXY', ['on', 'off'], 'off') === 'on',
  };
  if (reader.faults.length > 0) throw new ConfigError(reader.faults);
  return config;
}

const isMasterKey = (text: string): boolean => {
  try {
    return masterKeyBytes(text, 'MASTER_KEY').length === 32;
  } catch {
    return false;
  }
};

/**
 * Reads the settings of a Worker. Nothing here has a default that could send candidates to a wrong address or seal data
 * with a key that is lost at the next start.
 * @throws ConfigError naming every fault
 */
export function readWorkerConfig(environment: Environment): WorkerConfig {
  const reader = new Reader(environment);
  const publicUrl = reader.origin('PUBLIC_URL');
  const publicUrlFaulty = reader.faults.length > 0;
  if (publicUrl === undefined && !publicUrlFaulty) {
    reader.fault(
      'PUBLIC_URL',
      'the address under which people reach this Worker',
      'https://hire.example.com',
    );
  }
  const masterKeys = reader.text('MASTER_KEY') ?? '';
  if (!masterKeys.split(/\s+/).every(isMasterKey)) {
    reader.fault('MASTER_KEY', 'a secret of 32 random bytes as base64', '"$(openssl rand -base64 32)"');
  }
  const setupToken = reader.text('SETUP_TOKEN') ?? null;
  if (setupToken !== null && setupToken.length < 24) {
    reader.fault('SETUP_TOKEN', 'a secret of at least 24 characters', '"$(openssl rand -hex 24)"');
  }
  const config = { ...readCommon(reader, publicUrl ?? ''), masterKeys, setupToken };
  if (reader.faults.length > 0) throw new ConfigError(reader.faults);
  return config;
}

/** The folder in which the caller of a command stands: npm changes to the project before it runs a script. */
export const callerFolder = (environment: Environment = process.env): string =>
  (environment.npm_lifecycle_event === 'jinji' ? environment.INIT_CWD : undefined) ?? process.cwd();

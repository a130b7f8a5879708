import { expect, test } from 'vitest';
import { ConfigError, readConfig } from '#plugins/host/config.ts';
import { configuredScorer } from '#plugins/host/scorer.ts';

const noEmbedder = () => Promise.reject(new Error('not needed'));
const noFetch = () => () => Promise.reject(new Error('not needed'));

const faultsOf = (environment: Readonly<Record<string, string>>): readonly string[] => {
  try {
    readConfig(environment);
    return [];
  } catch (error) {
    if (error instanceof ConfigError) return error.faults.map(({ name }) => name);
    throw error;
  }
};

test('without an address and a model the embedded scorer judges alone', () => {
  const config = readConfig({});
  expect(config.llm).toBeNull();
  const scorer = configuredScorer(config, noEmbedder, noFetch);
  expect([scorer.identity.kind, scorer.remote]).toEqual(['embedded', undefined]);
});

test('an address and a model are enough, for jobs of every region', () => {
  const config = readConfig({ LLM_URL: 'http://127.0.0.1:8000/v1', LLM_MODEL: 'm' });
  expect(config.llm).toMatchObject({ kind: 'openai', samples: 3, timeoutMs: 60_000 });
  const scorer = configuredScorer(config, noEmbedder, noFetch);
  expect(scorer.identity).toMatchObject({ kind: 'llm', model: 'm' });
  expect(scorer.remote?.regions).toContain('cn');
});

test('the router lies abroad: jobs in China stay with the embedded scorer unless the operator names them', () => {
  const router = { LLM_KIND: 'huggingface', LLM_MODEL: 'm', LLM_KEY: 'hf_x' };
  expect(readConfig(router).llm?.regions).not.toContain('cn');
  expect(readConfig({ ...router, LLM_REGIONS: 'cn, other' }).llm?.regions).toEqual(['cn', 'other']);
});

test('each missing or wrong setting is named', () => {
  expect(faultsOf({ LLM_MODEL: 'm' })).toEqual(['LLM_URL']);
  expect(faultsOf({ LLM_URL: 'http://a/v1' })).toEqual(['LLM_MODEL']);
  expect(faultsOf({ LLM_KIND: 'huggingface', LLM_MODEL: 'm' })).toEqual(['LLM_KEY']);
  const wrong = { LLM_SAMPLES: '0', LLM_TIMEOUT_SECONDS: 'x', LLM_DAILY_TOKENS: '-1', LLM_REGIONS: 'mars' };
  expect(faultsOf({ LLM_URL: 'none', LLM_MODEL: 'm', ...wrong })).toEqual(['LLM_URL', ...Object.keys(wrong)]);
});

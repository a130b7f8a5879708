import { guardedFetch } from '#adapters/shared/guarded-fetch.ts';
import { AppError } from '#core/errors/app-error.ts';
import type { ScoreRequest } from '#core/ports/answer-scorer.ts';
import type { Config } from '../config.ts';
import { configuredScorer } from '../scorer.ts';
import { configuredTranscriber } from '../transcriber.ts';
import { loadEmbedder } from '../word-vectors.ts';
import { explain } from './command.ts';
import { type Found, fail, ok, warn } from './doctor-finding.ts';
import { llmSettings, serviceProblem, speechSettings } from './model-remedies.ts';

/** An answer with something to quote, so that a usable judgement has evidence. */
const trial: ScoreRequest = {
  lang: 'zh',
  question: { text: '请讲一次你处理顾客投诉的经历。', type: 'behavioural', asks: [], keys: [] },
  dimension: {
    code: 'SRV',
    name: '服务意识',
    definition: '理解顾客的需要并解决问题',
    anchors: [],
    indicators: [],
  },
  turns: [
    {
      turnId: 't1',
      text: '去年十月有位顾客投诉鞋子开胶，我先道歉，当场核对了小票，十五分钟内给她换了一双，晚上又打电话回访，她后来还介绍了两位朋友来。',
    },
  ],
};

/** The language model: reachable, and its answer is valid and quotes the text. One trial, not as many samples as an answer gets. */
export async function languageModel(config: Pick<Config, 'llm'>): Promise<Found> {
  const { llm } = config;
  if (llm === null)
    return ok('未配置，由内置评分器评分', 'not configured: the embedded scorer judges by itself');
  const judge = configuredScorer({ llm: { ...llm, samples: 1 } }, loadEmbedder, guardedFetch);
  const { scorer } = await judge.score(trial);
  const reason = scorer.insteadOf?.reason;
  if (reason === undefined)
    return ok(
      `${llm.model} 可用，回答是有效的 JSON 并带原文引用`,
      `${llm.model} answers with valid JSON and quotes`,
    );
  const { zh, en } = serviceProblem(reason, llmSettings);
  return fail(`${zh}。在此之前由内置评分器评分`, `${en}. Until then the embedded scorer judges by itself`);
}

/** One second of silence: 16 kHz, 16 bit, mono WAV. */
function silence(): Uint8Array<ArrayBuffer> {
  const samples = 16_000;
  const bytes = new Uint8Array(44 + samples * 2);
  const view = new DataView(bytes.buffer);
  const text = (at: number, value: string) => bytes.set(new TextEncoder().encode(value), at);
  text(0, 'RIFF');
  view.setUint32(4, 36 + samples * 2, true);
  text(8, 'WAVEfmt ');
  view.setUint32(16, 16, true);
  view.setUint16(20, 1, true);
  view.setUint16(22, 1, true);
  view.setUint32(24, samples, true);
  view.setUint32(28, samples * 2, true);
  view.setUint16(32, 2, true);
  view.setUint16(34, 16, true);
  text(36, 'data');
  view.setUint32(40, samples * 2, true);
  return bytes;
}

/** A second of silence is recognised at once; whoever takes longer than this has stalled. */
const longestSpeechMs = 20_000;

/** The recogniser: takes a second of silence. @param timeoutMs for one try */
export async function speech(
  config: Pick<Config, 'transcriber'>,
  timeoutMs = longestSpeechMs,
): Promise<Found> {
  const transcriber = configuredTranscriber(config, guardedFetch, timeoutMs);
  if (transcriber === null) {
    return warn(
      '未配置：候选人需要在录音旁输入文字要点',
      'not configured: candidates type the main points beside a recording',
    );
  }
  const bytes = silence();
  try {
    const audio = new Blob([bytes]).stream();
    await transcriber.transcribe({ audio, size: bytes.length, mimeType: 'audio/wav', language: 'zh' });
    return ok(`可用（${transcriber.version}）`, `answers (${transcriber.version})`);
  } catch (error) {
    const told = error instanceof AppError ? (error.details.problem ?? error.details.reason) : undefined;
    const { zh, en } = told === undefined ? explain(error) : serviceProblem(String(told), speechSettings);
    return fail(`${zh}。在此之前候选人需要输入文字要点`, `${en}. Until then candidates type the main points`);
  }
}

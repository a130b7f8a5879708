import { guardedFetch } from '#adapters/shared/guarded-fetch.ts';
import type { AnswerScorer, ScoreRequest } from '#core/ports/answer-scorer.ts';
import type { Transcriber } from '#core/ports/transcriber.ts';
import type { Config } from '../config.ts';
import { configuredScorer } from '../scorer.ts';
import { configuredTranscriber } from '../transcriber.ts';
import { loadEmbedder } from '../word-vectors.ts';
import { explain } from './command.ts';
import { type Found, fail, ok, warn } from './doctor-finding.ts';

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

/** The language model: reachable, and its answer is valid and quotes the text. @param scorer given in tests */
export async function languageModel(config: Config, scorer?: AnswerScorer): Promise<Found> {
  if (config.llm === null)
    return ok('未配置，由内置评分器评分', 'not configured: the embedded scorer judges by itself');
  const judge = scorer ?? configuredScorer(config, loadEmbedder, guardedFetch);
  const { scorer: used } = await judge.score(trial);
  const reason = used.insteadOf?.reason;
  return reason === undefined
    ? ok(
        `${config.llm.model} 可用，回答是有效的 JSON 并带原文引用`,
        `${config.llm.model} answers with valid JSON and quotes`,
      )
    : fail(
        `${config.llm.model} 不可用（${reason}），评分退回内置评分器；请检查 LLM_URL、LLM_KEY、LLM_MODEL`,
        `${config.llm.model} is of no use (${reason}); the embedded scorer stands in. Look at LLM_URL, LLM_KEY and LLM_MODEL`,
      );
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

/** The recogniser: takes a second of silence. @param recogniser given in tests */
export async function speech(config: Config, recogniser?: Transcriber): Promise<Found> {
  const transcriber = recogniser ?? configuredTranscriber(config, guardedFetch);
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
    const { zh, en } = explain(error);
    return fail(
      `不可用：${zh}；请检查 TRANSCRIBER_URL、TRANSCRIBER_KEY、TRANSCRIBER_MODEL`,
      `of no use: ${en}; look at TRANSCRIBER_URL, TRANSCRIBER_KEY and TRANSCRIBER_MODEL`,
    );
  }
}

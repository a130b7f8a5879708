import { scoredDimension } from '#core/interview/scoring-input.ts';
import type { Log } from '#core/ports/log.ts';
import type { Services } from '#core/ports/services.ts';

/** Milliseconds after the start, and without a request, before anything is warmed. */
const firstMs = 5_000;
const quietMs = 1_000;

const made = {
  zh: [
    '请讲一次您解决问题的经历。',
    '上周我先核对了订单，发现少发两箱，就和仓库说明情况，当天补发，客户没有退货。',
  ],
  en: [
    'Tell me about a problem you solved.',
    'Last week I checked the order, saw two boxes missing and had them sent the same day.',
  ],
} as const;

/**
 * Judges a made-up answer of each language, so that the vectors are read and the rules compiled before a candidate waits
 * for them. Only the embedded scorer: nothing leaves the process and nothing is kept.
 */
export async function warmScorer({
  scorer,
  templates,
}: Pick<Services, 'scorer' | 'templates'>): Promise<void> {
  const [dimension] = templates.dimensions;
  if (!dimension) return;
  const embedded = scorer.remote?.embedded ?? scorer;
  for (const lang of ['zh', 'en'] as const) {
    const [text, answer] = made[lang];
    await embedded.score({
      lang,
      question: { text, type: 'behavioural', asks: [], keys: [] },
      dimension: scoredDimension(dimension, lang),
      turns: [{ turnId: 'warm', text: answer }],
    });
  }
}

/**
 * Runs `warm` once at a quiet moment after the start. It keeps no process alive, and a failure is only logged: the first answer
 * would do the same work and report what is wrong.
 * @param lastRequest time of the last request, as `Date.now()`
 * @returns ends the waiting
 */
export function whenQuiet(warm: () => Promise<void>, lastRequest: () => number, log: Log): () => void {
  let timer: NodeJS.Timeout;
  const wait = (ms: number) => {
    timer = setTimeout(() => {
      if (Date.now() - lastRequest() < quietMs) wait(quietMs);
      else warm().catch((error: unknown) => log.error('warm_up.failed', {}, error));
    }, ms);
    timer.unref();
  };
  wait(firstMs);
  return () => clearTimeout(timer);
}

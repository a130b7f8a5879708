import type { Dictation } from '#core/ports/client-bridge.ts';

/** What the recogniser takes. */
const rate = 16_000;
/** It takes a minute at most. */
const longestMs = 59_000;

/** Sound at any rate as 16-bit PCM at 16 kHz, each sample the mean of those that it stands for, so that no whistle appears. */
export function toPcm(pieces: readonly Float32Array[], from: number): Uint8Array<ArrayBuffer> {
  const length = pieces.reduce((sum, piece) => sum + piece.length, 0);
  const all = new Float32Array(length);
  let at = 0;
  for (const piece of pieces) {
    all.set(piece, at);
    at += piece.length;
  }
  const step = from / rate;
  const samples = Math.floor(length / step);
  const out = new DataView(new ArrayBuffer(samples * 2));
  for (let n = 0; n < samples; n += 1) {
    const start = Math.floor(n * step);
    const end = Math.max(start + 1, Math.min(length, Math.floor((n + 1) * step)));
    let sum = 0;
    for (let i = start; i < end; i += 1) sum += all[i] ?? 0;
    const level = Math.max(-1, Math.min(1, sum / (end - start)));
    out.setInt16(n * 2, Math.round(level * 32_767), true);
  }
  return new Uint8Array(out.buffer);
}

/** Whether this browser can listen by itself: on plain http it cannot. */
export const mayListen = (): boolean =>
  typeof navigator.mediaDevices?.getUserMedia === 'function' && typeof AudioContext === 'function';

/**
 * Listens with the browser's microphone and has the words made elsewhere.
 * @param hear turns 16-bit mono PCM at 16 kHz into words
 */
export async function listen(hear: (sound: Uint8Array<ArrayBuffer>) => Promise<string>): Promise<Dictation> {
  const stream = await navigator.mediaDevices.getUserMedia({ audio: true });
  const context = new AudioContext();
  const source = context.createMediaStreamSource(stream);
  // The newer worklet wants a script of its own and is missing in the oldest browsers of the floor.
  const tap = context.createScriptProcessor(4096, 1, 1);
  const pieces: Float32Array[] = [];
  tap.onaudioprocess = ({ inputBuffer }) => {
    pieces.push(new Float32Array(inputBuffer.getChannelData(0)));
  };
  source.connect(tap);
  tap.connect(context.destination);
  let onEnd: ((words: string) => void) | null = null;
  let over = false;
  const close = () => {
    over = true;
    clearTimeout(timer);
    tap.disconnect();
    source.disconnect();
    for (const track of stream.getTracks()) track.stop();
    void context.close();
  };
  const words = (): Promise<string> => {
    const from = context.sampleRate;
    close();
    const sound = toPcm(pieces, from);
    return sound.length === 0 ? Promise.resolve('') : hear(sound);
  };
  const timer = setTimeout(() => {
    if (!over) words().then(onEnd, () => onEnd?.(''));
  }, longestMs);
  return {
    stop: words,
    cancel: close,
    onEnd(call) {
      onEnd = call;
    },
  };
}

import {
  AppendOnlyStreamTarget,
  EncodedPacket,
  EncodedVideoPacketSource,
  Output,
  WebMOutputFormat,
} from 'mediabunny';
import { concatBytes } from '#adapters/shared/byte-encoding.ts';
import { noise } from './byte-streams.ts';

/** A recording as MediaRecorder writes it: ten frames a second of `frameBytes`, a key frame every `keyEvery` frames. */
export async function aLongRecording(
  frames: number,
  frameBytes: number,
  keyEvery: number,
): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  const writable = new WritableStream<Uint8Array>({ write: (piece) => void pieces.push(piece.slice()) });
  const output = new Output({
    format: new WebMOutputFormat({ appendOnly: true }),
    target: new AppendOnlyStreamTarget(writable),
  });
  const source = new EncodedVideoPacketSource('vp8');
  output.addVideoTrack(source);
  await output.start();
  const data = noise(frameBytes);
  const decoderConfig = { codec: 'vp8', codedWidth: 160, codedHeight: 120 };
  for (let i = 0; i < frames; i += 1) {
    const type = i % keyEvery === 0 ? 'key' : 'delta';
    await source.add(new EncodedPacket(data, type, i / 10, 0.1), { decoderConfig });
  }
  await output.finalize();
  return concatBytes(...pieces);
}

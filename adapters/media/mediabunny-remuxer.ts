import {
  CustomSource,
  EncodedAudioPacketSource,
  type EncodedPacket,
  EncodedPacketSink,
  EncodedVideoPacketSource,
  Input,
  type InputTrack,
  MATROSKA,
  MP4,
  Mp4OutputFormat,
  Output,
  QTFF,
  StreamTarget,
  type StreamTargetChunk,
  WEBM,
  WebMOutputFormat,
} from 'mediabunny';
import { AppError } from '#core/errors/app-error.ts';
import type { PartStore, RandomAccess, RemuxedMedia, Remuxer } from '#core/ports/remuxer.ts';
import { blockReader } from './block-reader.ts';
import { partWindow } from './part-window.ts';

const webmCodecs: readonly (string | null)[] = ['vp8', 'vp9', 'av1', 'opus', 'vorbis'];

/** One track on its way from the old file to the new one. */
interface Lane {
  readonly sink: EncodedPacketSink;
  readonly add: (packet: EncodedPacket) => Promise<void>;
  readonly close: () => void;
  next: EncodedPacket | null;
}

const unreadable = (reason: string, cause?: unknown): AppError =>
  new AppError('MEDIA_UNREADABLE', { details: { reason }, ...(cause === undefined ? {} : { cause }) });

/** The demuxer's own errors become one code; those of the store below keep theirs. */
const readError = (error: unknown): AppError =>
  error instanceof AppError ? error : unreadable('damaged or of an unknown kind', error);

async function laneOf(track: InputTrack, output: Output): Promise<Lane> {
  const sink = new EncodedPacketSink(track);
  const lane = { sink, next: await sink.getFirstPacket() };
  if (track.isVideoTrack() && track.codec !== null) {
    const source = new EncodedVideoPacketSource(track.codec);
    const decoderConfig = (await track.getDecoderConfig()) ?? undefined;
    output.addVideoTrack(source, { rotation: track.rotation });
    const meta = decoderConfig && { decoderConfig };
    return { ...lane, add: (packet) => source.add(packet, meta), close: () => source.close() };
  }
  if (track.isAudioTrack() && track.codec !== null) {
    const source = new EncodedAudioPacketSource(track.codec);
    const decoderConfig = (await track.getDecoderConfig()) ?? undefined;
    output.addAudioTrack(source);
    const meta = decoderConfig && { decoderConfig };
    return { ...lane, add: (packet) => source.add(packet, meta), close: () => source.close() };
  }
  throw unreadable('a track of an unknown codec');
}

/**
 * Copies packets of all tracks in order of time, so that the muxer never has to hold one track back for another.
 * Time begins at the earliest packet. Returns the end of the last one in seconds.
 */
async function copyPackets(lanes: readonly Lane[]): Promise<number> {
  const waiting = (): Lane | undefined =>
    lanes
      .filter((lane) => lane.next !== null)
      .sort((a, b) => (a.next?.timestamp ?? 0) - (b.next?.timestamp ?? 0))[0];
  const begin = waiting()?.next?.timestamp ?? 0;
  let end = 0;
  for (let lane = waiting(); lane?.next; lane = waiting()) {
    const packet = lane.next;
    const timestamp = packet.timestamp - begin;
    await lane.add(begin === 0 ? packet : packet.clone({ timestamp }));
    end = Math.max(end, timestamp + packet.duration);
    // One at a time: the sink's own iterator reads ahead, and every packet keeps its whole cluster in memory.
    lane.next = await lane.sink.getNextPacket(packet);
    if (lane.next === null) lane.close();
  }
  return end;
}

async function readableTracks(input: Input, soundOnly: boolean): Promise<readonly InputTrack[]> {
  try {
    const wanted = (track: InputTrack): boolean =>
      track.codec !== null && (!soundOnly || track.isAudioTrack());
    const tracks = (await input.getTracks()).filter(wanted);
    const filled: InputTrack[] = [];
    for (const track of tracks) {
      if ((await new EncodedPacketSink(track).getFirstPacket()) !== null) filled.push(track);
    }
    if (filled.length > 0) return filled;
  } catch (error) {
    throw readError(error);
  }
  throw unreadable('no sound and no picture');
}

async function remux(
  source: RandomAccess,
  parts: PartStore,
  { soundOnly = false }: { readonly soundOnly?: boolean } = {},
): Promise<RemuxedMedia> {
  const read = blockReader(source);
  const input = new Input({
    formats: [WEBM, MATROSKA, MP4, QTFF],
    source: new CustomSource({ getSize: () => source.size, read, maxCacheSize: 2 * 1024 * 1024 }),
  });
  try {
    const tracks = await readableTracks(input, soundOnly);
    const isMatroska = ['video/webm', 'video/x-matroska'].includes((await input.getFormat()).mimeType);
    const webm = isMatroska && tracks.every(({ codec }) => webmCodecs.includes(codec));
    const file = partWindow(parts);
    const target = new StreamTarget(
      new WritableStream<StreamTargetChunk>({ write: ({ position, data }) => file.write(position, data) }),
    );
    const format = webm ? new WebMOutputFormat() : new Mp4OutputFormat({ fastStart: false });
    const output = new Output({ format, target });
    const lanes: Lane[] = [];
    for (const track of tracks) lanes.push(await laneOf(track, output));
    await output.start();
    const durationSeconds = await copyPackets(lanes);
    await output.finalize();
    const kind = tracks.some((track) => track.isVideoTrack()) ? 'video' : 'audio';
    return { ...(await file.finish()), mediaType: `${kind}/${webm ? 'webm' : 'mp4'}`, durationSeconds };
  } catch (error) {
    throw readError(error);
  } finally {
    input.dispose();
  }
}

/**
 * Keeps the `Remuxer` promise by `mediabunny` (pure TypeScript, no codecs): WebM and Matroska with VP8, VP9, AV1, Opus, Vorbis stay
 * WebM; everything else becomes MP4. Memory does not grow with the length: about 35 MiB, and 60 MiB when clusters have 10 MB, so that
 * it fits a Worker too.
 */
export function mediabunnyRemuxer(): Remuxer {
  return { remux };
}

import type { ByteStream } from '#core/ports/object-store.ts';
import { playRecording } from '#core/report/play-recording.ts';
import { type AnyRoute, route } from '../route.ts';

/** A body that reads on only as fast as the player takes it, and lets go when the player leaves. */
function responseBody(source: ByteStream): ReadableStream<Uint8Array> {
  const pieces = source[Symbol.asyncIterator]();
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        const { done, value } = await pieces.next();
        if (done) controller.close();
        else controller.enqueue(value);
      },
      async cancel() {
        await pieces.return?.();
      },
    },
    { highWaterMark: 0 },
  );
}

/** Recordings for people who may read reports. */
export const routes: readonly AnyRoute[] = [
  route({
    method: 'get',
    path: '/api/v1/recordings/:recordingId/content',
    permission: 'report.read',
    tag: 'Reports',
    summary: 'A recording or, with a Range header, a part of it',
    response: 'stream',
    async handle({ tenant, params, http }) {
      const playback = await playRecording(tenant, params.recordingId ?? '', http.req.header('range'));
      if (playback.kind === 'unsatisfiable') {
        return new Response(null, {
          status: 416,
          headers: { 'content-range': `bytes */${playback.size}`, 'cache-control': 'no-store' },
        });
      }
      const { content, partial, recording } = playback;
      const { start, end } = content.range;
      return new Response(responseBody(content.body), {
        status: partial ? 206 : 200,
        headers: {
          'content-type': recording.mediaType,
          'content-length': String(end - start),
          'accept-ranges': 'bytes',
          'cache-control': 'private, no-store',
          'content-disposition': 'inline',
          ...(partial ? { 'content-range': `bytes ${start}-${end - 1}/${content.size}` } : {}),
        },
      });
    },
  }),
];

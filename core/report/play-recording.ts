import { AppError } from '../errors/app-error.ts';
import type { ObjectContent } from '../ports/object-store.ts';
import type { Recording } from '../ports/repositories/interviews.ts';
import { nowOf, type TenantContext } from '../ports/services.ts';
import { parseRangeHeader } from '../recording/range-header.ts';
import { openRecordingContent } from '../recording/recording-work.ts';

/** What to send of a recording; `unsatisfiable` for a range behind its end. */
export type Playback =
  | { readonly kind: 'unsatisfiable'; readonly size: number }
  | {
      readonly kind: 'content';
      readonly recording: Recording;
      readonly content: ObjectContent;
      readonly partial: boolean;
    };

/**
 * Opens a recording, or a range of it, for a person; the beginning of each playback is audited, its further ranges
 * are not, so that seeking does not flood the log.
 * @param range the `Range` header
 * @throws AppError `NOT_FOUND` also once erased, `STORED_DATA_DAMAGED`
 */
export async function playRecording(
  context: TenantContext,
  recordingId: string,
  range: string | undefined,
): Promise<Playback> {
  const { services, store, tenantId, actor } = context;
  const recording = await store.recordings.get(recordingId);
  if (!recording || recording.state === 'erased' || recording.state === 'open')
    throw new AppError('NOT_FOUND');
  const size = recording.bytes ?? 0;
  const wanted = parseRangeHeader(range, size);
  if (wanted === 'unsatisfiable') return { kind: 'unsatisfiable', size };
  const part = wanted === 'whole' ? undefined : wanted;
  const content = await openRecordingContent(services, tenantId, recording, part);
  if (!part || part.start === 0) {
    await store.commit([
      store.audit.add({
        actor,
        action: 'recording.played',
        subjectKind: 'recording',
        subjectId: recordingId,
        data: { interview: recording.interviewId },
        at: nowOf(services),
      }),
    ]);
  }
  return { kind: 'content', recording, content, partial: part !== undefined };
}

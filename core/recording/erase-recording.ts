import type { Recording } from '../ports/repositories/interviews.ts';
import { nowOf, type Services } from '../ports/services.ts';
import { recordingScope } from './segments.ts';

/**
 * Destroys a recording's key and bytes; the row stays as `erased`, the words that were scored stay with the answer.
 * Safe to repeat: bytes go first, so that a row never says `erased` while they lie there.
 */
export async function eraseRecording(
  services: Services,
  tenantId: string,
  recording: Pick<Recording, 'id' | 'state'>,
): Promise<void> {
  if (recording.state === 'erased') return;
  const store = services.stores.open(tenantId);
  await services.objects(tenantId).erase(recordingScope(recording.id));
  await store.commit([
    store.recordings.move(recording.id, recording.state, 'erased', { erasedAt: nowOf(services) }),
    store.recordings.dropSegments(recording.id),
  ]);
}

/**
 * Erases the takes of one place of an interview that the answer does not use: what a candidate chose not to hand in
 * is not kept. A failure is logged and mended by the next sweep.
 */
export async function eraseUnusedTakes(
  services: Services,
  tenantId: string,
  recordings: readonly Recording[],
  used: ReadonlySet<string>,
): Promise<void> {
  for (const recording of recordings) {
    if (used.has(recording.id) || recording.state === 'erased') continue;
    try {
      await eraseRecording(services, tenantId, recording);
    } catch (error) {
      services.log.error('recording.erase_failed', { recording: recording.id }, error);
    }
  }
}

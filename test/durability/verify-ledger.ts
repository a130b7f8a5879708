import { concatBytes } from '#adapters/shared/byte-encoding.ts';
import { sha256Hex } from '#adapters/shared/sha256.ts';
import type { Services } from '#core/ports/services.ts';
import { collectContent } from '#core/recording/read-recording.ts';
import { openRecordingContent } from '#core/recording/recording-work.ts';
import type { Ledger } from './ledger.ts';

/** The acknowledged beginning of a recording: what the browser's file holds up to the first gap. */
function acknowledged(segments: ReadonlyMap<number, Uint8Array>): Uint8Array {
  const pieces: Uint8Array[] = [];
  for (let position = 0; segments.has(position); position += 1) {
    pieces.push(segments.get(position) ?? new Uint8Array());
  }
  return concatBytes(...pieces);
}

async function answerFaults(services: Services, tenantId: string, ledger: Ledger): Promise<string[]> {
  const stored = await services.stores.open(tenantId).answers.ofInterview(ledger.interviewId);
  const faults: string[] = [];
  for (const kept of ledger.answers) {
    const same = stored.filter(({ id }) => id === kept.answerId);
    const [answer] = same;
    if (same.length !== 1) faults.push(`answer ${kept.answerId} is there ${same.length} times`);
    else if (answer?.text !== kept.text || answer.contentHash !== kept.contentHash)
      faults.push(`answer ${kept.answerId} holds something else`);
    else if (answer.recordingId !== kept.recordingId)
      faults.push(`answer ${kept.answerId} lost its recording`);
  }
  const places = stored.map(({ questionId, turn, attempt }) => `${questionId} ${turn} ${attempt}`);
  if (new Set(places).size !== places.length) faults.push(`${ledger.interviewId} holds a place twice`);
  if (ledger.handedIn && stored.length !== ledger.answers.length) {
    faults.push(`${ledger.interviewId} holds ${stored.length} answers, ${ledger.answers.length} were given`);
  }
  return faults;
}

async function recordingFaults(services: Services, tenantId: string, ledger: Ledger): Promise<string[]> {
  const store = services.stores.open(tenantId);
  const faults: string[] = [];
  for (const [id, kept] of ledger.recordings) {
    const recording = await store.recordings.get(id);
    const expected = acknowledged(kept.segments);
    if (!recording) faults.push(`recording ${id} is gone`);
    if (!recording || expected.length === 0) continue;
    const bytes = await collectContent(
      await openRecordingContent(services, tenantId, recording, { start: 0, end: expected.length }),
    );
    if ((await sha256Hex(bytes)) !== (await sha256Hex(expected))) faults.push(`recording ${id} differs`);
    if (kept.complete && recording.bytes !== expected.length) faults.push(`recording ${id} has another size`);
    const positions = (await store.recordings.segments(id)).map(({ position }) => position);
    if (new Set(positions).size !== positions.length) faults.push(`recording ${id} holds a segment twice`);
  }
  return faults;
}

/** Where what is stored differs from what was acknowledged, in words; empty when nothing does. */
export async function ledgerFaults(
  services: Services,
  tenantId: string,
  ledgers: readonly Ledger[],
): Promise<string[]> {
  const faults: string[] = [];
  for (const ledger of ledgers) {
    faults.push(...(await answerFaults(services, tenantId, ledger)));
    faults.push(...(await recordingFaults(services, tenantId, ledger)));
    const interview = await services.stores.open(tenantId).interviews.get(ledger.interviewId);
    if (!interview) faults.push(`interview ${ledger.interviewId} is gone`);
    else if (ledger.handedIn && !interview.submittedAt)
      faults.push(`${ledger.interviewId} was not handed in`);
  }
  return faults;
}

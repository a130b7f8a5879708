import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { projectRoot } from '../../template-files.ts';

/** One answer of a sample candidate. The text of a spoken one is what its author typed beside the recording. */
export interface SampleAnswer {
  readonly questionId: string;
  readonly mode: 'text' | 'voice' | 'video';
  readonly recording?: string;
  readonly mediaType?: string;
  readonly text: string;
  /** Replies to follow-ups, in order; a further one is passed over. */
  readonly replies: readonly string[];
}

export interface SampleCandidate {
  readonly resume: string;
  readonly mediaType: string;
  readonly answers: readonly SampleAnswer[];
}

/** `samples/interviews.json`: the post and what the candidates answer. */
export interface SampleInterviews {
  readonly job: { readonly industry: string; readonly template: string };
  readonly candidates: readonly SampleCandidate[];
}

const folder = join(projectRoot, 'samples');

/** Reads the shipped sample content. */
export const readSampleInterviews = async (): Promise<SampleInterviews> =>
  JSON.parse(await readFile(join(folder, 'interviews.json'), 'utf8')) as SampleInterviews;

/** The bytes of a shipped sample file. */
export const readSample = async (name: string): Promise<Uint8Array<ArrayBuffer>> =>
  new Uint8Array(await readFile(join(folder, name)));

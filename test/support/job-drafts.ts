import { draftFromPack } from '#core/job/draft-from-pack.ts';
import type { JobDefinition } from '#core/job/job-definition.ts';
import { readTemplateLibrary } from '#plugins/host/template-files.ts';

const library = await readTemplateLibrary();

/** A complete draft of the shipped catering pack, with some parts replaced. */
export function aJobDraft(parts: Partial<JobDefinition> = {}): JobDefinition {
  return { ...draftFromPack(library, { industry: 'catering', template: 'floor-server' }, 'zh'), ...parts };
}

/** The shipped dimensions. */
export const shippedDimensions = library.dimensions;

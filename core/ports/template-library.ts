import type { Dimension } from '../template/schemas/dimension.ts';
import type { IndustryPack } from '../template/schemas/industry-pack.ts';
import type { QuestionBank } from '../template/schemas/question.ts';

/** The content shipped with Jinji: checked when the product is built, never changed while it runs. */
export interface TemplateLibrary {
  readonly packs: readonly IndustryPack[];
  readonly dimensions: readonly Dimension[];
  readonly questionBanks: readonly QuestionBank[];
}

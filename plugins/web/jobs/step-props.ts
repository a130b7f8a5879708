import type { Dimension } from '#core/template/schemas/dimension.ts';
import type { IndustryPack } from '#core/template/schemas/industry-pack.ts';
import type { JobDraft } from './use-job-draft.ts';
import type { WizardStep } from './wizard-steps.ts';

/** What every step gets. */
export interface StepProps {
  readonly editing: JobDraft;
  readonly pack: IndustryPack;
  /** The product's dimensions and the company's own. */
  readonly library: readonly Dimension[];
  /** After the company's library was changed. */
  readonly onLibrary: (change: (before: readonly Dimension[]) => readonly Dimension[]) => void;
  readonly onOpenStep: (step: WizardStep) => void;
}

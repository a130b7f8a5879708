import { useMemo } from 'react';
import { useT } from '../kit/i18n.tsx';

/** The steps of the wizard in their order; the id is in the address, so that a reload stays on its step. */
export const wizardSteps = [
  'basics',
  'tasks',
  'rubric',
  'questions',
  'screening',
  'interview',
  'thresholds',
  'check',
] as const;
export type WizardStep = (typeof wizardSteps)[number];

/** The step that an address names; the first one for anything else. */
export const stepFrom = (value: string): WizardStep =>
  wizardSteps.find((step) => step === value) ?? wizardSteps[0];

const stepOfPart: Readonly<Record<string, WizardStep>> = {
  title: 'basics',
  location: 'basics',
  region: 'basics',
  tasks: 'tasks',
  rubric: 'rubric',
  questions: 'questions',
  mustHave: 'screening',
  screeningRules: 'screening',
  interview: 'interview',
  thresholds: 'thresholds',
  fields: 'thresholds',
};

/** Where a finding with this path (`rubric.2.jobRelatedness`) is mended. */
export const stepOfPath = (path: string): WizardStep => stepOfPart[path.split('.')[0] ?? ''] ?? 'check';

/** The steps with their names. */
export function useWizardSteps(): readonly { readonly id: WizardStep; readonly label: string }[] {
  const t = useT();
  return useMemo(() => wizardSteps.map((id) => ({ id, label: t(`jobs.step_${id}`) })), [t]);
}

import { type ComponentType, useEffect, useState } from 'react';
import { Button } from '../kit/button.tsx';
import { useT } from '../kit/i18n.tsx';
import { EmptyState, Skeleton } from '../kit/states.tsx';
import type { StepProps } from './step-props.ts';
import type { WizardStep } from './wizard-steps.ts';

type Step = ComponentType<StepProps>;

/** Each step is a chunk of its own: only two of them need the parts for dragging. */
const steps: Readonly<Record<WizardStep, () => Promise<Step>>> = {
  basics: async () => (await import('./steps/basics-step.tsx')).BasicsStep,
  tasks: async () => (await import('./steps/tasks-step.tsx')).TasksStep,
  rubric: async () => (await import('./steps/rubric-step.tsx')).RubricStep,
  questions: async () => (await import('./steps/questions-step.tsx')).QuestionsStep,
  screening: async () => (await import('./steps/screening-step.tsx')).ScreeningStep,
  interview: async () => (await import('./steps/interview-step.tsx')).InterviewStep,
  thresholds: async () => (await import('./steps/thresholds-step.tsx')).ThresholdsStep,
  check: async () => (await import('./steps/check-step.tsx')).CheckStep,
};

/** Loads a step and shows it; one that cannot be loaded offers to try again, with the draft safe above it. */
export function StepContent(props: StepProps & { readonly step: WizardStep }) {
  const t = useT();
  const { step, ...rest } = props;
  const [loaded, setLoaded] = useState<{ readonly step: WizardStep; readonly Step: Step | null } | null>(
    null,
  );
  const [round, setRound] = useState(0);
  // `round` is there to try again.
  useEffect(() => {
    let here = true;
    steps[step]().then(
      (Step) => here && setLoaded({ step, Step }),
      () => here && setLoaded({ step, Step: null }),
    );
    return () => {
      here = false;
    };
  }, [step, round]);
  if (loaded?.step !== step) return <Skeleton />;
  if (loaded.Step === null) {
    const again = () => {
      setLoaded(null);
      setRound((n) => n + 1);
    };
    return (
      <EmptyState
        icon="refresh"
        title={t('common.error_network')}
        action={<Button onClick={again}>{t('common.retry')}</Button>}
      >
        {t('common.error_network_remedy')}
      </EmptyState>
    );
  }
  return <loaded.Step {...rest} />;
}

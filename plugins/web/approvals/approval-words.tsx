import type { ApprovalItemView, StepView } from '#adapters/http/schemas/approvals.ts';
import { useJoined, useT } from '../kit/i18n.tsx';
import { useNameless } from '../kit/mirror-name.tsx';
import { Badge, type Tone } from '../kit/states.tsx';

/** Somebody by key; the platform may hide the name. */
export interface Named {
  readonly key: string;
  readonly name: string | null;
}

export type ApprovalState = ApprovalItemView['state'];
type Step = StepView;

/** A person's name, or what stands for one that the platform hides. */
export function useNameOf(): (person: Named) => string {
  const nameless = useNameless();
  return ({ name }) => name ?? nameless('person');
}

/** Several people in one line. */
export function useNamesOf(): (people: readonly Named[]) => string {
  const joined = useJoined();
  const nameOf = useNameOf();
  return (people) => joined(people.map(nameOf));
}

const tones: Readonly<Record<ApprovalState, Tone>> = {
  pending: 'brand',
  approved: 'good',
  rejected: 'bad',
  withdrawn: 'plain',
  timed_out: 'warn',
};

/** Where a request stands. */
export function ApprovalBadge(props: { readonly state: ApprovalState }) {
  const t = useT();
  return <Badge tone={tones[props.state]}>{t(`approvals.state_${props.state}`)}</Badge>;
}

/** What a request is about, in one line. */
export function useSubjectOf(): (item: Pick<ApprovalItemView, 'candidateName' | 'jobTitle'>) => string {
  const t = useT();
  return ({ candidateName, jobTitle }) =>
    [candidateName, jobTitle].filter((word) => word !== null).join(' · ') || t('approvals.unknown_subject');
}

/** The names of the office platforms, as the company knows them. */
export function usePlatformName(): (id: string) => string {
  const t = useT();
  return (id) => {
    if (id === 'wecom') return t('approvals.platform_wecom');
    if (id === 'dingtalk') return t('approvals.platform_dingtalk');
    return id === 'feishu' ? t('approvals.platform_feishu') : id;
  };
}

const stepTones: Readonly<Record<Step['state'], Tone>> = {
  waiting: 'plain',
  open: 'brand',
  agreed: 'good',
  refused: 'bad',
  closed: 'plain',
};

/** How one step stands. */
export function StepBadge(props: { readonly state: Step['state'] }) {
  const t = useT();
  return <Badge tone={stepTones[props.state]}>{t(`approvals.step_state_${props.state}`)}</Badge>;
}

import type { ApplicationItemView, ApplicationView } from '#adapters/http/schemas/candidates.ts';
import { useT } from '../kit/i18n.tsx';
import type { IconName } from '../kit/icons.tsx';
import { Badge, type Tone } from '../kit/states.tsx';
import type { Degree } from './profile-draft.ts';

export type Status = ApplicationItemView['status'];
export type ScreeningWord = NonNullable<ApplicationItemView['screening']>;

const statusTones: Readonly<Record<Status, Tone>> = {
  applied: 'plain',
  screened: 'info',
  invited: 'brand',
  in_interview: 'brand',
  scored: 'warn',
  second_round: 'brand',
  offer_approval: 'brand',
  offered: 'brand',
  hired: 'good',
  withdrawn: 'plain',
  rejected: 'plain',
  no_show: 'plain',
  expired: 'plain',
};

/** Where an application stands. */
export function StatusBadge(props: { readonly status: Status }) {
  const t = useT();
  return <Badge tone={statusTones[props.status]}>{t(`candidates.status_${props.status}`)}</Badge>;
}

const screeningLooks: Readonly<Record<ScreeningWord, { readonly tone: Tone; readonly icon: IconName }>> = {
  match: { tone: 'good', icon: 'check' },
  unclear: { tone: 'warn', icon: 'help' },
  mismatch: { tone: 'bad', icon: 'alert' },
};

/** 符合, 待确认 or 不符合: never a decision. */
export function ScreeningBadge(props: { readonly result: ScreeningWord }) {
  const t = useT();
  const { tone, icon } = screeningLooks[props.result];
  return (
    <Badge tone={tone} icon={icon}>
      {t(`candidates.screening_${props.result}`)}
    </Badge>
  );
}

/** The funnel: which statuses one filter gathers. */
export const funnel = [
  { id: 'to_invite', statuses: ['applied', 'screened'] },
  { id: 'invited', statuses: ['invited'] },
  { id: 'in_interview', statuses: ['in_interview'] },
  { id: 'to_decide', statuses: ['scored'] },
  { id: 'second_round', statuses: ['second_round'] },
  { id: 'offer', statuses: ['offer_approval', 'offered'] },
  { id: 'hired', statuses: ['hired'] },
  { id: 'left', statuses: ['withdrawn', 'rejected', 'no_show', 'expired'] },
] as const satisfies readonly { readonly id: string; readonly statuses: readonly Status[] }[];

/** The filter's value in the address. */
export const filterValue = (statuses: readonly string[]): string => statuses.join(',');

/** A name to show for somebody whose name nobody knows yet. */
export function useCandidateName(): (name: string | null) => string {
  const t = useT();
  return (name) => name ?? t('candidates.unnamed');
}

/** The interview that counts for the page: the newest one. */
export const newestInterview = (view: ApplicationView) => view.interviews[view.interviews.length - 1] ?? null;

/** Whether the report's page has something to show: answers are in, or were judged. */
export const hasReport = (interview: ApplicationItemView['interviewState']): boolean =>
  interview !== null && ['submitted', 'scored', 'awaiting_human', 'released'].includes(interview);

/** Degrees by the key of their word: the code is the Chinese one of the résumé contract. */
export const degreeKey = {
  初中: 'junior_middle',
  高中: 'senior_middle',
  中专: 'vocational',
  大专: 'junior_college',
  本科: 'bachelor',
  硕士: 'master',
  博士: 'doctor',
} as const satisfies Record<Degree, string>;

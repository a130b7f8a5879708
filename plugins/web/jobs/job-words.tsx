import type { JobSummaryView } from '#adapters/http/schemas/jobs.ts';
import { useT } from '../kit/i18n.tsx';
import { Badge, type Tone } from '../kit/states.tsx';

type State = JobSummaryView['state'];

const tones: Readonly<Record<State, Tone>> = { draft: 'plain', published: 'good', closed: 'plain' };

/** Whether a job is a draft, open or closed, and whether changes wait to be published. */
export function JobStateBadge(props: { readonly state: State; readonly dirty: boolean }) {
  const t = useT();
  const { state, dirty } = props;
  return (
    <span className="j-row j-row--badges">
      <Badge tone={tones[state]}>{t(`jobs.state_${state}`)}</Badge>
      {state === 'published' && dirty && <Badge tone="warn">{t('jobs.state_dirty')}</Badge>}
    </span>
  );
}

const sum = (counts: Readonly<Record<string, number>>, statuses: readonly string[]): number =>
  statuses.reduce((total, status) => total + (counts[status] ?? 0), 0);

/** Applications of a job in the four numbers that HR asks for. */
export interface JobCounts {
  readonly all: number;
  /** Came in and wait for an invitation. */
  readonly toInvite: number;
  /** Invited or in the interview. */
  readonly interviewing: number;
  /** Scored and waiting for a person's decision. */
  readonly toDecide: number;
}

/** Sums a job's applications by status. */
export function jobCounts(counts: Readonly<Record<string, number>>): JobCounts {
  return {
    all: sum(counts, Object.keys(counts)),
    toInvite: sum(counts, ['applied', 'screened']),
    interviewing: sum(counts, ['invited', 'in_interview']),
    toDecide: sum(counts, ['scored']),
  };
}

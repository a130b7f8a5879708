import type { ResumeView } from '#adapters/http/schemas/candidates.ts';
import type { AppealView } from '#adapters/http/schemas/reports.ts';
import type { JobCounts } from '../jobs/job-words.tsx';
import type { ListPage } from '../kit/api-client.ts';
import { classNames } from '../kit/class-names.ts';
import { useT } from '../kit/i18n.tsx';
import { Icon, type IconName } from '../kit/icons.tsx';
import { Link } from '../kit/router.tsx';
import { useApi, useMay } from '../kit/session.tsx';
import { useQuery } from '../kit/use-query.ts';

/** Requests that wait for the reader's agreement; 0 until known. */
export function useWaitingApprovals(): number {
  const api = useApi();
  const waiting = useQuery('approvals/waiting', (signal) =>
    api.get<{ readonly count: number }>('/approvals/waiting', { signal }),
  );
  return waiting.data?.count ?? 0;
}

/** The way to the requests that wait for the reader. */
export function ApprovalsTile(props: { readonly count: number }) {
  const t = useT();
  return <Tile icon="check" count={props.count} label={t('app.home_approvals')} to="/approvals" urgent />;
}

/** Numbers of what waits for a person, each the way to it. */
export function Waiting(props: { readonly counts: JobCounts; readonly approvals: number }) {
  const t = useT();
  const { counts, approvals } = props;
  const failed = useFailedResumes();
  const appeals = useOpenAppeals();
  const corrections = useOpenCorrections();
  return (
    <section className="j-stack" aria-labelledby="waiting">
      <h2 id="waiting">{t('app.home_waiting')}</h2>
      <ul className="j-tiles">
        <Tile icon="report" count={counts.toDecide} label={t('app.home_to_decide')} to="/reports" urgent />
        <Tile
          icon="people"
          count={counts.toInvite}
          label={t('app.home_to_invite')}
          to="/candidates?status=applied,screened"
        />
        <Tile
          icon="clock"
          count={counts.interviewing}
          label={t('app.home_interviewing')}
          to="/candidates?status=invited,in_interview"
        />
        {failed > 0 && (
          <Tile icon="alert" count={failed} label={t('app.home_failed')} to="/candidates" urgent />
        )}
        {approvals > 0 && <ApprovalsTile count={approvals} />}
        {appeals > 0 && (
          <Tile icon="info" count={appeals} label={t('app.home_appeals')} to="/reports/appeals" urgent />
        )}
        {corrections > 0 && (
          <Tile icon="edit" count={corrections} label={t('app.home_corrections')} to="/requests" urgent />
        )}
      </ul>
    </section>
  );
}

function Tile(props: {
  readonly icon: IconName;
  readonly count: number;
  readonly label: string;
  readonly to: string;
  readonly urgent?: boolean;
}) {
  const { icon, count, label, to, urgent } = props;
  return (
    <li>
      <Link to={to} className={classNames('j-tile', urgent && count > 0 && 'j-tile--urgent')}>
        <Icon name={icon} />
        <strong className="j-num">{count}</strong>
        <span>{label}</span>
      </Link>
    </li>
  );
}

/** Résumés that could not be read; 0 until known, and for readers who may not see them. */
function useFailedResumes(): number {
  const api = useApi();
  const may = useMay('candidate.read');
  const resumes = useQuery(may ? 'resumes/unfinished' : null, (signal) =>
    api.get<ListPage<ResumeView>>('/resumes', { signal }),
  );
  return resumes.data?.items.filter(({ state, stuck }) => state === 'failed' || stuck).length ?? 0;
}

function useOpenAppeals(): number {
  const api = useApi();
  const may = useMay('appeal.write');
  const appeals = useQuery(may ? 'appeals/open' : null, (signal) =>
    api.get<ListPage<AppealView>>('/appeals', { query: { state: 'open' }, signal }),
  );
  return appeals.data?.items.length ?? 0;
}

function useOpenCorrections(): number {
  const api = useApi();
  const may = useMay('candidate.write');
  const corrections = useQuery(may ? 'corrections/open' : null, (signal) =>
    api.get<ListPage<unknown>>('/corrections', { query: { state: 'open' }, signal }),
  );
  return corrections.data?.items.length ?? 0;
}

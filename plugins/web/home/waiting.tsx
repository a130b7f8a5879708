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

/** Numbers of what waits for a person, each the way to it. */
export function Waiting(props: { readonly counts: JobCounts }) {
  const t = useT();
  const { counts } = props;
  const failed = useFailedResumes();
  const appeals = useOpenAppeals();
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
        {appeals > 0 && (
          <Tile icon="info" count={appeals} label={t('app.home_appeals')} to="/reports/appeals" urgent />
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

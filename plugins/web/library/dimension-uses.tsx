import type { DimensionDetailsView } from '#adapters/http/schemas/dimensions.ts';
import type { PackSummaryView } from '#adapters/http/schemas/jobs.ts';
import { JobStateBadge } from '../jobs/job-words.tsx';
import { DateTime } from '../kit/date-time.tsx';
import { useT } from '../kit/i18n.tsx';
import { Link } from '../kit/router.tsx';
import { useLocalized } from '../rubric-builder/builder-context.tsx';

/** The jobs and packs that judge by this dimension. */
export function DimensionUses(props: {
  readonly details: DimensionDetailsView;
  readonly packs: readonly PackSummaryView[];
}) {
  const t = useT();
  const localized = useLocalized();
  const { dimension, jobs, own, packs: inPacks } = props.details;
  const packs = props.packs.filter(({ id }) => inPacks.includes(id));
  return (
    <section className="j-stack">
      <div>
        <h2>{t('library.uses')}</h2>
        {own && <p className="j-muted">{t('library.uses_text')}</p>}
      </div>
      {jobs.length === 0 && <p className="j-muted">{t('library.uses_none')}</p>}
      {jobs.length > 0 && (
        <ul className="j-items j-card">
          {jobs.map((job) => (
            <li key={job.id} className="j-items__row">
              <div>
                <Link to={`/jobs/${job.id}`}>{job.title}</Link>
                {own && (
                  <p className="j-small j-muted">
                    <Held
                      what="library.in_current"
                      version={job.inCurrentVersion}
                      newest={dimension.version}
                    />
                    {job.inDraft !== job.inCurrentVersion && (
                      <Held what="library.in_draft" version={job.inDraft} newest={dimension.version} />
                    )}
                  </p>
                )}
              </div>
              <JobStateBadge state={job.state} dirty={false} />
            </li>
          ))}
        </ul>
      )}
      {packs.length > 0 && (
        <p className="j-library-links">
          <span className="j-muted">{t('library.in_packs')}</span>
          {packs.map((pack) => (
            <Link key={pack.id} to={`/library/packs/${pack.id}`}>
              {localized(pack.name)}
            </Link>
          ))}
        </p>
      )}
    </section>
  );
}

function Held(props: {
  readonly what: 'library.in_current' | 'library.in_draft';
  readonly version: number | null;
  readonly newest: number;
}) {
  const t = useT();
  const { what, version, newest } = props;
  if (version === null) return null;
  return (
    <span className="j-library-held">
      {t(what, { version })}
      {version < newest && ` · ${t('library.older_version')}`}
    </span>
  );
}

/** Every version of a company's own dimension. */
export function DimensionVersions(props: { readonly versions: DimensionDetailsView['versions'] }) {
  const t = useT();
  return (
    <section className="j-stack">
      <div>
        <h2>{t('library.versions')}</h2>
        <p className="j-muted">{t('library.versions_text')}</p>
      </div>
      <ul className="j-items j-card">
        {props.versions.map(({ version, createdAt, createdByName }) => (
          <li key={version} className="j-items__row">
            <strong>{t('library.version', { version })}</strong>
            <span className="j-small j-muted">
              <DateTime iso={createdAt} />
              {createdByName && ` · ${createdByName}`}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

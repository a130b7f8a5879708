import { useMemo, useState } from 'react';
import type { JobVersionView } from '#adapters/http/schemas/jobs.ts';
import { compareDefinitions } from '#core/job/compare-definitions.ts';
import { Button } from '../kit/button.tsx';
import { DateTime } from '../kit/date-time.tsx';
import { Dialog } from '../kit/dialog.tsx';
import { Select } from '../kit/field.tsx';
import { useT } from '../kit/i18n.tsx';
import { Badge } from '../kit/states.tsx';
import { useLocalized } from '../rubric-builder/builder-context.tsx';
import { ChangeList } from './change-words.tsx';
import { JobContent } from './job-content.tsx';
import type { LoadedJob } from './loaded-job.ts';

/** The frozen versions, newest first, with what each changed. */
export function VersionHistory(props: { readonly loaded: LoadedJob }) {
  const t = useT();
  const { job, versions } = props.loaded;
  const [open, setOpen] = useState<JobVersionView | null>(null);
  return (
    <div className="j-stack">
      <p className="j-muted">{t('jobs.versions_text')}</p>
      {versions.length > 1 && <Comparison loaded={props.loaded} />}
      <ul className="j-items j-card">
        {versions.map((version) => (
          <li className="j-items__row" key={version.id}>
            <div>
              <span className="j-row j-row--badges">
                <strong>{t('jobs.version', { number: version.number })}</strong>
                {version.id === job.currentVersionId && (
                  <Badge tone="good">{t('jobs.version_current')}</Badge>
                )}
              </span>
              <p className="j-small j-muted">
                <DateTime iso={version.publishedAt} />
                {version.publishedByName && ` · ${t('jobs.published_by', { name: version.publishedByName })}`}
              </p>
            </div>
            <Button onClick={() => setOpen(version)}>{t('jobs.version_open')}</Button>
          </li>
        ))}
      </ul>
      {open && (
        <Dialog wide title={t('jobs.version', { number: open.number })} onClose={() => setOpen(null)}>
          <JobContent definition={open.definition} pack={props.loaded.pack} />
        </Dialog>
      )}
    </div>
  );
}

function Comparison({ loaded }: { readonly loaded: LoadedJob }) {
  const t = useT();
  const localized = useLocalized();
  const { versions, pack } = loaded;
  const [older, setOlder] = useState(versions[1]?.id ?? '');
  const [newer, setNewer] = useState(versions[0]?.id ?? '');
  const changes = useMemo(() => {
    const from = versions.find(({ id }) => id === older);
    const to = versions.find(({ id }) => id === newer);
    return from && to ? compareDefinitions(from.definition, to.definition) : [];
  }, [versions, older, newer]);
  const options = versions.map(({ id, number }) => ({ value: id, label: t('jobs.version', { number }) }));
  return (
    <section className="j-card j-stack">
      <h2>{t('jobs.compare')}</h2>
      <div className="j-fields">
        <Select label={t('jobs.compare_from')} value={older} onChange={setOlder} options={options} />
        <Select label={t('jobs.compare_to')} value={newer} onChange={setNewer} options={options} />
      </div>
      <ChangeList
        changes={changes}
        fieldName={(id) => {
          const field = pack.fields.find((one) => one.id === id);
          return field ? localized(field.label) : id;
        }}
      />
    </section>
  );
}

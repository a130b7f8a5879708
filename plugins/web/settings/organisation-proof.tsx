import type { OrganisationView } from '#adapters/http/schemas/platforms.ts';
import { DateTime } from '../kit/date-time.tsx';
import { useJoined, useT } from '../kit/i18n.tsx';
import { MirrorName } from '../kit/mirror-name.tsx';
import { Badge } from '../kit/states.tsx';

type Proof = NonNullable<OrganisationView['proof']>;

/** What the last finished reading proved: equality, or the rows that events had left wrong and that are right now. */
export function OrganisationProof({ proof }: { readonly proof: Proof | null }) {
  const t = useT();
  return (
    <section className="j-card j-stack">
      <div className="j-row j-row--between">
        <h2>{t('settings.proof')}</h2>
        {proof && (
          <Badge tone={proof.exact ? 'good' : 'warn'}>
            {proof.exact ? t('settings.proof_exact') : t('settings.proof_drift')}
          </Badge>
        )}
      </div>
      <p className="j-muted">{t('settings.proof_text')}</p>
      {proof === null ? (
        <p>{t('settings.proof_none')}</p>
      ) : (
        <>
          <p>
            {proof.exact
              ? t('settings.proof_exact_text')
              : t('settings.proof_drift_text', {
                  added: proof.added,
                  changed: proof.changed,
                  removed: proof.removed,
                })}{' '}
            <DateTime iso={proof.at} />
          </p>
          {!proof.exact && <Drift proof={proof} />}
        </>
      )}
    </section>
  );
}

const fieldNames: ReadonlySet<string> = new Set([
  'name',
  'parentId',
  'leaderIds',
  'departmentIds',
  'managerId',
  'title',
]);
type FieldName = 'name' | 'parentId' | 'leaderIds' | 'departmentIds' | 'managerId' | 'title';

function Drift({ proof }: { readonly proof: Proof }) {
  const t = useT();
  const joined = useJoined();
  const fieldName = (field: string) =>
    fieldNames.has(field)
      ? t(`settings.overlay_field_${field as FieldName}`)
      : t('settings.proof_field_other');
  const total = proof.added + proof.changed + proof.removed;
  return (
    <details>
      <summary>{t('settings.proof_list', { shown: proof.drift.length, total })}</summary>
      <ul className="j-rows">
        {proof.drift.map(({ kind, id, name, change, fields }) => (
          <li key={`${kind} ${id}`} className="j-row j-row--between">
            <span className="j-wrap">
              <MirrorName kind={kind} id={id} name={name} /> · {t(`settings.proof_${kind}`)}
              {fields.length > 0 && (
                <span className="j-small j-muted"> {joined([...new Set(fields.map(fieldName))])}</span>
              )}
            </span>
            <Badge>{t(`settings.proof_${change}`)}</Badge>
          </li>
        ))}
      </ul>
    </details>
  );
}

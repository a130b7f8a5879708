import type { OrganisationView } from '#adapters/http/schemas/platforms.ts';
import { Button } from '../kit/button.tsx';
import { useJoined, useT } from '../kit/i18n.tsx';
import { useNameless } from '../kit/mirror-name.tsx';
import { useApi, useMay } from '../kit/session.tsx';
import { Badge, ProblemNotice } from '../kit/states.tsx';
import { useToast } from '../kit/toast.tsx';
import { useMutation } from '../kit/use-mutation.ts';

type Operation = OrganisationView['operations'][number];
type Conflict = OrganisationView['conflicts'][number];

/** Local changes over the mirror, and those of them that the platform's news contradict. */
export function OrganisationChanges(props: {
  readonly organisation: OrganisationView;
  readonly onChanged: () => void;
}) {
  const t = useT();
  const { departments, people, operations, conflicts } = props.organisation;
  if (operations.length === 0) return null;
  const nameless = useNameless();
  const words =
    (kind: 'person' | 'department') => (one: { readonly id: string; readonly name: string | null }) =>
      [one.id, one.name ?? nameless(kind)] as const;
  const names = new Map([...people.map(words('person')), ...departments.map(words('department'))]);
  return (
    <section className="j-card j-stack">
      <h2>{t('settings.overlay')}</h2>
      <p className="j-muted">{t('settings.overlay_text', { count: operations.length })}</p>
      <p>
        {conflicts.length === 0
          ? t('settings.overlay_none')
          : t('settings.overlay_conflicts', { count: conflicts.length })}
      </p>
      <ul className="j-rows">
        {conflicts.map((conflict) => {
          const operation = operations.find(({ id }) => id === conflict.operationId);
          return (
            operation && (
              <ConflictRow
                key={operation.id}
                {...{ conflict, operation, names }}
                onChanged={props.onChanged}
              />
            )
          );
        })}
      </ul>
    </section>
  );
}

function ConflictRow(props: {
  readonly conflict: Conflict;
  readonly operation: Operation;
  readonly names: ReadonlyMap<string, string>;
  readonly onChanged: () => void;
}) {
  const t = useT();
  const api = useApi();
  const toast = useToast();
  const joined = useJoined();
  const mayWrite = useMay('settings.write');
  const { conflict, operation, names } = props;
  const restoring = useMutation((id: string, idempotencyKey) =>
    api.remove(`/organisation/operations/${id}`, { idempotencyKey }).then(() => true),
  );
  const restore = async () => {
    if (!(await restoring.run(operation.id))) return;
    toast({ text: t('settings.overlay_restored') });
    props.onChanged();
  };
  const isText = operation.field === 'name' || operation.field === 'title';
  const shown = (value: Operation['value']) =>
    joined([value ?? []].flat().map((one) => (isText ? one : (names.get(one) ?? t('common.unknown'))))) ||
    t('common.none');
  const subject = names.get(operation.subjectId) ?? t('common.unknown');
  const field = t(`settings.overlay_field_${operation.field}`);
  return (
    <li className="j-stack j-stack--tight">
      <div className="j-row j-row--between">
        <strong className="j-wrap">
          {subject} · {field}
        </strong>
        <Badge tone="warn">{t(`settings.overlay_${conflict.reason}`)}</Badge>
      </div>
      <p className="j-small j-wrap">
        {t('settings.overlay_local', { value: shown(operation.value) })}
        <br />
        {t('settings.overlay_platform', { value: shown(conflict.platformValue) })}
      </p>
      <ProblemNotice problem={restoring.problem} />
      {mayWrite && (
        <div>
          <Button
            busy={restoring.busy}
            aria-label={t('settings.overlay_restore_for', { subject, field })}
            onClick={() => void restore()}
          >
            {t('settings.overlay_restore')}
          </Button>
        </div>
      )}
    </li>
  );
}

import { useState } from 'react';
import type { AdminRolesBody } from '#adapters/http/schemas/platforms.ts';
import { Button } from '../kit/button.tsx';
import { Select } from '../kit/field.tsx';
import { useT } from '../kit/i18n.tsx';
import { useApi, useMay } from '../kit/session.tsx';
import { ProblemNotice } from '../kit/states.tsx';
import { useToast } from '../kit/toast.tsx';
import { useMutation } from '../kit/use-mutation.ts';

const levels = ['admin', 'sub_admin'] as const;
const choices = ['owner', 'hr', 'none'] as const;

/** Which role here follows from being an administrator there; the last owner stays whatever is chosen. */
export function AdminRoles(props: {
  readonly platformId: string;
  readonly rule: AdminRolesBody;
  readonly onSaved: () => void;
}) {
  const t = useT();
  const api = useApi();
  const toast = useToast();
  const mayWrite = useMay('settings.write');
  const [rule, setRule] = useState(props.rule);
  const saving = useMutation((body: AdminRolesBody, idempotencyKey) =>
    api.put(`/platforms/${props.platformId}/admin-roles`, body, { idempotencyKey }).then(() => true),
  );
  const save = async () => {
    if (!(await saving.run(rule))) return;
    toast({ text: t('settings.office_roles_saved') });
    props.onSaved();
  };
  return (
    <section className="j-card j-stack">
      <h2>{t('settings.office_roles')}</h2>
      <p className="j-muted">{t('settings.office_roles_text')}</p>
      {levels.map((level) => (
        <Select
          key={level}
          label={t(`settings.office_roles_${level}`)}
          value={rule[level]}
          disabled={!mayWrite}
          options={choices.map((value) => ({ value, label: t(`settings.office_role_${value}`) }))}
          onChange={(role) => setRule((before) => ({ ...before, [level]: role }))}
        />
      ))}
      <ProblemNotice problem={saving.problem} />
      {mayWrite && (
        <div>
          <Button busy={saving.busy} onClick={() => void save()}>
            {t('settings.office_roles_save')}
          </Button>
        </div>
      )}
    </section>
  );
}

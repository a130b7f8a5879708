import { useState } from 'react';
import type { LinkView, PersonView } from '#adapters/http/schemas/company.ts';
import { type Role, roles } from '#core/access/permissions.ts';
import { Button } from '../kit/button.tsx';
import { Checkbox } from '../kit/choice.tsx';
import { Dialog } from '../kit/dialog.tsx';
import { TextInput } from '../kit/field.tsx';
import { useT } from '../kit/i18n.tsx';
import { useApi } from '../kit/session.tsx';
import { ProblemNotice } from '../kit/states.tsx';
import { useToast } from '../kit/toast.tsx';
import { useMutation } from '../kit/use-mutation.ts';

export interface Invited {
  readonly person: PersonView;
  readonly link: LinkView;
}

/** Adds a colleague; the answer carries the link to send. */
export function InviteDialog(props: {
  readonly onClose: () => void;
  readonly onInvited: (invited: Invited) => void;
}) {
  const t = useT();
  const api = useApi();
  const invitation = useMutation((body: object, idempotencyKey) =>
    api.post<Invited>('/people', body, { idempotencyKey }),
  );
  const send = async (name: string, chosen: readonly Role[]) => {
    const invited = await invitation.run({ name, roles: chosen });
    if (invited) props.onInvited(invited);
  };
  return (
    <PersonForm
      title={t('settings.invite')}
      saveLabel={t('settings.make_link')}
      name=""
      roles={['hr']}
      busy={invitation.busy}
      problem={invitation.problem}
      onSave={send}
      onClose={props.onClose}
    />
  );
}

/** Changes the name and the roles of a person. */
export function PersonDialog(props: {
  readonly person: PersonView;
  readonly onClose: () => void;
  readonly onSaved: () => void;
}) {
  const t = useT();
  const api = useApi();
  const toast = useToast();
  const { person } = props;
  const change = useMutation((body: object, idempotencyKey) =>
    api.patch<PersonView>(`/people/${person.id}`, body, { idempotencyKey }),
  );
  const save = async (name: string, chosen: readonly Role[]) => {
    if (!(await change.run({ name, roles: chosen }))) return;
    toast({ text: t('common.saved') });
    props.onSaved();
    props.onClose();
  };
  return (
    <PersonForm
      title={t('settings.edit_person')}
      saveLabel={t('common.save')}
      name={person.name ?? ''}
      roles={person.roles}
      busy={change.busy}
      problem={change.problem}
      onSave={save}
      onClose={props.onClose}
    />
  );
}

function PersonForm(props: {
  readonly title: string;
  readonly saveLabel: string;
  readonly name: string;
  readonly roles: readonly Role[];
  readonly busy: boolean;
  readonly problem: Parameters<typeof ProblemNotice>[0]['problem'];
  readonly onSave: (name: string, roles: readonly Role[]) => Promise<void>;
  readonly onClose: () => void;
}) {
  const t = useT();
  const [name, setName] = useState(props.name);
  const [chosen, setChosen] = useState<readonly Role[]>(props.roles);
  const [tried, setTried] = useState(false);
  const save = () => {
    setTried(true);
    if (name.trim() !== '' && chosen.length > 0) void props.onSave(name.trim(), chosen);
  };
  return (
    <Dialog
      title={props.title}
      onClose={props.onClose}
      footer={
        <>
          <Button onClick={props.onClose}>{t('common.cancel')}</Button>
          <Button look="primary" busy={props.busy} onClick={save}>
            {props.saveLabel}
          </Button>
        </>
      }
    >
      <form
        className="j-stack"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
      >
        <TextInput
          label={t('settings.name')}
          maxLength={60}
          data-autofocus
          value={name}
          error={tried && name.trim() === '' ? t('settings.name_missing') : null}
          onChange={setName}
        />
        <fieldset className="j-choices">
          <legend>{t('settings.roles')}</legend>
          {roles.map((role) => (
            <Checkbox
              key={role}
              label={t(`app.role_${role}`)}
              help={t(`settings.role_${role}_help`)}
              checked={chosen.includes(role)}
              error={tried && chosen.length === 0 && role === 'employee' ? t('settings.roles_missing') : null}
              onChange={(on) => setChosen(roles.filter((r) => (r === role ? on : chosen.includes(r))))}
            />
          ))}
        </fieldset>
        <ProblemNotice problem={props.problem} />
        <button type="submit" hidden />
      </form>
    </Dialog>
  );
}

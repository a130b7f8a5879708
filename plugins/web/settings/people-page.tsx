import { useState } from 'react';
import type { LinkView, PersonView } from '#adapters/http/schemas/company.ts';
import type { ListPage } from '../kit/api-client.ts';
import { Button } from '../kit/button.tsx';
import { useConfirm } from '../kit/confirm.tsx';
import { DateTime } from '../kit/date-time.tsx';
import { useJoined, useT } from '../kit/i18n.tsx';
import { Icon } from '../kit/icons.tsx';
import { Menu, type MenuItem } from '../kit/menu.tsx';
import { PersonName } from '../kit/person-name.tsx';
import { useApi, useSession } from '../kit/session.tsx';
import { Badge, ErrorState, problemWords, Skeleton, type Tone } from '../kit/states.tsx';
import { type Column, Table } from '../kit/table.tsx';
import { useToast } from '../kit/toast.tsx';
import { asProblem, useQuery } from '../kit/use-query.ts';
import { LinkDialog } from './link-dialog.tsx';
import { InviteDialog, PersonDialog } from './person-dialogs.tsx';
import { SettingsFrame } from './settings-frame.tsx';

type Open =
  | { readonly kind: 'invite' }
  | { readonly kind: 'edit'; readonly person: PersonView }
  | { readonly kind: 'link'; readonly link: LinkView; readonly name: string };

const tones: Readonly<Record<PersonView['state'], Tone>> = {
  invited: 'info',
  active: 'good',
  disabled: 'plain',
};

/** `/settings/people`: who works here, what they may do, and how they get in. */
export function Page() {
  const t = useT();
  const api = useApi();
  const people = useQuery('people', (signal) => api.get<ListPage<PersonView>>('/people', { signal }));
  const [open, setOpen] = useState<Open | null>(null);
  return (
    <SettingsFrame
      title={t('settings.people')}
      intro={t('settings.people_intro')}
      actions={
        <Button look="primary" icon="add" onClick={() => setOpen({ kind: 'invite' })}>
          {t('settings.invite')}
        </Button>
      }
    >
      {people.data === null ? (
        people.state === 'failed' ? (
          <ErrorState problem={people.problem} onRetry={people.reload} />
        ) : (
          <Skeleton />
        )
      ) : (
        <PeopleTable people={people.data.items} reload={people.reload} onOpen={setOpen} />
      )}
      {open?.kind === 'invite' && (
        <InviteDialog
          onClose={() => setOpen(null)}
          onInvited={({ person, link }) => {
            people.reload();
            setOpen({ kind: 'link', link, name: person.name ?? '' });
          }}
        />
      )}
      {open?.kind === 'edit' && (
        <PersonDialog person={open.person} onClose={() => setOpen(null)} onSaved={people.reload} />
      )}
      {open?.kind === 'link' && (
        <LinkDialog link={open.link} name={open.name} onClose={() => setOpen(null)} />
      )}
    </SettingsFrame>
  );
}

function PeopleTable(props: {
  readonly people: readonly PersonView[];
  readonly reload: () => void;
  readonly onOpen: (open: Open) => void;
}) {
  const t = useT();
  const joined = useJoined();
  const me = useSession().person.id;
  const columns: readonly Column<PersonView>[] = [
    {
      id: 'name',
      header: t('settings.name'),
      role: 'main',
      cell: (person) => (
        <span>
          <PersonName id={person.id} name={person.name} fallback={t('settings.no_name')} explained />
          {person.id === me && <span className="j-muted"> {t('settings.you')}</span>}
        </span>
      ),
    },
    {
      id: 'roles',
      header: t('settings.roles'),
      cell: (person) => joined(person.roles.map((role) => t(`app.role_${role}`))),
    },
    {
      id: 'state',
      header: t('settings.state'),
      cell: (person) => <Badge tone={tones[person.state]}>{t(`settings.state_${person.state}`)}</Badge>,
    },
    {
      id: 'seen',
      header: t('settings.last_seen'),
      cell: (person) =>
        person.lastSeenAt ? (
          <DateTime iso={person.lastSeenAt} />
        ) : (
          <span className="j-muted">{t('settings.never_seen')}</span>
        ),
    },
    {
      id: 'actions',
      header: t('common.more'),
      role: 'bare',
      cell: (person) => <PersonMenu person={person} reload={props.reload} onOpen={props.onOpen} />,
    },
  ];
  return (
    <Table caption={t('settings.people')} columns={columns} rows={props.people} rowKey={({ id }) => id} />
  );
}

function usePersonActions(reload: () => void) {
  const t = useT();
  const api = useApi();
  const toast = useToast();
  const run = async <Answer,>(write: () => Promise<Answer>, done?: string): Promise<Answer | null> => {
    try {
      const answer = await write();
      if (done) toast({ text: done });
      reload();
      return answer;
    } catch (error) {
      const problem = asProblem(error);
      const { title, remedy } = problemWords(problem, t);
      toast({ text: `${title} ${remedy}`, tone: 'bad' });
      return null;
    }
  };
  return {
    newLink: (id: string) => run(() => api.post<LinkView>(`/people/${id}/link`)),
    disconnect: (id: string) =>
      run(() => api.remove(`/people/${id}/office-account`), t('settings.office_account_disconnected')),
    signOut: (id: string) => run(() => api.post(`/people/${id}/sign-out`), t('settings.signed_out')),
    setState: (id: string, state: 'active' | 'disabled') =>
      run(
        () => api.patch(`/people/${id}`, { state }),
        t(state === 'active' ? 'settings.enabled' : 'settings.disabled'),
      ),
  };
}

function PersonMenu(props: {
  readonly person: PersonView;
  readonly reload: () => void;
  readonly onOpen: (open: Open) => void;
}) {
  const t = useT();
  const confirm = useConfirm();
  const me = useSession().person.id;
  const { person, onOpen } = props;
  const actions = usePersonActions(props.reload);
  const name = person.name ?? t('settings.no_name');
  const link = async () => {
    const made = await actions.newLink(person.id);
    if (made) onOpen({ kind: 'link', link: made, name });
  };
  const disable = async () => {
    const yes = await confirm({
      title: t('settings.disable_title', { name }),
      text: t('settings.disable_text'),
      confirmLabel: t('settings.disable'),
      danger: true,
    });
    if (yes) void actions.setState(person.id, 'disabled');
  };
  const disconnect = async () => {
    const yes = await confirm({
      title: t('settings.office_account_disconnect_of', { name }),
      text: t('settings.office_account_disconnect_text'),
      confirmLabel: t('settings.office_account_disconnect'),
      danger: true,
    });
    if (yes) void actions.disconnect(person.id);
  };
  const disconnecting: readonly MenuItem[] =
    person.officeAccount && person.id !== me
      ? [{ label: t('settings.office_account_disconnect'), run: () => void disconnect() }]
      : [];
  const items: MenuItem[] =
    person.state === 'disabled'
      ? [{ label: t('settings.enable'), run: () => void actions.setState(person.id, 'active') }]
      : [
          { label: t('settings.edit_person'), icon: 'edit', run: () => onOpen({ kind: 'edit', person }) },
          { label: t('settings.new_link'), icon: 'link', run: () => void link() },
          ...(person.id === me
            ? []
            : [
                { label: t('settings.sign_out_everywhere'), run: () => void actions.signOut(person.id) },
                ...disconnecting,
                {
                  label: t('settings.disable'),
                  icon: 'lock' as const,
                  danger: true,
                  run: () => void disable(),
                },
              ]),
        ];
  return (
    <Menu
      groups={[{ items }]}
      button={(attributes) => (
        <button
          {...attributes}
          type="button"
          className="j-icon-button"
          aria-label={t('settings.person_menu', { name })}
        >
          <Icon name="more" />
        </button>
      )}
    />
  );
}

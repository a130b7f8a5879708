import { useEffect } from 'react';
import type { OrganisationView, PlatformView } from '#adapters/http/schemas/platforms.ts';
import { Button } from '../kit/button.tsx';
import { useConfirm } from '../kit/confirm.tsx';
import { useT } from '../kit/i18n.tsx';
import { MonthlyCalls } from '../kit/monthly-calls.tsx';
import { useApi, useMay } from '../kit/session.tsx';
import { ErrorState, Notice, ProblemNotice, Skeleton } from '../kit/states.tsx';
import { useToast } from '../kit/toast.tsx';
import { useMutation } from '../kit/use-mutation.ts';
import { useQuery } from '../kit/use-query.ts';
import { AdminRoles } from './admin-roles.tsx';
import { CopyField } from './copy-field.tsx';
import { EventDelivery } from './event-delivery.tsx';
import { InstallationBadge, InstallationFacts, InstallationNotice } from './installation-facts.tsx';
import { OrganisationChanges } from './organisation-changes.tsx';
import { OrganisationProof } from './organisation-proof.tsx';
import { OrganisationReading } from './organisation-reading.tsx';
import { type Checks, PlatformPermissions } from './platform-permissions.tsx';
import { useWords } from './platform-words.ts';

const lookAgainMs = 2_000;
type Connection = NonNullable<PlatformView['connected']>;

/** The company's platform: its state, the reading of its directory, permissions, addresses, and the way out. */
export function ConnectedPlatform(props: {
  readonly platform: PlatformView;
  readonly connection: Connection;
  readonly checks: Checks | null;
  /** Counts savings of the settings: each begins a reading. */
  readonly round: number;
  readonly onChecked: (checks: Checks) => void;
  readonly onChange: () => void;
  readonly onDisconnected: () => void;
  /** Something was saved that the list of platforms shows. */
  readonly onChanged: () => void;
}) {
  const { platform, connection } = props;
  const running = connection.state === 'active' || connection.state === 'scope_changed';
  return (
    <>
      <About platform={platform} connection={connection} onChange={props.onChange} />
      <Organisation key={`${connection.installationId} ${props.round}`} active={running} />
      <PlatformPermissions platform={platform} checks={props.checks} onChecked={props.onChecked} />
      {connection.adminRoles && running && (
        <AdminRoles platformId={platform.id} rule={connection.adminRoles} onSaved={props.onChanged} />
      )}
      {connection.kind === 'own' ? (
        <>
          <Addresses connection={connection} />
          {connection.state === 'active' && <EventDelivery platformId={platform.id} />}
          <Disconnect platform={platform} onDisconnected={props.onDisconnected} />
        </>
      ) : (
        connection.state !== 'uninstalled' && <Leaving platform={platform} />
      )}
    </>
  );
}

function About(props: {
  readonly platform: PlatformView;
  readonly connection: Connection;
  readonly onChange: () => void;
}) {
  const t = useT();
  const say = useWords();
  const mayWrite = useMay('settings.write');
  const { connection } = props;
  return (
    <section className="j-card j-stack">
      <div className="j-row j-row--between">
        <h2>{say(props.platform.name)}</h2>
        <InstallationBadge state={connection.state} />
      </div>
      <InstallationNotice connection={connection} />
      <InstallationFacts connection={connection} />
      {mayWrite && connection.kind === 'own' && (
        <div>
          <Button icon="edit" onClick={props.onChange}>
            {t('settings.office_change')}
          </Button>
        </div>
      )}
    </section>
  );
}

/** An app of the marketplace is removed where it was installed. */
function Leaving({ platform }: { readonly platform: PlatformView }) {
  const t = useT();
  const say = useWords();
  return (
    <section className="j-card j-stack">
      <h2>{t('settings.office_leave')}</h2>
      <p>{t('settings.office_leave_text', { name: say(platform.name) })}</p>
    </section>
  );
}

function Organisation({ active }: { readonly active: boolean }) {
  const t = useT();
  const api = useApi();
  const organisation = useQuery('organisation', (signal) =>
    api.get<OrganisationView>('/organisation', { signal }),
  );
  const { data, state, reloading, reload } = organisation;
  // A failed look is followed by another as well: the reading goes on meanwhile.
  const waits = data?.run?.state === 'running' && !reloading;
  useEffect(() => {
    if (!waits) return undefined;
    const timer = setTimeout(reload, lookAgainMs);
    return () => clearTimeout(timer);
  }, [waits, reload]);
  if (data === null) {
    return (
      <section className="j-card">
        {state === 'failed' ? (
          <ErrorState problem={organisation.problem} onRetry={reload} />
        ) : (
          <Skeleton lines={4} />
        )}
      </section>
    );
  }
  return (
    <>
      <OrganisationReading run={data.run} quota={data.quota} active={active} onChanged={reload} />
      {data.quota && (
        <section className="j-card j-stack">
          <h2>{t('settings.calls')}</h2>
          <MonthlyCalls quota={data.quota} />
          <p className="j-small j-muted">
            {t('settings.calls_of', { approval: data.quota.acts.approval, card: data.quota.acts.card })}
          </p>
        </section>
      )}
      <OrganisationProof proof={data.proof} />
      <OrganisationChanges organisation={data} onChanged={reload} />
    </>
  );
}

function Addresses({ connection }: { readonly connection: Connection }) {
  const t = useT();
  const { callbackUrl, homeUrl, redirectUrl } = connection;
  return (
    <section className="j-card j-stack">
      <h2>{t('settings.office_addresses')}</h2>
      {!homeUrl.startsWith('https:') && (
        <Notice tone="warn">
          <p>{t('settings.office_insecure')}</p>
        </Notice>
      )}
      <CopyField label={t('settings.office_home')} help={t('settings.office_home_help')} value={homeUrl} />
      <CopyField
        label={t('settings.office_redirect')}
        help={t('settings.office_redirect_help')}
        value={redirectUrl}
      />
      <CopyField
        label={t('settings.office_host')}
        help={t('settings.office_host_help')}
        value={new URL(homeUrl).host}
      />
      <CopyField
        label={t('settings.office_callback')}
        help={t('settings.office_callback_help')}
        value={callbackUrl}
      />
    </section>
  );
}

function Disconnect(props: { readonly platform: PlatformView; readonly onDisconnected: () => void }) {
  const t = useT();
  const say = useWords();
  const api = useApi();
  const toast = useToast();
  const confirm = useConfirm();
  const mayWrite = useMay('settings.write');
  const { platform, onDisconnected } = props;
  const leaving = useMutation((_: null, idempotencyKey) =>
    api.remove(`/platforms/${platform.id}`, { idempotencyKey }).then(() => true),
  );
  if (!mayWrite) return null;
  const disconnect = async () => {
    const yes = await confirm({
      title: t('settings.office_disconnect_title', { name: say(platform.name) }),
      text: <Erased />,
      confirmLabel: t('settings.office_disconnect'),
      danger: true,
    });
    if (!yes || !(await leaving.run(null))) return;
    toast({ text: t('settings.office_disconnected') });
    onDisconnected();
  };
  return (
    <section className="j-card j-stack j-danger">
      <h2>{t('settings.office_disconnect')}</h2>
      <Erased />
      <ProblemNotice problem={leaving.problem} />
      <div>
        <Button look="danger" busy={leaving.busy} onClick={() => void disconnect()}>
          {t('settings.office_disconnect')}
        </Button>
      </div>
    </section>
  );
}

const erased = ['keys', 'mirror', 'events', 'accounts'] as const;

function Erased() {
  const t = useT();
  return (
    <div className="j-stack j-stack--tight">
      <p>{t('settings.office_disconnect_erased')}</p>
      <ul className="j-bullets">
        {erased.map((name) => (
          <li key={name}>{t(`settings.office_disconnect_${name}`)}</li>
        ))}
      </ul>
      <p>{t('settings.office_disconnect_kept')}</p>
    </div>
  );
}

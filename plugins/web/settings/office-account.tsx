import type { OfficeAccountView, SignInAddressView } from '#adapters/http/schemas/office-account.ts';
import { Button } from '../kit/button.tsx';
import { useAppPlace } from '../kit/client-bridge.tsx';
import { useConfirm } from '../kit/confirm.tsx';
import { DateTime } from '../kit/date-time.tsx';
import { useT } from '../kit/i18n.tsx';
import { MirrorName, useNameless } from '../kit/mirror-name.tsx';
import { useApi } from '../kit/session.tsx';
import { Notice, ProblemNotice } from '../kit/states.tsx';
import { useToast } from '../kit/toast.tsx';
import { useMutation } from '../kit/use-mutation.ts';
import { useQuery } from '../kit/use-query.ts';
import { useWords } from './platform-words.ts';

type Waiting = NonNullable<OfficeAccountView['waiting']>;

/** Which account of the office app opens Jinji as this person: connected by a button and a yes, and taken back here. */
export function OfficeAccount() {
  const t = useT();
  const say = useWords();
  const api = useApi();
  const inClient = (useAppPlace()?.platform ?? null) !== null;
  const standing = useQuery('office-account', (signal) =>
    api.get<OfficeAccountView>('/session/office-account', { signal }),
  );
  const platform = standing.data?.platform;
  if (!standing.data || !platform) return null;
  const { account, waiting } = standing.data;
  const name = say(platform.name);
  return (
    <section className="j-card j-stack">
      <h2>{t('settings.office_account', { name })}</h2>
      {account ? (
        <Connected account={account} name={name} onChanged={standing.reload} />
      ) : (
        <>
          <p className="j-muted">{t('settings.office_account_text', { name })}</p>
          {waiting && <Asked waiting={waiting} name={name} onChanged={standing.reload} />}
          {!waiting && !inClient && platform.open && <Connect name={name} />}
        </>
      )}
    </section>
  );
}

function Connect({ name }: { readonly name: string }) {
  const t = useT();
  const api = useApi();
  const begin = useMutation((_: null) => api.post<SignInAddressView>('/session/office-account/start'));
  const go = async () => {
    const begun = await begin.run(null);
    if (begun) window.location.assign(begun.address);
  };
  return (
    <>
      <ProblemNotice problem={begin.problem} />
      <div>
        <Button icon="link" busy={begin.busy} onClick={() => void go()}>
          {t('settings.office_account_connect', { name })}
        </Button>
      </div>
    </>
  );
}

/** The account that came back from the office app's sign-in, before the person says yes. */
function Asked(props: { readonly waiting: Waiting; readonly name: string; readonly onChanged: () => void }) {
  const t = useT();
  const api = useApi();
  const toast = useToast();
  const { waiting, name, onChanged } = props;
  const yes = useMutation((_: null) => api.post('/session/office-account').then(() => true));
  const no = useMutation((_: null) => api.remove('/session/office-account/waiting').then(() => true));
  const accept = async () => {
    if (!(await yes.run(null))) return;
    toast({ text: t('settings.office_account_connected_now', { name }) });
    onChanged();
  };
  const decline = async () => {
    if (await no.run(null)) onChanged();
  };
  const nameless = useNameless();
  const account = waiting.name ?? nameless('person');
  return (
    <>
      <Notice tone={waiting.refused ? 'bad' : 'warn'}>
        <p>
          <strong>{t('settings.office_account_ask', { name, account })}</strong>
        </p>
        <p>
          {waiting.refused
            ? t(`settings.office_account_${waiting.refused}`)
            : t('settings.office_account_ask_text', { name })}
        </p>
        {waiting.colleague && !waiting.refused && <p>{t('settings.office_account_takes_over')}</p>}
      </Notice>
      <ProblemNotice problem={yes.problem ?? no.problem} />
      <div className="j-row">
        {!waiting.refused && (
          <Button look="primary" busy={yes.busy} onClick={() => void accept()}>
            {t('settings.office_account_yes')}
          </Button>
        )}
        <Button busy={no.busy} onClick={() => void decline()}>
          {t('settings.office_account_no')}
        </Button>
      </div>
    </>
  );
}

function Connected(props: {
  readonly account: NonNullable<OfficeAccountView['account']>;
  readonly name: string;
  readonly onChanged: () => void;
}) {
  const t = useT();
  const api = useApi();
  const toast = useToast();
  const confirm = useConfirm();
  const { account, name, onChanged } = props;
  const leaving = useMutation((_: null) => api.remove('/session/office-account').then(() => true));
  const disconnect = async () => {
    const sure = await confirm({
      title: t('settings.office_account_disconnect_title', { name }),
      text: t('settings.office_account_disconnect_text'),
      confirmLabel: t('settings.office_account_disconnect'),
      danger: true,
    });
    if (!sure || !(await leaving.run(null))) return;
    toast({ text: t('settings.office_account_disconnected') });
    onChanged();
  };
  return (
    <>
      <p>
        <strong>
          <MirrorName kind="person" id={account.id} name={account.name} />
        </strong>{' '}
        <span className="j-muted">
          {t('settings.office_account_since')} <DateTime iso={account.since} detail="day" />
        </span>
      </p>
      <p className="j-small j-muted">{t('settings.office_account_opens', { name })}</p>
      <ProblemNotice problem={leaving.problem} />
      <div>
        <Button busy={leaving.busy} onClick={() => void disconnect()}>
          {t('settings.office_account_disconnect')}
        </Button>
      </div>
    </>
  );
}

import type { SessionEntryView } from '#adapters/http/schemas/settings.ts';
import type { ListPage } from '../kit/api-client.ts';
import { Button } from '../kit/button.tsx';
import { DateTime } from '../kit/date-time.tsx';
import { useJoined, useT } from '../kit/i18n.tsx';
import { PersonName } from '../kit/person-name.tsx';
import { useApi, useSession } from '../kit/session.tsx';
import { Badge, ErrorState, problemWords, Skeleton } from '../kit/states.tsx';
import { useToast } from '../kit/toast.tsx';
import { asProblem, useQuery } from '../kit/use-query.ts';
import { OfficeAccount } from './office-account.tsx';
import { SettingsFrame } from './settings-frame.tsx';

/** `/settings/account`: who I am here, and where I am signed in. */
export function Page() {
  const t = useT();
  const joined = useJoined();
  const { person } = useSession();
  const roles = person.roles.map((role) => t(`app.role_${role as 'owner'}`));
  return (
    <SettingsFrame title={t('settings.account')}>
      <div className="j-stack j-settings-form">
        <section className="j-card j-stack">
          <h2>
            <PersonName id={person.id} name={person.name} fallback={t('settings.no_name')} />
          </h2>
          <p className="j-muted">{joined(roles)}</p>
          <p className="j-small j-muted">{t('settings.account_menu')}</p>
        </section>
        <OfficeAccount />
        <Sessions />
      </div>
    </SettingsFrame>
  );
}

function Sessions() {
  const t = useT();
  const api = useApi();
  const toast = useToast();
  const sessions = useQuery('sessions', (signal) =>
    api.get<ListPage<SessionEntryView>>('/session/all', { signal }),
  );
  const others = sessions.data?.items.filter(({ current }) => !current) ?? [];
  const act = async (path: string, after: () => void) => {
    try {
      await api.remove(path);
      after();
    } catch (error) {
      toast({ text: problemWords(asProblem(error), t).title, tone: 'bad' });
    }
  };
  const endOthers = () =>
    act('/session/others', () => {
      toast({ text: t('settings.others_ended') });
      sessions.reload();
    });
  return (
    <section className="j-card j-stack">
      <h2>{t('settings.sessions')}</h2>
      <p className="j-muted">{t('settings.sessions_text')}</p>
      {sessions.data === null ? (
        sessions.state === 'failed' ? (
          <ErrorState problem={sessions.problem} onRetry={sessions.reload} />
        ) : (
          <Skeleton lines={2} />
        )
      ) : (
        <ul className="j-sessions">
          {sessions.data.items.map((entry) => (
            <li key={entry.createdAt} className="j-sessions__row">
              <div>
                <DeviceName device={entry.device} />
                <p className="j-small j-muted">
                  {t('settings.session_used')} <DateTime iso={entry.lastUsedAt} detail="day" />
                  {' · '}
                  {t('settings.session_since')} <DateTime iso={entry.createdAt} />
                </p>
              </div>
              {entry.current && <Badge tone="good">{t('settings.session_this')}</Badge>}
            </li>
          ))}
        </ul>
      )}
      <div className="j-row">
        {others.length > 0 && (
          <Button onClick={() => void endOthers()}>
            {t('settings.end_others', { count: others.length })}
          </Button>
        )}
        <Button onClick={() => void act('/session', () => window.location.assign('/'))}>
          {t('app.sign_out')}
        </Button>
      </div>
    </section>
  );
}

/** "微信 · iPhone": what a person recognises the browser by. */
function DeviceName({ device }: Pick<SessionEntryView, 'device'>) {
  const t = useT();
  const names = [device?.app, device?.system].flatMap((name) => (name ? [t(`settings.device_${name}`)] : []));
  return <strong>{names.length > 0 ? names.join(' · ') : t('settings.device_unknown')}</strong>;
}

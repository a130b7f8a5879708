import { useState } from 'react';
import type { PlatformView } from '#adapters/http/schemas/platforms.ts';
import type { ListPage } from '../kit/api-client.ts';
import { Button } from '../kit/button.tsx';
import { useT } from '../kit/i18n.tsx';
import { useApi, useMay } from '../kit/session.tsx';
import { Badge, EmptyState, ErrorState, Notice, Skeleton } from '../kit/states.tsx';
import { useToast } from '../kit/toast.tsx';
import { useQuery } from '../kit/use-query.ts';
import { ConnectedPlatform } from './connected-platform.tsx';
import { PlatformForm } from './platform-form.tsx';
import type { Checks } from './platform-permissions.tsx';
import { useWords } from './platform-words.ts';
import { SettingsFrame } from './settings-frame.tsx';

/** `/settings/platforms`: the office platform that the company works in, and what came from it. */
export function Page() {
  const t = useT();
  const api = useApi();
  const platforms = useQuery('platforms', (signal) =>
    api.get<ListPage<PlatformView>>('/platforms', { signal }),
  );
  return (
    <SettingsFrame title={t('settings.office')} intro={t('settings.office_intro')}>
      {platforms.data === null ? (
        platforms.state === 'failed' ? (
          <ErrorState problem={platforms.problem} onRetry={platforms.reload} />
        ) : (
          <Skeleton />
        )
      ) : platforms.data.items.length === 0 ? (
        <EmptyState icon="people" title={t('settings.office_none')}>
          {t('settings.office_none_text')}
        </EmptyState>
      ) : (
        <Platforms platforms={platforms.data.items} reload={platforms.reload} />
      )}
    </SettingsFrame>
  );
}

function Platforms(props: { readonly platforms: readonly PlatformView[]; readonly reload: () => void }) {
  const t = useT();
  const toast = useToast();
  const mayWrite = useMay('settings.write');
  const [open, setOpen] = useState<PlatformView | null>(null);
  const [checks, setChecks] = useState<Checks | null>(null);
  const [round, setRound] = useState(0);
  const { platforms, reload } = props;
  const mine = platforms.find(({ connected }) => connected !== null);
  return (
    <div className="j-stack j-settings-form">
      {!mayWrite && (
        <Notice tone="plain">
          <p>{t('settings.read_only')}</p>
        </Notice>
      )}
      {mine?.connected && (
        <ConnectedPlatform
          platform={mine}
          connection={mine.connected}
          checks={checks}
          round={round}
          onChecked={setChecks}
          onChange={() => setOpen(mine)}
          onChanged={reload}
          onDisconnected={() => {
            setChecks(null);
            reload();
          }}
        />
      )}
      {platforms
        // Who came by a marketplace has nothing to disconnect here.
        .filter((platform) => platform !== mine && mine?.connected?.kind !== 'marketplace')
        .map((platform) => (
          <Choice key={platform.id} platform={platform} other={mine} onConnect={() => setOpen(platform)} />
        ))}
      <Notice tone="plain" title={t('settings.office_limits')}>
        <p>{t('settings.office_limits_text')}</p>
      </Notice>
      {open && (
        <PlatformForm
          platform={open}
          onClose={() => setOpen(null)}
          onSaved={(made) => {
            setOpen(null);
            setChecks(made);
            setRound((n) => n + 1);
            toast({ text: t('settings.office_saved') });
            reload();
          }}
        />
      )}
    </div>
  );
}

function Choice(props: {
  readonly platform: PlatformView;
  readonly other: PlatformView | undefined;
  readonly onConnect: () => void;
}) {
  const t = useT();
  const say = useWords();
  const mayWrite = useMay('settings.write');
  const name = say(props.platform.name);
  return (
    <section className="j-card j-stack j-stack--tight">
      <div className="j-row j-row--between">
        <h2>{name}</h2>
        <Badge>{t('settings.office_not_connected')}</Badge>
      </div>
      {props.other ? (
        <p className="j-muted">{t('settings.office_other', { name: say(props.other.name) })}</p>
      ) : (
        <>
          <p className="j-small">{t('settings.office_permissions_text')}</p>
          <ul className="j-bullets j-small j-muted">
            {props.platform.permissions.map(({ name: permission, neededFor }) => (
              <li key={permission}>{say(neededFor)}</li>
            ))}
          </ul>
          {mayWrite && (
            <div>
              <Button onClick={props.onConnect}>{t('settings.office_connect', { name })}</Button>
            </div>
          )}
        </>
      )}
    </section>
  );
}

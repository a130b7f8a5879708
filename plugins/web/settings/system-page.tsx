import type { InstallationView } from '#adapters/http/schemas/settings.ts';
import { useT } from '../kit/i18n.tsx';
import { useApi } from '../kit/session.tsx';
import { Badge, ErrorState, Notice, Skeleton } from '../kit/states.tsx';
import { useQuery } from '../kit/use-query.ts';
import { SettingsFrame } from './settings-frame.tsx';

/** `/settings/system`: what judges, whether speech becomes words, and whether phones can record. */
export function Page() {
  const t = useT();
  const api = useApi();
  const installation = useQuery('installation', (signal) =>
    api.get<InstallationView>('/installation', { signal }),
  );
  return (
    <SettingsFrame title={t('settings.system')} intro={t('settings.system_intro')}>
      {installation.data === null ? (
        installation.state === 'failed' ? (
          <ErrorState problem={installation.problem} onRetry={installation.reload} />
        ) : (
          <Skeleton />
        )
      ) : (
        <State installation={installation.data} />
      )}
    </SettingsFrame>
  );
}

function State({ installation }: { readonly installation: InstallationView }) {
  const t = useT();
  const { scorer, transcriber, publicUrl, secure } = installation;
  return (
    <div className="j-stack j-settings-form">
      <section className="j-card j-stack">
        <div className="j-row j-row--between">
          <h2>{t('settings.scorer')}</h2>
          <Badge tone="good" icon="check">
            {t('settings.working')}
          </Badge>
        </div>
        <p>{scorer.kind === 'embedded' ? t('settings.scorer_embedded') : t('settings.scorer_model')}</p>
        {scorer.model === null ? null : (
          <p className="j-wrap">
            <code>{[scorer.model, ...scorer.regions].join(' · ')}</code>
          </p>
        )}
        <p className="j-small j-muted j-wrap">{t('settings.scorer_version', { version: scorer.version })}</p>
      </section>
      <section className="j-card j-stack">
        <div className="j-row j-row--between">
          <h2>{t('settings.transcriber')}</h2>
          {transcriber ? (
            <Badge tone="good" icon="check">
              {t('settings.working')}
            </Badge>
          ) : (
            <Badge tone="warn">{t('settings.not_configured')}</Badge>
          )}
        </div>
        <p>{transcriber ? t('settings.transcriber_on') : t('settings.transcriber_off')}</p>
        {transcriber ? (
          <p className="j-small j-muted j-wrap">
            {t('settings.transcriber_version', { version: transcriber.version })}
          </p>
        ) : (
          <Notice tone="plain" title={t('settings.transcriber_how')}>
            <p>{t('settings.transcriber_how_text')}</p>
            <pre className="j-wrap">
              <code>
                TRANSCRIBER_URL=http://127.0.0.1:8000/v1/audio/transcriptions{'\n'}
                TRANSCRIBER_KEY=…{'\n'}
                TRANSCRIBER_MODEL=whisper-1
              </code>
            </pre>
          </Notice>
        )}
      </section>
      <section className="j-card j-stack">
        <div className="j-row j-row--between">
          <h2>{t('settings.address')}</h2>
          {secure ? (
            <Badge tone="good" icon="lock">
              HTTPS
            </Badge>
          ) : (
            <Badge tone="warn">{t('settings.not_secure')}</Badge>
          )}
        </div>
        <p className="j-wrap">{publicUrl}</p>
        <p className="j-muted">{secure ? t('settings.address_secure') : t('settings.address_insecure')}</p>
      </section>
    </div>
  );
}

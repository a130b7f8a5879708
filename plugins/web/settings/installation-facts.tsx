import type { PlatformView } from '#adapters/http/schemas/platforms.ts';
import { DateTime } from '../kit/date-time.tsx';
import { useT } from '../kit/i18n.tsx';
import { Badge, Notice } from '../kit/states.tsx';

type Connection = NonNullable<PlatformView['connected']>;
type State = Connection['state'];

const tones = {
  pending: 'plain',
  active: 'good',
  scope_changed: 'plain',
  suspended: 'warn',
  uninstalled: 'bad',
} as const satisfies Record<State, string>;

/** The state of the connection in a word. */
export function InstallationBadge({ state }: { readonly state: State }) {
  const t = useT();
  const tone = tones[state];
  return (
    <Badge tone={tone} {...(tone === 'good' ? { icon: 'check' } : tone === 'plain' ? {} : { icon: 'alert' })}>
      {t(`settings.office_state_${state}`)}
    </Badge>
  );
}

/** What the state means for the people who work here, where it is not the usual one. */
export function InstallationNotice({ connection }: { readonly connection: Connection }) {
  const t = useT();
  const { state, kind, facts } = connection;
  if (state === 'active') return null;
  if (state === 'uninstalled') {
    return (
      <Notice tone="bad">
        <p>{t('settings.office_uninstalled_text')}</p>
        {facts?.eraseAt && (
          <p>
            {t('settings.office_erase_at')}{' '}
            <strong>
              <DateTime iso={facts.eraseAt} />
            </strong>
          </p>
        )}
      </Notice>
    );
  }
  if (state === 'suspended') {
    return (
      <Notice tone="warn">
        <p>
          {t(
            kind === 'marketplace'
              ? 'settings.office_suspended_market_text'
              : 'settings.office_suspended_text',
          )}
        </p>
      </Notice>
    );
  }
  return (
    <Notice tone="plain">
      <p>{t(`settings.office_${state}_text`)}</p>
    </Notice>
  );
}

function scopeWords(
  t: ReturnType<typeof useT>,
  scope: NonNullable<NonNullable<Connection['facts']>['scope']>,
): string {
  if (scope.everyone) return t('settings.office_scope_everyone');
  return t('settings.office_scope_counts', { departments: scope.departments, people: scope.people });
}

/** Company, scope, way in and end of the connection. */
export function InstallationFacts({ connection }: { readonly connection: Connection }) {
  const t = useT();
  const { corpId, connectedAt, facts, kind } = connection;
  return (
    <dl className="j-office-facts">
      <div>
        <dt>{t('settings.office_company_id')}</dt>
        <dd className="j-wrap">{corpId}</dd>
      </div>
      <div>
        <dt>{t('settings.office_since')}</dt>
        <dd>
          <DateTime iso={connectedAt} />
        </dd>
      </div>
      <div>
        <dt>{t('settings.office_kind')}</dt>
        <dd>{t(`settings.office_kind_${kind}`)}</dd>
      </div>
      {facts?.scope && (
        <div>
          <dt>{t('settings.office_scope')}</dt>
          <dd>{scopeWords(t, facts.scope)}</dd>
        </div>
      )}
      {facts?.expiresAt && (
        <div>
          <dt>{t('settings.office_expires')}</dt>
          <dd>
            <DateTime iso={facts.expiresAt} detail="day" />
          </dd>
        </div>
      )}
    </dl>
  );
}

import type { ChecksView, PlatformView } from '#adapters/http/schemas/platforms.ts';
import { Button } from '../kit/button.tsx';
import { DateTime } from '../kit/date-time.tsx';
import { useT } from '../kit/i18n.tsx';
import { useApi, useMay } from '../kit/session.tsx';
import { Badge, Notice, ProblemNotice } from '../kit/states.tsx';
import { useMutation } from '../kit/use-mutation.ts';
import { useWords } from './platform-words.ts';

export type Checks = ChecksView['checks'];
/** How one permission fared, now or at the latest test. */
interface KeptCheck {
  readonly permission: { readonly name: string };
  readonly granted: boolean;
  readonly platformCode: string | null;
}
type Kept = readonly KeptCheck[];

const named = (result: Omit<KeptCheck, 'permission'> & { readonly name: string }): KeptCheck => ({
  permission: { name: result.name },
  granted: result.granted,
  platformCode: result.platformCode,
});

/** What the app needs, what breaks without each, and how the latest test of it went. */
export function PlatformPermissions(props: {
  readonly platform: PlatformView;
  /** Null: not tested since the page was opened; the latest test is shown then. */
  readonly checks: Checks | null;
  readonly onChecked: (checks: Checks) => void;
}) {
  const t = useT();
  const say = useWords();
  const api = useApi();
  const mayWrite = useMay('settings.write');
  const { platform } = props;
  const kept = platform.connected?.checks ?? null;
  const state = platform.connected?.state;
  const running = state === 'active' || state === 'scope_changed';
  const checks: Kept | null = props.checks ?? kept?.results.map(named) ?? null;
  const checking = useMutation((_: null, idempotencyKey) =>
    api.post<ChecksView>(`/platforms/${platform.id}/check`, undefined, { idempotencyKey }),
  );
  const check = async () => {
    const answer = await checking.run(null);
    if (answer) props.onChecked(answer.checks);
  };
  return (
    <section className="j-card j-stack">
      <h2>{t('settings.office_permissions')}</h2>
      <p className="j-muted">{t('settings.office_permissions_text')}</p>
      {kept && props.checks === null && (
        <p className="j-small j-muted">
          {t('settings.office_checked_at')} <DateTime iso={kept.at} />
        </p>
      )}
      <div role="status">{checks && <Outcome missing={checks.filter((one) => !one.granted).length} />}</div>
      <ul className="j-rows">
        {platform.permissions.map((permission) => (
          <li key={permission.name} className="j-stack j-stack--tight">
            <div className="j-row j-row--between">
              <strong className="j-wrap">{permission.name}</strong>
              {permission.onlyWritingTells ? (
                <Badge>{t('settings.office_first_use')}</Badge>
              ) : (
                <Result check={checks?.find((one) => one.permission.name === permission.name) ?? null} />
              )}
            </div>
            <p className="j-small">{say(permission.neededFor)}</p>
            {permission.onlyWritingTells && (
              <p className="j-small j-muted">{t('settings.office_first_use_help')}</p>
            )}
          </li>
        ))}
      </ul>
      <ProblemNotice problem={checking.problem} />
      {mayWrite && running && (
        <div>
          <Button icon="refresh" busy={checking.busy} onClick={() => void check()}>
            {t('settings.office_check')}
          </Button>
        </div>
      )}
    </section>
  );
}

function Outcome({ missing }: { readonly missing: number }) {
  const t = useT();
  return missing === 0 ? (
    <Notice tone="good">
      <p>{t('settings.office_all_granted')}</p>
    </Notice>
  ) : (
    <Notice tone="warn">
      <p>{t('settings.office_missing_text', { count: missing })}</p>
    </Notice>
  );
}

function Result({ check }: { readonly check: KeptCheck | null }) {
  const t = useT();
  if (check === null) return <Badge>{t('settings.office_untested')}</Badge>;
  if (check.granted)
    return (
      <Badge tone="good" icon="check">
        {t('settings.office_granted')}
      </Badge>
    );
  return (
    <span className="j-row">
      {check.platformCode && (
        <span className="j-small j-muted">{t('settings.office_code', { code: check.platformCode })}</span>
      )}
      <Badge tone="bad" icon="alert">
        {t('settings.office_missing')}
      </Badge>
    </span>
  );
}

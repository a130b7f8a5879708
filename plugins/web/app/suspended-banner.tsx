import { DateTime } from '../kit/date-time.tsx';
import { useT } from '../kit/i18n.tsx';
import { useSession } from '../kit/session.tsx';

/** Says on every page that nothing can be changed, why, and until when it can be read. */
export function SuspendedBanner() {
  const t = useT();
  const { state, eraseAt } = useSession().tenant;
  if (state !== 'suspended') return null;
  return (
    <aside className="j-sample">
      <p>
        <strong>{t(eraseAt ? 'app.uninstalled_title' : 'app.suspended_title')}</strong>{' '}
        {t(eraseAt ? 'app.uninstalled_text' : 'app.suspended_text')}
        {eraseAt && (
          <>
            {' '}
            {t('app.uninstalled_until')} <DateTime iso={eraseAt} />
          </>
        )}
      </p>
    </aside>
  );
}

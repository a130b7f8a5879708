import { type ReactNode, useEffect, useRef } from 'react';
import type { NavEntry } from '../kit/app-route.ts';
import { useT } from '../kit/i18n.tsx';
import { Icon } from '../kit/icons.tsx';
import { Menu } from '../kit/menu.tsx';
import { Link, useNavigate, usePlace } from '../kit/router.tsx';
import { useSession } from '../kit/session.tsx';
import { useUnreadCount } from '../kit/unread-count.ts';
import { AccountMenu } from './account-menu.tsx';
import { Logo } from './logo.tsx';
import { NoticeBell } from './notice-bell.tsx';
import { SampleBanner } from './sample-banner.tsx';
import { SuspendedBanner } from './suspended-banner.tsx';

function Navigation(props: { readonly entries: readonly NavEntry[]; readonly iconSize: number }) {
  const t = useT();
  const { path } = usePlace();
  return (
    <nav className="j-nav" aria-label={t('app.nav')}>
      {props.entries.map((entry) => (
        <Link
          key={entry.to}
          to={entry.to}
          aria-current={path === entry.to || path.startsWith(`${entry.to}/`) ? 'page' : undefined}
        >
          <Icon name={entry.icon} size={props.iconSize} />
          <span>{t(entry.labelKey)}</span>
        </Link>
      ))}
    </nav>
  );
}

const bottomPlaces = 5;

/** The bar of a phone holds five places; what has no room is in a list behind the last one. */
function BottomNavigation(props: { readonly entries: readonly NavEntry[] }) {
  const t = useT();
  const navigate = useNavigate();
  const { path } = usePlace();
  const { entries } = props;
  if (entries.length <= bottomPlaces) return <Navigation entries={entries} iconSize={22} />;
  const hidden = entries.slice(bottomPlaces - 1);
  const inside = hidden.some(({ to }) => path === to || path.startsWith(`${to}/`));
  return (
    <div className="j-bottom__row">
      <Navigation entries={entries.slice(0, bottomPlaces - 1)} iconSize={22} />
      <Menu
        groups={[
          {
            items: hidden.map(({ to, labelKey, icon }) => ({
              label: t(labelKey),
              icon,
              run: () => navigate(to),
            })),
          },
        ]}
        button={(attributes) => (
          <button
            {...attributes}
            type="button"
            className={inside ? 'j-bottom__more j-bottom__more--on' : 'j-bottom__more'}
          >
            <Icon name="more" size={22} />
            <span>{t('app.nav_more')}</span>
          </button>
        )}
      />
    </div>
  );
}

function Brand() {
  const t = useT();
  const { tenant } = useSession();
  return (
    <Link className="j-brand" to="/">
      <Logo />
      <span className="j-account__words">
        <span>{t('common.product')}</span>
        <span className="j-tenant">{tenant.name}</span>
      </span>
    </Link>
  );
}

/** Side navigation on desktops; a bar above and below on phones; the page between. */
export function Shell(props: { readonly entries: readonly NavEntry[]; readonly children: ReactNode }) {
  const t = useT();
  const { path } = usePlace();
  const { permissions } = useSession();
  const entries = props.entries.filter(({ permission }) => !permission || permissions.includes(permission));
  const main = useRef<HTMLElement>(null);
  const first = useRef(true);
  const unread = useUnreadCount(path);
  // After a change of page, reading goes on at the new page's beginning.
  useEffect(() => {
    if (first.current) first.current = false;
    else main.current?.focus({ preventScroll: true });
  }, [path]);
  return (
    <>
      <a className="j-skip" href="#main">
        {t('app.skip')}
      </a>
      <div className="j-app">
        <header className="j-side">
          <Brand />
          <Navigation entries={entries} iconSize={20} />
          <NoticeBell wide unread={unread} />
          <AccountMenu />
        </header>
        <div className="j-main">
          <header className="j-top">
            <Brand />
            <div className="j-top__tools">
              <NoticeBell unread={unread} />
              <AccountMenu />
            </div>
          </header>
          <SampleBanner />
          <SuspendedBanner />
          <main id="main" ref={main} className="j-main__page" tabIndex={-1}>
            {props.children}
          </main>
        </div>
        <div className="j-bottom">
          <BottomNavigation entries={entries} />
        </div>
      </div>
    </>
  );
}

import { useT } from '../kit/i18n.tsx';
import { Icon } from '../kit/icons.tsx';
import { Link, usePlace } from '../kit/router.tsx';
import './notice-bell.css';

/** The largest number that has room. */
const mostShown = 99;

/** The way to the notices, with how many are unread; on desktops it has its name beside it. */
export function NoticeBell(props: { readonly unread: number | null; readonly wide?: boolean }) {
  const t = useT();
  const { path } = usePlace();
  const count = props.unread ?? 0;
  return (
    <Link
      to="/notices"
      className={props.wide ? 'j-bell j-bell--wide' : 'j-bell'}
      aria-current={path === '/notices' ? 'page' : undefined}
      aria-label={count > 0 ? t('messages.bell', { count }) : t('messages.bell_none')}
    >
      <Icon name="bell" size={props.wide ? 20 : 22} />
      {props.wide && <span>{t('messages.title')}</span>}{' '}
      {count > 0 && (
        <span className="j-bell__count" aria-hidden="true">
          {count > mostShown ? `${mostShown}+` : count}
        </span>
      )}
    </Link>
  );
}

import { type ReactNode, useEffect } from 'react';
import { useAppPlace } from './client-bridge.tsx';
import { useT } from './i18n.tsx';
import './page.css';
import { Link } from './router.tsx';

export interface Crumb {
  readonly label: string;
  readonly to: string;
}

/** Sets the title of the browser tab, or of the office client's window, while the page is shown. */
export function usePageTitle(title: string): void {
  const t = useT();
  const bridge = useAppPlace()?.bridge;
  useEffect(() => {
    document.title = `${title} · ${t('common.product')}`;
    bridge?.setTitle(title);
  }, [title, t, bridge]);
}

/** The way back to the pages above this one. */
export function Breadcrumbs(props: { readonly crumbs: readonly Crumb[] }) {
  const t = useT();
  return (
    <nav className="j-crumbs" aria-label={t('common.breadcrumbs')}>
      <ol>
        {props.crumbs.map((crumb) => (
          <li key={crumb.to}>
            <Link to={crumb.to}>{crumb.label}</Link>
          </li>
        ))}
      </ol>
    </nav>
  );
}

/** Frame of one page: heading, words below it, actions beside it, then the content. Sets the tab's title. */
export function PageFrame(props: {
  readonly title: string;
  readonly intro?: ReactNode;
  readonly crumbs?: readonly Crumb[];
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}) {
  usePageTitle(props.title);
  return (
    <div className="j-page">
      <header className="j-page__head">
        <div className="j-page__words">
          {props.crumbs && <Breadcrumbs crumbs={props.crumbs} />}
          <h1>{props.title}</h1>
          {props.intro && <p className="j-page__intro">{props.intro}</p>}
        </div>
        {props.actions && <div className="j-page__actions">{props.actions}</div>}
      </header>
      {props.children}
    </div>
  );
}

import { type ReactNode, useCallback, useEffect, useMemo, useState } from 'react';
import { isLocale } from '#core/i18n/locale.ts';
import { createApiClient } from '../kit/api-client.ts';
import { Button, buttonClass } from '../kit/button.tsx';
import { type AppPlace, AppPlaceProvider, useAppPlace } from '../kit/client-bridge.tsx';
import { ConfirmProvider } from '../kit/confirm.tsx';
import { Dialog } from '../kit/dialog.tsx';
import { ErrorBoundary } from '../kit/error-boundary.tsx';
import { LanguageProvider, useLanguage, useT } from '../kit/i18n.tsx';
import { findRoute, matchPath } from '../kit/route-match.ts';
import { Link, ParamsProvider, RouterProvider, usePlace } from '../kit/router.tsx';
import { ApiProvider, type Session, SessionProvider, useApi, useSession } from '../kit/session.tsx';
import { EmptyState, ErrorState, Skeleton } from '../kit/states.tsx';
import { ToastProvider } from '../kit/toast.tsx';
import { useQuery } from '../kit/use-query.ts';
import { navEntries, routes } from './area-registry.ts';
import { BrokenPage } from './broken-page.tsx';
import { LazyPage } from './lazy-page.tsx';
import { hasChosenLocale } from './page-language.ts';
import { usePreferences } from './preferences.tsx';
import { Shell } from './shell.tsx';
import { RedeemPage, SignInHelp, SignInNeeded } from './sign-in-pages.tsx';

/** The HR app below the language: session, navigation, the page of the address. */
export function App(props: { readonly place: AppPlace }) {
  const { place } = props;
  const [signedOut, setSignedOut] = useState(false);
  const api = useMemo(
    () =>
      createApiClient({
        language: () => document.documentElement.lang,
        onSignedOut: () => setSignedOut(true),
        headers: place.headers,
        bearer: place.bearer,
      }),
    [place],
  );
  const back = useCallback(() => setSignedOut(false), []);
  return (
    <ToastProvider>
      <ConfirmProvider>
        <AppPlaceProvider place={place}>
          <RouterProvider base={place.base}>
            <ApiProvider api={api}>
              <Entrance signedOut={signedOut} onSignedIn={back} />
            </ApiProvider>
          </RouterProvider>
        </AppPlaceProvider>
      </ConfirmProvider>
    </ToastProvider>
  );
}

function Entrance(props: { readonly signedOut: boolean; readonly onSignedIn: () => void }) {
  const { path, hash } = usePlace();
  const inPath = matchPath('/sign-in/:token', path);
  if (inPath) return <RedeemPage token={inPath.token ?? ''} />;
  if (matchPath('/sign-in', path)) return <RedeemPage token={hash} />;
  return <SignedIn {...props} />;
}

/** Reads the session. When it ends later, the page stays below the dialog, so that nothing typed is lost. */
function SignedIn(props: { readonly signedOut: boolean; readonly onSignedIn: () => void }) {
  const t = useT();
  const api = useApi();
  const query = useQuery('session', (signal) => api.get<Session>('/session', { signal }));
  const { onSignedIn } = props;
  const { state, reloading } = query;
  useEffect(() => {
    if (state === 'ready' && !reloading) onSignedIn();
  }, [state, reloading, onSignedIn]);
  useStoredLocale(query.data?.locale ?? null);
  const renew = useAppPlace()?.renew ?? null;
  const again = () => {
    if (renew === null) query.reload();
    // Where it fails, the reading below says what is wrong.
    else renew().then(query.reload, query.reload);
  };
  if (query.data === null) {
    if (query.state !== 'failed') return <Skeleton />;
    if (query.problem.problem.status === 401) return <SignInNeeded onCheckAgain={again} />;
    return <ErrorState problem={query.problem} onRetry={query.reload} />;
  }
  return (
    <SessionProvider session={query.data} onReadAgain={query.reload}>
      <CompanyClock>
        <Shell entries={navEntries}>
          <CurrentPage />
        </Shell>
        {props.signedOut && (
          <Dialog
            title={t('app.sign_in_title')}
            onClose={query.reload}
            footer={
              <Button look="primary" busy={reloading} onClick={again}>
                {t(renew === null ? 'app.sign_in_again' : 'app.sign_in_renew')}
              </Button>
            }
          >
            <SignInHelp />
          </Dialog>
        )}
      </CompanyClock>
    </SessionProvider>
  );
}

/** Times are the company's, wherever the reader sits. */
function CompanyClock(props: { readonly children: ReactNode }) {
  const language = useLanguage();
  const { zone } = useSession();
  const value = useMemo(() => (zone ? { ...language, zone } : language), [language, zone]);
  return <LanguageProvider value={value}>{props.children}</LanguageProvider>;
}

/** On a new device, the language that the person chose on another one. */
function useStoredLocale(stored: string | null): void {
  const { locale, setLocale } = usePreferences();
  useEffect(() => {
    if (isLocale(stored) && stored !== locale && !hasChosenLocale()) setLocale(stored);
  }, [stored, locale, setLocale]);
}

function CurrentPage() {
  const t = useT();
  const { path } = usePlace();
  const { permissions } = useSession();
  const found = findRoute(routes, path);
  if (!found) return <NotFound />;
  const { permission } = found.route;
  if (permission && !permissions.includes(permission)) {
    return (
      <EmptyState icon="lock" level={1} title={t('app.forbidden_title')}>
        {t('app.forbidden_text')}
      </EmptyState>
    );
  }
  return (
    <ErrorBoundary resetKey={path} fallback={(retry) => <BrokenPage onRetry={retry} />}>
      <ParamsProvider params={found.params}>
        <LazyPage route={found.route} />
      </ParamsProvider>
    </ErrorBoundary>
  );
}

function NotFound() {
  const t = useT();
  return (
    <EmptyState
      icon="search"
      level={1}
      title={t('app.not_found_title')}
      action={
        <Link to="/" className={buttonClass('primary')}>
          {t('app.not_found_home')}
        </Link>
      }
    >
      {t('app.not_found_text')}
    </EmptyState>
  );
}

import { type ComponentType, useEffect, useState } from 'react';
import type { AppRoute } from '../kit/app-route.ts';
import { Button } from '../kit/button.tsx';
import { useLanguage, useT } from '../kit/i18n.tsx';
import { usePageTitle } from '../kit/page.tsx';
import { EmptyState, Skeleton } from '../kit/states.tsx';
import { needWords } from './page-language.ts';

/** Loads a page's chunk and shows it. A chunk that is gone after an update is met with the offer to reload. */
export function LazyPage(props: { readonly route: AppRoute }) {
  const { t, locale } = useLanguage();
  const { route } = props;
  const [loaded, setLoaded] = useState<{
    readonly route: AppRoute;
    readonly Page: ComponentType | null;
  } | null>(null);
  useEffect(() => {
    let here = true;
    Promise.all([route.load(), needWords(locale, route.words ?? [])]).then(
      ([{ Page }]) => here && setLoaded({ route, Page }),
      () => here && setLoaded({ route, Page: null }),
    );
    return () => {
      here = false;
    };
  }, [route, locale]);
  usePageTitle(loaded?.route === route ? t(route.titleKey) : t('common.product'));
  if (loaded?.route !== route) return <Skeleton />;
  if (loaded.Page === null) return <ReloadOffer />;
  return <loaded.Page />;
}

function ReloadOffer() {
  const t = useT();
  return (
    <EmptyState
      icon="refresh"
      level={1}
      title={t('app.update_title')}
      action={
        <Button look="primary" onClick={() => window.location.reload()}>
          {t('app.update_button')}
        </Button>
      }
    >
      {t('app.update_text')}
    </EmptyState>
  );
}

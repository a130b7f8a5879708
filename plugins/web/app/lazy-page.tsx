import { type ComponentType, useEffect, useState } from 'react';
import type { AppRoute } from '../kit/app-route.ts';
import { Button } from '../kit/button.tsx';
import { useT } from '../kit/i18n.tsx';
import { usePageTitle } from '../kit/page.tsx';
import { EmptyState, Skeleton } from '../kit/states.tsx';

/** Loads a page's chunk and shows it. A chunk that is gone after an update is met with the offer to reload. */
export function LazyPage(props: { readonly route: AppRoute }) {
  const t = useT();
  const { route } = props;
  usePageTitle(t(route.titleKey));
  const [loaded, setLoaded] = useState<{
    readonly route: AppRoute;
    readonly Page: ComponentType | null;
  } | null>(null);
  useEffect(() => {
    let here = true;
    route.load().then(
      ({ Page }) => here && setLoaded({ route, Page }),
      () => here && setLoaded({ route, Page: null }),
    );
    return () => {
      here = false;
    };
  }, [route]);
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

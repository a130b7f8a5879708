import { Button } from '../kit/button.tsx';
import { useT } from '../kit/i18n.tsx';
import { EmptyState } from '../kit/states.tsx';

/** Stands where a page's own code has failed. */
export function BrokenPage(props: { readonly onRetry: () => void }) {
  const t = useT();
  return (
    <EmptyState
      icon="alert"
      level={1}
      title={t('common.error_title')}
      action={
        <Button icon="refresh" onClick={props.onRetry}>
          {t('common.retry')}
        </Button>
      }
    >
      {t('common.error_page_text')}
    </EmptyState>
  );
}

import { Button } from './button.tsx';
import { useT } from './i18n.tsx';
import { ProblemNotice } from './states.tsx';
import type { ListQuery } from './use-query.ts';

/** The end of a cursor list: how much is shown, and the next page. */
export function LoadMore<Item>(props: { readonly list: ListQuery<Item> }) {
  const t = useT();
  const { list } = props;
  if (list.data === null || list.data.items.length === 0) return null;
  return (
    <div className="j-stack j-stack--tight">
      <ProblemNotice problem={list.moreProblem} />
      <div className="j-row j-row--between">
        <span className="j-small j-muted" role="status">
          {t('common.shown_count', { count: list.data.items.length })}
          {list.data.nextCursor === null && ` · ${t('common.no_more')}`}
        </span>
        {list.data.nextCursor !== null && (
          <Button busy={list.loadingMore} onClick={list.loadMore}>
            {t('common.load_more')}
          </Button>
        )}
      </div>
    </div>
  );
}

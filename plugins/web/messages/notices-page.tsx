import type { NoticeView, UnreadView } from '#adapters/http/schemas/messages.ts';
import { Button, buttonClass } from '../kit/button.tsx';
import { DateTime } from '../kit/date-time.tsx';
import { useT } from '../kit/i18n.tsx';
import { LoadMore } from '../kit/load-more.tsx';
import { PageFrame } from '../kit/page.tsx';
import { Link, useSearchParam } from '../kit/router.tsx';
import { useApi } from '../kit/session.tsx';
import { Badge, EmptyState, ErrorState, ProblemNotice, Skeleton } from '../kit/states.tsx';
import { Tabs } from '../kit/tabs.tsx';
import { useToast } from '../kit/toast.tsx';
import { announceUnread } from '../kit/unread-count.ts';
import { useMutation } from '../kit/use-mutation.ts';
import { type ListQuery, useListQuery } from '../kit/use-query.ts';
import './messages.css';

type Show = 'unread' | 'all';

/** `/notices`: what the reader was told, the newest first; opening one marks it as read. */
export function Page() {
  const t = useT();
  const api = useApi();
  const toast = useToast();
  const [param, setShow] = useSearchParam('show');
  const show: Show = param === 'all' ? 'all' : 'unread';
  const list = useListQuery<NoticeView>(`notices/${show}`, (cursor, signal) =>
    api.get('/notices', { query: { unread: show === 'unread' ? 'true' : undefined, cursor }, signal }),
  );
  const marking = useMutation((ids: readonly string[] | null) =>
    api.post<UnreadView>('/notices/read', ids === null ? {} : { ids }),
  );
  const mark = async (ids: readonly string[] | null) => {
    const answer = await marking.run(ids);
    if (!answer) return;
    announceUnread(answer.unread);
    if (ids === null) toast({ text: t('messages.read_done') });
    list.reload();
  };
  const unread = list.data?.items.some(({ readAt }) => readAt === null) ?? false;
  const content = () => <NoticeList list={list} show={show} onRead={(id) => void mark([id])} />;
  return (
    <PageFrame
      title={t('messages.title')}
      intro={t('messages.intro')}
      actions={
        <>
          {unread && (
            <Button icon="check" busy={marking.busy} onClick={() => void mark(null)}>
              {t('messages.read_all')}
            </Button>
          )}
          <Link to="/settings/notices" className={buttonClass('quiet')}>
            {t('messages.to_settings')}
          </Link>
        </>
      }
    >
      <ProblemNotice problem={marking.problem} />
      <Tabs<Show>
        label={t('messages.title')}
        value={show}
        onChange={(next) => setShow(next === 'all' ? 'all' : '')}
        tabs={[
          { id: 'unread', label: t('messages.show_unread'), content },
          { id: 'all', label: t('messages.show_all'), content },
        ]}
      />
    </PageFrame>
  );
}

function NoticeList(props: {
  readonly list: ListQuery<NoticeView>;
  readonly show: Show;
  readonly onRead: (id: string) => void;
}) {
  const t = useT();
  const { list } = props;
  if (list.data === null) {
    return list.state === 'failed' ? (
      <ErrorState problem={list.problem} onRetry={list.reload} />
    ) : (
      <Skeleton lines={6} />
    );
  }
  if (list.data.items.length === 0) {
    return (
      <EmptyState icon="bell" title={props.show === 'unread' ? t('messages.empty') : t('messages.empty_all')}>
        {t('messages.empty_text')}
      </EmptyState>
    );
  }
  return (
    <div className="j-stack">
      <ul className="j-notices">
        {list.data.items.map((notice) => (
          <NoticeRow key={notice.id} notice={notice} onRead={() => props.onRead(notice.id)} />
        ))}
      </ul>
      <LoadMore list={list} />
    </div>
  );
}

function NoticeRow(props: { readonly notice: NoticeView; readonly onRead: () => void }) {
  const t = useT();
  const { notice } = props;
  const fresh = notice.readAt === null;
  return (
    <li className={fresh ? 'j-notice-row j-notice-row--new' : 'j-notice-row'}>
      <div className="j-notice-row__words">
        <Link to={notice.path} className="j-notice-row__title" onClick={fresh ? props.onRead : undefined}>
          {notice.title}
        </Link>
        <dl className="j-notice-row__lines">
          {notice.lines.map(({ label, text }) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{text}</dd>
            </div>
          ))}
        </dl>
      </div>
      <div className="j-notice-row__foot">
        <span className="j-small j-muted">
          <DateTime iso={notice.createdAt} /> {fresh && <Badge tone="brand">{t('messages.unread')}</Badge>}
        </span>
        {fresh && (
          <Button look="quiet" onClick={props.onRead}>
            {t('messages.mark_read')}
          </Button>
        )}
      </div>
    </li>
  );
}

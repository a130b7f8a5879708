import type { SentView } from '#adapters/http/schemas/messages.ts';
import { Button } from '../kit/button.tsx';
import { DateTime } from '../kit/date-time.tsx';
import { useT } from '../kit/i18n.tsx';
import { LoadMore } from '../kit/load-more.tsx';
import { useApi, useMay } from '../kit/session.tsx';
import { Badge, ErrorState, ProblemNotice, Skeleton, type Tone } from '../kit/states.tsx';
import { type Column, Table } from '../kit/table.tsx';
import { useToast } from '../kit/toast.tsx';
import { useMutation } from '../kit/use-mutation.ts';
import { useListQuery } from '../kit/use-query.ts';

const tones: Readonly<Record<SentView['state'], Tone>> = {
  waiting: 'info',
  sent: 'good',
  skipped: 'plain',
  failed: 'bad',
  unreachable: 'warn',
  uncertain: 'warn',
};
const mayRepeat = new Set<SentView['state']>(['failed', 'unreachable', 'uncertain']);

/** Cards that went to the staff, and why some did not; what failed can be sent again. */
export function SentCards() {
  const t = useT();
  const api = useApi();
  const toast = useToast();
  const mayWrite = useMay('settings.write');
  const list = useListQuery<SentView>('messages', (cursor, signal) =>
    api.get('/messages', { query: { cursor }, signal }),
  );
  const again = useMutation((id: string, idempotencyKey) =>
    api.post(`/messages/${id}/send-again`, undefined, { idempotencyKey }).then(() => true),
  );
  const sendAgain = async (id: string) => {
    if (!(await again.run(id))) return;
    toast({ text: t('messages.sent_again') });
    list.reload();
  };
  const columns: readonly Column<SentView>[] = [
    {
      id: 'what',
      header: t('messages.sent_what'),
      role: 'main',
      cell: ({ kind }) => t(`messages.kind_${kind}`),
    },
    {
      id: 'to',
      header: t('messages.sent_to'),
      cell: ({ personName }) => personName ?? t('messages.colleague'),
    },
    {
      id: 'state',
      header: t('messages.sent_state'),
      cell: (row) => (
        <>
          <Badge tone={tones[row.state]}>{t(`messages.sent_${row.state}`)}</Badge>{' '}
          <span className="j-small j-muted">
            {row.reason}
            {row.platformCode && ` (${row.platformCode})`}
          </span>
        </>
      ),
    },
    {
      id: 'when',
      header: t('messages.sent_when'),
      cell: ({ sentAt, createdAt }) => <DateTime iso={sentAt ?? createdAt} />,
    },
    {
      id: 'again',
      header: t('messages.send_again'),
      role: 'bare',
      cell: ({ id, state }) =>
        mayWrite && mayRepeat.has(state) ? (
          <Button icon="refresh" busy={again.busy} onClick={() => void sendAgain(id)}>
            {t('messages.send_again')}
          </Button>
        ) : null,
    },
  ];
  return (
    <section className="j-card j-stack">
      <h2>{t('messages.sent_list')}</h2>
      <p className="j-muted">{t('messages.sent_list_help')}</p>
      <ProblemNotice problem={again.problem} />
      {list.data === null ? (
        list.state === 'failed' ? (
          <ErrorState problem={list.problem} onRetry={list.reload} />
        ) : (
          <Skeleton lines={3} />
        )
      ) : list.data.items.length === 0 ? (
        <p className="j-muted">{t('messages.sent_empty')}</p>
      ) : (
        <>
          <Table
            caption={t('messages.sent_list')}
            columns={columns}
            rows={list.data.items}
            rowKey={({ id }) => id}
          />
          <LoadMore list={list} />
        </>
      )}
    </section>
  );
}

import { useEffect } from 'react';
import type { DeliveryView } from '#adapters/http/schemas/platforms.ts';
import { RadioGroup } from '../kit/choice.tsx';
import { DateTime } from '../kit/date-time.tsx';
import { useT } from '../kit/i18n.tsx';
import { useApi, useMay } from '../kit/session.tsx';
import { Badge, ProblemNotice } from '../kit/states.tsx';
import { useMutation } from '../kit/use-mutation.ts';
import { useQuery } from '../kit/use-query.ts';

const lookAgainMs = 5_000;

/** How the platform's events arrive: by its requests to our address, or over a connection that Jinji opens. */
export function EventDelivery({ platformId }: { readonly platformId: string }) {
  const t = useT();
  const api = useApi();
  const mayWrite = useMay('settings.write');
  const path = `/platforms/${platformId}/delivery`;
  const delivery = useQuery(`delivery ${platformId}`, (signal) => api.get<DeliveryView>(path, { signal }));
  const choosing = useMutation((way: DeliveryView['way'], idempotencyKey) =>
    api.put<DeliveryView>(path, { way }, { idempotencyKey }),
  );
  const { data, reload } = delivery;
  const opening = data?.way === 'connection' && data.connectedAt === null;
  useEffect(() => {
    if (!opening) return undefined;
    const timer = setTimeout(reload, lookAgainMs);
    return () => clearTimeout(timer);
  }, [opening, reload]);
  if (data === null) return null;
  const choose = async (way: DeliveryView['way']) => {
    if (await choosing.run(way)) reload();
  };
  return (
    <section className="j-card j-stack">
      <div className="j-row j-row--between">
        <h2>{t('settings.delivery')}</h2>
        <span role="status">
          <State delivery={data} />
        </span>
      </div>
      <RadioGroup
        legend={t('settings.delivery_way')}
        value={data.way}
        onChange={(way) => void choose(way)}
        options={[
          {
            value: 'callback',
            label: t('settings.delivery_callback'),
            help: t('settings.delivery_callback_help'),
            disabled: !mayWrite,
          },
          {
            value: 'connection',
            label: t('settings.delivery_connection'),
            help: data.connectionOffered
              ? t('settings.delivery_connection_help')
              : t('settings.delivery_connection_none'),
            disabled: !mayWrite || !data.connectionOffered,
          },
        ]}
      />
      <p className="j-small j-muted">
        {data.heardAt ? (
          <>
            {t('settings.delivery_heard')} <DateTime iso={data.heardAt} />
          </>
        ) : (
          t('settings.delivery_silent')
        )}
      </p>
      <ProblemNotice problem={choosing.problem} />
    </section>
  );
}

function State({ delivery }: { readonly delivery: DeliveryView }) {
  const t = useT();
  if (delivery.way === 'callback') return null;
  if (delivery.connectedAt !== null) return <Badge tone="good">{t('settings.delivery_open')}</Badge>;
  return (
    <Badge tone="warn">
      {delivery.errorCode
        ? t('settings.delivery_failed', { code: delivery.errorCode })
        : t('settings.delivery_opening')}
    </Badge>
  );
}

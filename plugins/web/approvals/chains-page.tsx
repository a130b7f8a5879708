import { useState } from 'react';
import type { ChainView, PlatformAbilityView } from '#adapters/http/schemas/approval-chains.ts';
import type { ListPage } from '../kit/api-client.ts';
import { useT } from '../kit/i18n.tsx';
import { lazyPart } from '../kit/lazy-part.tsx';
import { useSearchParam } from '../kit/router.tsx';
import { useApi, useMay } from '../kit/session.tsx';
import { ErrorState, Skeleton } from '../kit/states.tsx';
import { Tabs } from '../kit/tabs.tsx';
import { useQuery } from '../kit/use-query.ts';
import { SettingsFrame } from '../settings/settings-frame.tsx';

const ChainEditor = lazyPart(async () => (await import('./chain-editor.tsx')).ChainEditor);

const kinds = ['offer', 'hire_request', 'weight_change'] as const;

/** `/settings/approvals`: who has to agree to what. */
export function Page() {
  const t = useT();
  const api = useApi();
  const mayWrite = useMay('settings.write');
  const [wanted, setKind] = useSearchParam('kind');
  const kind = kinds.find((one) => one === wanted) ?? 'offer';
  const chains = useQuery('approval-chains', (signal) =>
    api.get<ListPage<ChainView>>('/approval-chains', { signal }),
  );
  const ability = useQuery<PlatformAbilityView>(mayWrite ? 'approval ability' : null, (signal) =>
    api.get('/approval-chains/platform', { signal }),
  );
  const put = (next: ChainView) =>
    chains.setData((before) => ({
      ...before,
      items: before.items.map((one) => (one.kind === next.kind ? next : one)),
    }));
  return (
    <SettingsFrame title={t('approvals.chains')} intro={t('approvals.chains_intro')}>
      {chains.data === null ? (
        chains.state === 'failed' ? (
          <ErrorState problem={chains.problem} onRetry={chains.reload} />
        ) : (
          <Skeleton lines={6} />
        )
      ) : (
        <Tabs
          label={t('approvals.chains')}
          value={kind}
          onChange={setKind}
          tabs={kinds.map((id) => {
            const chain = chains.data?.items.find((one) => one.kind === id);
            return {
              id,
              label: t(`approvals.kind_${id}`),
              content: () =>
                chain && (
                  <Edited
                    key={`${id} ${chain.number}`}
                    chain={chain}
                    ability={ability.data?.platform ?? null}
                    onSaved={put}
                  />
                ),
            };
          })}
        />
      )}
    </SettingsFrame>
  );
}

function Edited(props: {
  readonly chain: ChainView;
  readonly ability: PlatformAbilityView['platform'];
  readonly onSaved: (chain: ChainView) => void;
}) {
  const [people, setPeople] = useState(props.chain.people);
  return (
    <ChainEditor
      {...props}
      people={people}
      onPerson={(person) =>
        setPeople((before) => [...before.filter(({ key }) => key !== person.key), person])
      }
    />
  );
}

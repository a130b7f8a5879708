import { useState } from 'react';
import type { AccountIdView } from '#adapters/http/schemas/client-pages.ts';
import type { ApiClient, ListPage } from './api-client.ts';
import { Button } from './button.tsx';
import { useAppPlace } from './client-bridge.tsx';
import { useT } from './i18n.tsx';
import { useApi } from './session.tsx';
import { useToast } from './toast.tsx';

/** Ids of people that one request asks for. */
const atOnce = 50;

async function accounts(api: ApiClient, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const found = new Map<string, string>();
  for (let from = 0; from < ids.length; from += atOnce) {
    const query = { ids: ids.slice(from, from + atOnce).join(',') };
    const { items } = await api.get<ListPage<AccountIdView>>('/client/accounts', { query });
    for (const { personId, platformId } of items) found.set(platformId, personId);
  }
  return found;
}

/**
 * Chooses colleagues in the office client's own picker, which knows faces and names that it hides from apps. Nothing where the client has
 * none.
 */
export function PeoplePicker(props: {
  readonly title: string;
  /** Ids of those who may be chosen. */
  readonly among: readonly string[];
  readonly onPicked: (ids: readonly string[]) => void;
}) {
  const t = useT();
  const api = useApi();
  const toast = useToast();
  const { title, among, onPicked } = props;
  if (among.length === 0) return null;
  const take = async (picked: readonly Picked[]) => {
    const known = await accounts(api, among);
    const ids = picked.flatMap(({ id }) => known.get(id) ?? []);
    onPicked(ids);
    if (ids.length < picked.length)
      toast({ tone: 'bad', text: t('app.picked_unknown', { count: picked.length - ids.length }) });
  };
  return <ContactsButton title={title} most={among.length} onPicked={take} />;
}

/** Somebody whom the client's picker named, by the platform's id. */
export interface Picked {
  readonly id: string;
  readonly name: string | null;
}

/** Opens the office client's own picker. Nothing where the client has none. */
export function ContactsButton(props: {
  readonly title: string;
  readonly most: number;
  readonly onPicked: (picked: readonly Picked[]) => void | Promise<void>;
}) {
  const t = useT();
  const toast = useToast();
  const pick = useAppPlace()?.bridge.pickPeople ?? null;
  const [busy, setBusy] = useState(false);
  if (pick === null) return null;
  const choose = async () => {
    setBusy(true);
    try {
      await props.onPicked(await pick({ title: props.title, most: props.most }));
    } catch (error) {
      // Whoever closed the picker knows it.
      if ((error as { readonly name?: string }).name !== 'BridgeCancelled')
        toast({ tone: 'bad', text: t('app.pick_failed') });
    } finally {
      setBusy(false);
    }
  };
  return (
    <div>
      <Button icon="search" busy={busy} onClick={() => void choose()}>
        {t('app.pick_people')}
      </Button>
    </div>
  );
}

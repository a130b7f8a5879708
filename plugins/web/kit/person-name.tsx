import { useEffect, useRef } from 'react';
import type { AccountIdView } from '#adapters/http/schemas/client-pages.ts';
import type { ApiClient, ListPage } from './api-client.ts';
import { useAppPlace } from './client-bridge.tsx';
import { HelpTip } from './help-tip.tsx';
import { useT } from './i18n.tsx';
import { useApi } from './session.tsx';

/** Ids on the platform by ids of people; asked for together, once for each page's life. */
const known = new WeakMap<ApiClient, Accounts>();

interface Accounts {
  readonly of: (personId: string) => Promise<string | null>;
}

function accountsOf(api: ApiClient): Accounts {
  const made = known.get(api) ?? batched(api);
  known.set(api, made);
  return made;
}

/** Names of one picture are wanted in the same moment: one request asks for all of them. */
function batched(api: ApiClient): Accounts {
  const asked = new Map<string, Promise<string | null>>();
  let waiting: string[] = [];
  let answer: Promise<ReadonlyMap<string, string>> | null = null;
  const ask = async (): Promise<ReadonlyMap<string, string>> => {
    await new Promise((done) => setTimeout(done, 20));
    const ids = waiting.splice(0, waiting.length).join(',');
    waiting = [];
    answer = null;
    const { items } = await api.get<ListPage<AccountIdView>>('/client/accounts', { query: { ids } });
    return new Map(items.map(({ personId, platformId }) => [personId, platformId]));
  };
  return {
    of(personId) {
      const before = asked.get(personId);
      if (before) return before;
      waiting.push(personId);
      answer ??= ask();
      const mine = answer.then((accounts) => accounts.get(personId) ?? null);
      asked.set(personId, mine);
      mine.catch(() => asked.delete(personId));
      return mine;
    },
  };
}

/**
 * A colleague's name. WeCom hides names from apps: inside its client its own component shows them, elsewhere other words stand
 * there, with why.
 */
export function PersonName(props: {
  readonly id: string;
  readonly name: string | null;
  /** Stands where the name is not known. */
  readonly fallback: string;
  /** With a question mark that explains why the name is hidden. */
  readonly explained?: boolean;
}) {
  const t = useT();
  const show = useAppPlace()?.bridge.showName ?? null;
  if (props.name !== null) return <>{props.name}</>;
  if (show) return <HiddenName {...props} show={show} />;
  return (
    <>
      {props.fallback}
      {props.explained && <HelpTip about={props.fallback}>{t('app.name_hidden')}</HelpTip>}
    </>
  );
}

function HiddenName(props: {
  readonly id: string;
  readonly fallback: string;
  readonly show: (place: object, subject: { readonly kind: 'person'; readonly id: string }) => void;
}) {
  const api = useApi();
  const place = useRef<HTMLSpanElement>(null);
  const { id, show } = props;
  useEffect(() => {
    let here = true;
    accountsOf(api)
      .of(id)
      .then(
        (account) => {
          if (here && account && place.current) show(place.current, { kind: 'person', id: account });
        },
        // The other words stay.
        () => undefined,
      );
    return () => {
      here = false;
    };
  }, [api, id, show]);
  // The component replaces what is inside, which the page must not write again.
  return <span ref={place}>{useRef(props.fallback).current}</span>;
}

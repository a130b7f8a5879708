import { MirrorName, useNameless } from '../kit/mirror-name.tsx';
import { PersonName } from '../kit/person-name.tsx';
import type { Named } from './approval-words.tsx';

/** A colleague by key; names that WeCom hides are shown by WeCom itself inside its client. */
export function ColleagueName({ person: { key, name } }: { readonly person: Named }) {
  const nameless = useNameless();
  const id = key.slice(key.indexOf(':') + 1);
  if (key.startsWith('office:')) return <MirrorName kind="person" id={id} name={name} />;
  return <PersonName id={id} name={name} fallback={nameless('person')} />;
}

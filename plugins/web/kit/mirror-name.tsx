import { useEffect, useRef } from 'react';
import { useAppPlace } from './client-bridge.tsx';
import { useT } from './i18n.tsx';

type Kind = 'person' | 'department';

/** Words for somebody, or a department, whose name WeCom hides; never an id. */
export function useNameless(): (kind: Kind) => string {
  const t = useT();
  return (kind) => t(kind === 'person' ? 'app.nameless_person' : 'app.nameless_department');
}

/** The name of a colleague or a department as the office platform knows it; inside WeCom its own component shows what it hides. */
export function MirrorName(props: {
  readonly kind: Kind;
  /** The platform's id. */
  readonly id: string;
  readonly name: string | null;
}) {
  const nameless = useNameless();
  const show = useAppPlace()?.bridge.showName ?? null;
  if (props.name !== null) return <>{props.name}</>;
  if (show === null) return <>{nameless(props.kind)}</>;
  return <Shown {...props} show={show} fallback={nameless(props.kind)} />;
}

function Shown(props: {
  readonly kind: Kind;
  readonly id: string;
  readonly fallback: string;
  readonly show: (place: object, subject: { readonly kind: Kind; readonly id: string }) => void;
}) {
  const place = useRef<HTMLSpanElement>(null);
  const { kind, id, show } = props;
  useEffect(() => {
    if (place.current) show(place.current, { kind, id });
  }, [kind, id, show]);
  // The component replaces what is inside, which the page must not write again.
  return <span ref={place}>{useRef(props.fallback).current}</span>;
}

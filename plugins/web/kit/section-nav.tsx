import { useEffect, useRef } from 'react';
import { Link, usePlace } from './router.tsx';
import './section-nav.css';

/** The pages of one area beside each other; the one that is shown is marked. */
export function SectionNav(props: {
  readonly label: string;
  readonly parts: readonly { readonly to: string; readonly label: string }[];
}) {
  const { path } = usePlace();
  const nav = useRef<HTMLElement>(null);
  // On a phone the row is wider than the window; the page that is open must be among what is seen.
  useEffect(() => {
    const row = nav.current;
    const current = row?.querySelector('[aria-current]');
    if (!row || !current) return;
    const [outer, inner] = [row.getBoundingClientRect(), current.getBoundingClientRect()];
    row.scrollLeft += inner.left - outer.left - (outer.width - inner.width) / 2;
  }, [path]);
  return (
    <nav ref={nav} className="j-section-nav" aria-label={props.label}>
      {props.parts.map(({ to, label }) => (
        <Link key={to} to={to} aria-current={path === to ? 'page' : undefined}>
          {label}
        </Link>
      ))}
    </nav>
  );
}

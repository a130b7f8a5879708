import { Link, usePlace } from './router.tsx';
import './section-nav.css';

/** The pages of one area beside each other; the one that is shown is marked. */
export function SectionNav(props: {
  readonly label: string;
  readonly parts: readonly { readonly to: string; readonly label: string }[];
}) {
  const { path } = usePlace();
  return (
    <nav className="j-section-nav" aria-label={props.label}>
      {props.parts.map(({ to, label }) => (
        <Link key={to} to={to} aria-current={path === to ? 'page' : undefined}>
          {label}
        </Link>
      ))}
    </nav>
  );
}

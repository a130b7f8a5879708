import './button.css';

/** A turning ring. Decorative: put words beside it. */
export function Spinner(props: { readonly size?: number }) {
  const size = props.size ?? 18;
  return (
    <svg className="j-spin" width={size} height={size} viewBox="0 0 24 24" fill="none" aria-hidden="true">
      <circle cx="12" cy="12" r="9" stroke="currentColor" strokeOpacity="0.25" strokeWidth="3" />
      <path d="M21 12a9 9 0 0 0-9-9" stroke="currentColor" strokeWidth="3" strokeLinecap="round" />
    </svg>
  );
}

/** The mark: three rising steps and the line that runs over them. */
export function Logo(props: { readonly size?: number }) {
  const size = props.size ?? 30;
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" fill="none" aria-hidden="true" focusable="false">
      <rect width="32" height="32" rx="8" fill="var(--brand)" />
      <path
        d="M8 23.5v-4M14 23.5v-8M20 23.5v-5.5"
        stroke="#fff"
        strokeOpacity="0.55"
        strokeWidth="3.2"
        strokeLinecap="round"
      />
      <path
        d="M7.5 14.5 14 8.5l4.5 4L25 7"
        stroke="#fff"
        strokeWidth="2.6"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  );
}

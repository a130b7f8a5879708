import type { ReactNode } from 'react';

/** Own drawings on a 24-unit grid, 1.75 units of line. */
const drawings = {
  add: <path d="M12 5v14M5 12h14" />,
  alert: (
    <path d="M12 8.5v4.5m0 3.2v.1M10.6 4.4 3 17.6A1.6 1.6 0 0 0 4.4 20h15.2a1.6 1.6 0 0 0 1.4-2.4L13.4 4.4a1.6 1.6 0 0 0-2.8 0Z" />
  ),
  back: <path d="m14.5 5.5-6.5 6.5 6.5 6.5" />,
  bell: <path d="M6 16.5V11a6 6 0 0 1 12 0v5.5l1.5 1.500h-15zM10 20.500h4" />,
  briefcase: <path d="M4 8.5h16v10.5H4zM9 8.5V5.5h6v3M4 13h16M12 12v2" />,
  calendar: <path d="M4.5 6h15v13.500h-15zM4.5 10.500h15M8.500 3.500V7m7-3.500V7" />,
  check: <path d="m5 12.5 4.5 4.5L19 7.5" />,
  'check-circle': (
    <path d="M12 3.5a8.5 8.5 0 1 0 0 17 8.5 8.5 0 0 0 0-17Zm-3.700 8.700 2.600 2.600 4.900-5.100" />
  ),
  chevron: <path d="m6.5 9.5 5.5 5.5 5.5-5.5" />,
  clock: <path d="M12 3.5a8.5 8.5 0 1 0 0 17 8.5 8.5 0 0 0 0-17ZM12 7.5V12l3 2.200" />,
  close: <path d="m6.5 6.5 11 11m0-11-11 11" />,
  copy: <path d="M9 9h10.5v10.5H9zM15 9V4.5H4.5V15H9" />,
  down: <path d="M12 5v13.5M6 13l6 6 6-6" />,
  download: <path d="M12 4v10.5m-4.5-4L12 15l4.5-4.5M4.5 16.5v3h15v-3" />,
  edit: (
    <path d="M4.5 19.5 5.5 15 15.600 4.900a1.5 1.5 0 0 1 2.100 0l1.400 1.400a1.5 1.5 0 0 1 0 2.100L9 18.5zM13.800 6.700l3.5 3.5" />
  ),
  external: <path d="M13.5 4.5h6v6M19.5 4.5 11 13M17 14v5.5H4.5V7H10" />,
  eye: (
    <path d="M3 12s3.300-6 9-6 9 6 9 6-3.300 6-9 6-9-6-9-6Zm9-2.700a2.700 2.700 0 1 0 0 5.400 2.700 2.700 0 0 0 0-5.400Z" />
  ),
  file: <path d="M6 3.5h8l4.5 4.5v12.5H6zM13.5 3.5v5h5M9 13h6.5M9 16.5h4.5" />,
  filter: <path d="M4 6h16M7 12h10M10 18h4" />,
  gear: (
    <path d="M12 9a3 3 0 1 0 0 6 3 3 0 0 0 0-6ZM19.200 14l1.300 2.5-2 2.600-2.700-.7-1.5.8L13.400 22h-3l-.9-2.700-1.400-.8-2.700.6-2-2.600L4.700 14v-3.5L3.5 8l2-2.600 2.600.6 1.5-.8L10.400 2.5h3l.9 2.700 1.5.8 2.700-.6 2 2.600-1.300 2.5z" />
  ),
  grip: <path d="M9 6v.01M15 6v.01M9 12v.01M15 12v.01M9 18v.01M15 18v.01" strokeWidth="3.2" />,
  help: (
    <path d="M12 3.5a8.5 8.5 0 1 0 0 17 8.5 8.5 0 0 0 0-17ZM9.600 9.600a2.400 2.400 0 1 1 3.600 2.100c-.8.5-1.200.9-1.200 1.800m0 2.700v.1" />
  ),
  home: <path d="M4 11.5 12 4.5l8 7M6 10v9.5h4.5v-5h3v5H18V10" />,
  info: <path d="M12 3.5a8.5 8.5 0 1 0 0 17 8.5 8.5 0 0 0 0-17ZM12 11v5m0-8.200v.1" />,
  language: (
    <path d="M12 3.5a8.5 8.5 0 1 0 0 17 8.5 8.5 0 0 0 0-17ZM3.5 12h17M12 3.5c2.5 2.300 3.700 5.100 3.700 8.5S14.5 18.200 12 20.5C9.5 18.200 8.300 15.400 8.300 12S9.5 5.800 12 3.5Z" />
  ),
  link: (
    <path d="M10 14a4 4 0 0 0 6 .4l3-3a4 4 0 0 0-5.700-5.700L12 7M14 10a4 4 0 0 0-6-.4l-3 3A4 4 0 0 0 10.700 18.300L12 17" />
  ),
  lock: <path d="M5.5 10.5h13v9h-13zM8.5 10.5V8a3.5 3.5 0 0 1 7 0v2.5M12 14.200v1.800" />,
  minus: <path d="M5 12h14" />,
  more: <path d="M5.5 12v.01M12 12v.01M18.5 12v.01" strokeWidth="2.8" />,
  people: (
    <path d="M9 5a3.200 3.200 0 1 0 0 6.400A3.200 3.200 0 0 0 9 5ZM3 19.5c0-3.300 2.700-5.300 6-5.300s6 2 6 5.300M15.5 5.300a3 3 0 0 1 0 5.800M17.5 14.600c2.200.7 3.5 2.5 3.5 4.900" />
  ),
  phone: <path d="M7.5 3.5h9v17h-9zM11 17.5h2" />,
  print: <path d="M7 9V4h10v5M7 16.5H4V9h16v7.5h-3M7 14h10v6H7z" />,
  redo: <path d="m15 5 4.5 4.5L15 14M19.5 9.5H9.800a4.800 4.800 0 0 0 0 9.600H13" />,
  refresh: <path d="M19.5 12a7.5 7.5 0 1 1-2.300-5.400M19.5 3.5v4h-4" />,
  report: <path d="M5 3.5h14v17H5zM9 16v-3.5M12 16V8M15 16v-5.5" />,
  search: (
    <path d="M10.800 4a6.800 6.800 0 1 0 0 13.600 6.800 6.800 0 0 0 0-13.600ZM15.800 15.800 20.5 20.5" />
  ),
  share: <path d="M12 15V4m-4.500 4.500L12 4l4.500 4.500M5.500 12.500v7h13v-7" />,
  trash: <path d="M4.5 6.5h15M9.5 6.5V4h5v2.5M6.5 6.5l.8 13.5h9.400l.8-13.5M10 10.5v5.5M14 10.5v5.5" />,
  undo: <path d="M9 5 4.5 9.5 9 14M4.5 9.5h9.700a4.800 4.800 0 0 1 0 9.600H11" />,
  unlock: <path d="M5.5 10.5h13v9h-13zM8.5 10.5V8a3.5 3.5 0 0 1 6.700-1.300M12 14.200v1.800" />,
  up: <path d="M12 19V5.5M6 11l6-6 6 6" />,
  upload: <path d="M12 15V4.5M7.5 9 12 4.5 16.5 9M4.5 16.5v3h15v-3" />,
} as const satisfies Record<string, ReactNode>;

export type IconName = keyof typeof drawings;

/** A decorative icon, hidden from assistive technology: the control beside it carries the words. */
export function Icon(props: {
  readonly name: IconName;
  readonly size?: number;
  readonly className?: string;
}) {
  const size = props.size ?? 20;
  return (
    <svg
      className={props.className}
      width={size}
      height={size}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.75"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      focusable="false"
    >
      {drawings[props.name]}
    </svg>
  );
}

import type { ReactNode } from 'react';
import { useT } from '../kit/i18n.tsx';
import { PageFrame } from '../kit/page.tsx';
import { SectionNav } from '../kit/section-nav.tsx';
import './library.css';

const parts = [
  { to: '/library', labelKey: 'library.packs' },
  { to: '/library/dimensions', labelKey: 'library.dimensions' },
] as const;

/** The frame of the two lists: industry packs and dimensions. */
export function LibraryFrame(props: {
  readonly intro: string;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}) {
  const t = useT();
  return (
    <PageFrame title={t('library.title')} intro={props.intro} actions={props.actions}>
      <SectionNav
        label={t('library.title')}
        parts={parts.map(({ to, labelKey }) => ({ to, label: t(labelKey) }))}
      />
      {props.children}
    </PageFrame>
  );
}

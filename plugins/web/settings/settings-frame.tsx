import type { ReactNode } from 'react';
import type { Permission } from '#core/access/permissions.ts';
import type { PlainMessageKey } from '#core/i18n/translator.ts';
import { useT } from '../kit/i18n.tsx';
import { PageFrame } from '../kit/page.tsx';
import { SectionNav } from '../kit/section-nav.tsx';
import { useSession } from '../kit/session.tsx';
import './settings.css';

interface Part {
  readonly to: string;
  readonly labelKey: PlainMessageKey;
  readonly permission?: Permission;
}

const parts: readonly Part[] = [
  { to: '/settings', labelKey: 'settings.company', permission: 'settings.read' },
  { to: '/settings/people', labelKey: 'settings.people', permission: 'staff.manage' },
  { to: '/settings/platforms', labelKey: 'settings.office', permission: 'settings.read' },
  { to: '/settings/approvals', labelKey: 'approvals.chains', permission: 'settings.read' },
  { to: '/settings/notices', labelKey: 'messages.settings' },
  { to: '/settings/system', labelKey: 'settings.system', permission: 'job.read' },
  { to: '/settings/audit', labelKey: 'settings.audit', permission: 'audit.read' },
  { to: '/settings/account', labelKey: 'settings.account' },
];

/** The frame of every settings page: the parts that the reader may open, then the page. */
export function SettingsFrame(props: {
  readonly title: string;
  readonly intro?: string;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}) {
  const t = useT();
  const { permissions } = useSession();
  const shown = parts.filter(({ permission }) => !permission || permissions.includes(permission));
  return (
    <PageFrame title={props.title} intro={props.intro} actions={props.actions}>
      <SectionNav
        label={t('settings.title')}
        parts={shown.map(({ to, labelKey }) => ({ to, label: t(labelKey) }))}
      />
      {props.children}
    </PageFrame>
  );
}

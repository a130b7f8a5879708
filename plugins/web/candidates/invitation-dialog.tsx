import { useState } from 'react';
import type { ApplicationView, InvitationView } from '#adapters/http/schemas/candidates.ts';
import { invitationText } from '#core/application/invitation-text.ts';
import { formatDateTime, zoneOffsetName } from '#core/i18n/date-time.ts';
import { Button } from '../kit/button.tsx';
import { DateTime } from '../kit/date-time.tsx';
import { Dialog } from '../kit/dialog.tsx';
import { TextArea, TextInput } from '../kit/field.tsx';
import { useLanguage, useT } from '../kit/i18n.tsx';
import { QrCode } from '../kit/qr-code.tsx';
import { useSession } from '../kit/session.tsx';
import { Notice } from '../kit/states.tsx';
import { Tabs } from '../kit/tabs.tsx';
import { useToast } from '../kit/toast.tsx';
import './invitation.css';
import type { InviteLanguage } from './invite-dialog.tsx';
import { PrintCard } from './print-card.tsx';
import { copyText, qrPicture, saveBlob } from './qr-picture.ts';
import { ShareButtons } from './share-buttons.tsx';

/** Phones offer microphone and camera only to pages that came securely. */
const isSecureAddress = (url: string): boolean =>
  url.startsWith('https://') || /^http:\/\/(localhost|127\.0\.0\.1)(:|\/)/.test(url);

/** The link in every form that HR hands on: text to copy, QR code, picture, printed card. */
export function InvitationDialog(props: {
  readonly view: ApplicationView;
  readonly invitation: InvitationView;
  readonly onClose: () => void;
}) {
  const t = useT();
  const { view, invitation } = props;
  const local = /^https?:\/\/(localhost|127\.)/.test(invitation.url);
  return (
    <Dialog
      wide
      title={t('candidates.link_title', { name: view.candidate.name ?? t('candidates.unnamed') })}
      onClose={props.onClose}
      footer={<Button onClick={props.onClose}>{t('common.finish')}</Button>}
    >
      <div className="j-stack">
        {local && <Notice tone="warn">{t('candidates.link_local')}</Notice>}
        {!isSecureAddress(invitation.url) && <Notice tone="warn">{t('candidates.link_insecure')}</Notice>}
        <div className="j-invite">
          <QrPart view={view} invitation={invitation} />
          <TextPart view={view} invitation={invitation} />
        </div>
      </div>
    </Dialog>
  );
}

function useUntil(iso: string) {
  const { zone } = useLanguage();
  return (lang: InviteLanguage): string =>
    `${formatDateTime(iso, { locale: lang === 'zh' ? 'zh-CN' : 'en-US', zone })} ${zoneOffsetName(iso, zone)}`;
}

interface PartProps {
  readonly view: ApplicationView;
  readonly invitation: InvitationView;
}

function QrPart({ view, invitation }: PartProps) {
  const t = useT();
  const toast = useToast();
  const { tenant } = useSession();
  const until = useUntil(invitation.expiresAt);
  const [printing, setPrinting] = useState(false);
  const name = view.candidate.name ?? t('candidates.unnamed');
  const save = () =>
    qrPicture(invitation.url).then(
      (picture) => saveBlob(picture, t('candidates.qr_file', { name })),
      () => toast({ tone: 'bad', text: t('candidates.qr_failed') }),
    );
  return (
    <div className="j-invite__qr">
      <QrCode text={invitation.url} size={208} />
      <p className="j-small">
        {t('candidates.valid_until')} <DateTime iso={invitation.expiresAt} showZone />
      </p>
      <div className="j-row">
        <Button icon="download" onClick={save}>
          {t('candidates.qr_save')}
        </Button>
        <Button icon="print" onClick={() => setPrinting(true)}>
          {t('candidates.print_card')}
        </Button>
      </div>
      {printing && (
        <PrintCard
          card={{
            lang: invitation.lang,
            company: tenant.name ?? '',
            job: view.jobTitle,
            name: view.candidate.name,
            url: invitation.url,
            until: until(invitation.lang),
          }}
          onDone={() => setPrinting(false)}
        />
      )}
    </div>
  );
}

function TextPart({ view, invitation }: PartProps) {
  const t = useT();
  const toast = useToast();
  const { tenant } = useSession();
  const [lang, setLang] = useState<InviteLanguage>(invitation.lang);
  const until = useUntil(invitation.expiresAt);
  const copy = async (text: string) =>
    toast(
      (await copyText(text))
        ? { text: t('common.copied') }
        : { tone: 'bad', text: t('candidates.copy_failed') },
    );
  const words = (of: InviteLanguage) =>
    invitationText(of, {
      name: view.candidate.name,
      company: tenant.name ?? '',
      job: view.jobTitle,
      url: invitation.url,
      until: until(of),
    });
  const content = (of: InviteLanguage) => () => (
    <div className="j-stack j-stack--tight">
      <TextArea
        label={t('candidates.message')}
        rows={9}
        readOnly
        value={words(of)}
        onChange={() => undefined}
      />
      <div className="j-row">
        <Button look="primary" icon="copy" onClick={() => copy(words(of))}>
          {t('candidates.copy_message')}
        </Button>
        <ShareButtons link={{ url: invitation.url, title: view.jobTitle, text: words(of) }} />
      </div>
    </div>
  );
  return (
    <div className="j-stack">
      <div className="j-copy-line">
        <TextInput label={t('candidates.link')} readOnly value={invitation.url} onChange={() => undefined} />
        <Button icon="copy" onClick={() => copy(invitation.url)}>
          {t('candidates.copy_link')}
        </Button>
      </div>
      <Tabs
        label={t('candidates.message')}
        value={lang}
        onChange={setLang}
        tabs={[
          { id: 'zh', label: t('app.language_zh'), content: content('zh') },
          { id: 'en', label: t('app.language_en'), content: content('en') },
        ]}
      />
    </div>
  );
}

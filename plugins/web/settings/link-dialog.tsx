import { useRef } from 'react';
import type { LinkView } from '#adapters/http/schemas/company.ts';
import { Button } from '../kit/button.tsx';
import { DateTime } from '../kit/date-time.tsx';
import { Dialog } from '../kit/dialog.tsx';
import { TextInput } from '../kit/field.tsx';
import { useT } from '../kit/i18n.tsx';
import { QrCode } from '../kit/qr-code.tsx';
import { useToast } from '../kit/toast.tsx';

/** A sign-in link to hand over: to copy, or to scan. It is shown once; the server keeps only its hash. */
export function LinkDialog(props: {
  readonly link: LinkView;
  readonly name: string;
  readonly onClose: () => void;
}) {
  const t = useT();
  const toast = useToast();
  const box = useRef<HTMLDivElement>(null);
  const { url, expiresAt } = props.link;
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(url);
      toast({ text: t('common.copied') });
    } catch {
      // Plain http addresses have no clipboard: the text is marked, so that the reader can copy it.
      box.current?.querySelector('input')?.select();
      toast({ text: t('common.copy_by_hand') });
    }
  };
  return (
    <Dialog
      title={t('settings.link_title', { name: props.name })}
      onClose={props.onClose}
      footer={
        <Button look="primary" icon="copy" onClick={() => void copy()}>
          {t('settings.copy_link')}
        </Button>
      }
    >
      <div className="j-stack j-link-box" ref={box}>
        <p>{t('settings.link_text')}</p>
        <TextInput label={t('settings.link')} readOnly value={url} onChange={() => undefined} />
        <QrCode text={url} size={168} />
        <p className="j-small j-muted">
          {t('settings.link_until')} <DateTime iso={expiresAt} />
        </p>
      </div>
    </Dialog>
  );
}

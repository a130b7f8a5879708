import { type ReactNode, useRef } from 'react';
import { Button } from '../kit/button.tsx';
import { TextInput } from '../kit/field.tsx';
import { useT } from '../kit/i18n.tsx';
import { useToast } from '../kit/toast.tsx';

/** An address to take elsewhere, with a button that copies it. */
export function CopyField(props: {
  readonly label: string;
  readonly help?: ReactNode;
  readonly value: string;
}) {
  const t = useT();
  const toast = useToast();
  const box = useRef<HTMLDivElement>(null);
  const { label, help, value } = props;
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(value);
      toast({ text: t('common.copied') });
    } catch {
      // Plain http addresses have no clipboard: the text is marked, so that the reader can copy it.
      box.current?.querySelector('input')?.select();
      toast({ text: t('common.copy_by_hand') });
    }
  };
  return (
    <div className="j-copy" ref={box}>
      <TextInput label={label} help={help} readOnly value={value} onChange={() => undefined} />
      <Button icon="copy" aria-label={t('settings.office_copy', { label })} onClick={() => void copy()}>
        {t('common.copy')}
      </Button>
    </div>
  );
}

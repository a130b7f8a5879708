import { Button } from '../kit/button.tsx';
import { TextInput } from '../kit/field.tsx';
import { useT } from '../kit/i18n.tsx';
import { useToast } from '../kit/toast.tsx';

/** The address of the candidate's own page, to send again. Without a clipboard (plain http) it can be marked and copied by hand. */
export function MeLink(props: { readonly url: string | null }) {
  const t = useT();
  const toast = useToast();
  const { url } = props;
  if (!url) return null;
  const copy = async () => {
    await navigator.clipboard.writeText(url);
    toast({ text: t('common.copied') });
  };
  return (
    <div className="j-me-link">
      <TextInput
        label={t('reports.me_link')}
        help={t('reports.me_link_help')}
        value={url}
        readOnly
        onChange={() => undefined}
        onFocus={(event) => event.currentTarget.select()}
      />
      {'clipboard' in navigator && (
        <Button icon="copy" onClick={copy}>
          {t('common.copy')}
        </Button>
      )}
    </div>
  );
}

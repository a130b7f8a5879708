import { useState } from 'react';
import { Action, Note } from '../candidate-kit/parts.tsx';
import { useReader } from '../candidate-kit/words.tsx';

/** The way to the candidate's own page, to open and to keep. */
export function MeWay(props: { readonly url: string; readonly primary: boolean }) {
  const { t } = useReader();
  const { url } = props;
  const [copied, setCopied] = useState<'no' | 'yes' | 'by hand'>('no');
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(url);
      setCopied('yes');
    } catch {
      // Plain http and some WebViews have no clipboard.
      setCopied('by hand');
    }
  };
  return (
    <>
      <div className="c-actions">
        <a className={props.primary ? 'j-button j-button--primary' : 'j-button'} href={url}>
          {t('interview.done_me')}
        </a>
        <Action onClick={copy}>{t('interview.done_copy')}</Action>
      </div>
      <div aria-live="polite">
        {copied === 'yes' && <Note tone="good">{t('interview.done_copied')}</Note>}
        {copied === 'by hand' && (
          <Note>
            <p>{t('interview.done_copy_by_hand')}</p>
            <p className="i-link">{url}</p>
          </Note>
        )}
      </div>
    </>
  );
}

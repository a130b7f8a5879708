import { ProblemNote } from '../../candidate-kit/parts.tsx';
import { useReader } from '../../candidate-kit/words.tsx';
import type { UploadState } from './upload.ts';

/** How much of the recording the server has: nothing is called stored that was not acknowledged. */
export function UploadLine(props: { readonly upload: UploadState | null }) {
  const { t } = useReader();
  const { upload } = props;
  if (!upload) return <p className="c-under">{t('interview.upload_soon')}</p>;
  const { stored, recorded, complete, waiting, problem } = upload;
  const words = complete
    ? t('interview.upload_done')
    : waiting
      ? t('interview.upload_waiting', { stored, recorded })
      : t('interview.upload_running', { stored, recorded });
  return (
    <div className="r-upload">
      {!complete && recorded > 0 && (
        <progress max={recorded} value={stored} aria-label={t('interview.upload_label')} />
      )}
      <p
        className={complete ? 'i-saved' : waiting ? 'r-warn' : 'c-under'}
        role={complete || waiting ? 'status' : undefined}
      >
        {words}
      </p>
      <ProblemNote problem={problem} />
    </div>
  );
}

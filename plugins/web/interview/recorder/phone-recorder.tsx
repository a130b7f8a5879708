import { useState } from 'react';
import { Note } from '../../candidate-kit/parts.tsx';
import { useReader } from '../../candidate-kit/words.tsx';

/** Largest file that is taken: an hour of a phone's video. */
const largest = 500 * 1024 * 1024;

/** Where the page may not record itself, the phone's own recorder or camera makes the file. */
export function PhoneRecorder(props: {
  readonly mode: 'voice' | 'video';
  readonly onFile: (file: File) => void;
}) {
  const { t } = useReader();
  const [fault, setFault] = useState<string | null>(null);
  const { mode, onFile } = props;
  return (
    <div className="c-field">
      <label htmlFor="phone-recorder">
        {mode === 'video' ? t('interview.phone_video') : t('interview.phone_voice')}
      </label>
      <input
        id="phone-recorder"
        className="r-file"
        type="file"
        accept={mode === 'video' ? 'video/*' : 'audio/*'}
        capture="user"
        onChange={(event) => {
          const file = event.currentTarget.files?.[0];
          if (!file) return;
          const found =
            file.size === 0
              ? t('interview.phone_empty')
              : file.size > largest
                ? t('interview.phone_large', { limit: '500 MB' })
                : null;
          setFault(found);
          if (!found) onFile(file);
        }}
      />
      {fault && (
        <Note tone="bad" urgent>
          {fault}
        </Note>
      )}
    </div>
  );
}

import { useState } from 'react';
import { Action, Note } from '../../candidate-kit/parts.tsx';
import { useReader } from '../../candidate-kit/words.tsx';
import { InputCard } from './input-card.tsx';
import { useMediaInput } from './media-input.ts';

/** Tries microphone and camera before the interview; nothing is recorded or sent. */
export function DeviceCheck(props: { readonly mode: 'voice' | 'video' }) {
  const { t } = useReader();
  const { input, open } = useMediaInput(props.mode);
  const [well, setWell] = useState(false);
  return (
    <>
      <InputCard mode={props.mode} input={input} onOpen={() => void open()}>
        {!well && <Action onClick={() => setWell(true)}>{t('interview.check_well')}</Action>}
      </InputCard>
      <div aria-live="polite">{well && <Note tone="good">{t('interview.check_done')}</Note>}</div>
    </>
  );
}

import type { ReactNode } from 'react';
import { Action, Note } from '../../candidate-kit/parts.tsx';
import { useReader } from '../../candidate-kit/words.tsx';
import { LevelMeter } from './level-meter.tsx';
import { LivePicture } from './live-picture.tsx';
import type { InputFault, MediaInput } from './media-input.ts';
import './recorder.css';

/** Why the device cannot record, and what to do: every fault has its own words. */
export function FaultNote(props: { readonly fault: InputFault; readonly mode: 'voice' | 'video' }) {
  const { t } = useReader();
  const { fault, mode } = props;
  if (fault === 'insecure') {
    return (
      <Note tone="warn" title={t('interview.insecure_title')}>
        <p>{t('interview.insecure_help')}</p>
      </Note>
    );
  }
  const device = mode === 'video' ? t('interview.device_both') : t('interview.device_microphone');
  return (
    <Note tone="warn" urgent title={t(`interview.fault_${fault}`, { device })}>
      <p>{t(`interview.fault_${fault}_help`)}</p>
    </Note>
  );
}

/** Asking for microphone and camera, and seeing that they work, before anything is recorded. */
export function InputCard(props: {
  readonly mode: 'voice' | 'video';
  readonly input: MediaInput;
  readonly onOpen: () => void;
  /** What may be done once the device works. */
  readonly children?: ReactNode;
}) {
  const { t } = useReader();
  const { mode, input } = props;
  if (input.state === 'open') {
    return (
      <>
        {mode === 'video' && <LivePicture stream={input.stream} />}
        <p className="c-choice__help">{t('interview.level_try')}</p>
        <LevelMeter stream={input.stream} />
        {props.children}
      </>
    );
  }
  const fault = input.state === 'fault' ? input.fault : null;
  const mayAsk = fault !== 'insecure' && fault !== 'unsupported';
  return (
    <>
      {fault && <FaultNote fault={fault} mode={mode} />}
      {!fault && <p className="c-lead">{t('interview.device_ask')}</p>}
      {mayAsk && (
        <Action
          look={fault ? 'normal' : 'primary'}
          wide
          busy={input.state === 'asking'}
          onClick={props.onOpen}
        >
          {fault
            ? t('interview.device_again')
            : mode === 'video'
              ? t('interview.device_open_video')
              : t('interview.device_open_voice')}
        </Action>
      )}
    </>
  );
}

import { useCallback, useEffect, useRef, useState } from 'react';

/** Why camera or microphone cannot be used. */
export type InputFault = 'refused' | 'missing' | 'busy' | 'insecure' | 'unsupported' | 'other';

export type MediaInput =
  | { readonly state: 'idle' | 'asking' }
  | { readonly state: 'open'; readonly stream: MediaStream }
  | { readonly state: 'fault'; readonly fault: InputFault };

const faults: Readonly<Record<string, InputFault>> = {
  NotAllowedError: 'refused',
  SecurityError: 'refused',
  NotFoundError: 'missing',
  OverconstrainedError: 'missing',
  NotReadableError: 'busy',
  AbortError: 'busy',
};

/** What the browser can do before anything is asked; null when recording is possible. */
export function recordingFault(): InputFault | null {
  if (!window.isSecureContext) return 'insecure';
  const able = typeof MediaRecorder === 'function' && navigator.mediaDevices?.getUserMedia;
  return able ? null : 'unsupported';
}

/** Opens microphone (and camera) when asked to, and lets go of them when the page moves on. */
export function useMediaInput(mode: 'voice' | 'video'): {
  readonly input: MediaInput;
  readonly open: () => Promise<MediaStream | null>;
} {
  const fault = recordingFault();
  const [input, setInput] = useState<MediaInput>(fault ? { state: 'fault', fault } : { state: 'idle' });
  const held = useRef<MediaStream | null>(null);
  const left = useRef(false);
  useEffect(() => {
    left.current = false;
    return () => {
      left.current = true;
      for (const track of held.current?.getTracks() ?? []) track.stop();
    };
  }, []);
  const open = useCallback(async () => {
    if (recordingFault()) return null;
    setInput({ state: 'asking' });
    try {
      const stream = await navigator.mediaDevices.getUserMedia({
        audio: { echoCancellation: true, noiseSuppression: true, autoGainControl: true },
        video:
          mode === 'video' ? { facingMode: 'user', width: { ideal: 640 }, height: { ideal: 480 } } : false,
      });
      held.current = stream;
      if (left.current) for (const track of stream.getTracks()) track.stop();
      else setInput({ state: 'open', stream });
      return stream;
    } catch (error) {
      const name = error instanceof DOMException ? error.name : '';
      setInput({ state: 'fault', fault: faults[name] ?? 'other' });
      return null;
    }
  }, [mode]);
  return { input, open };
}

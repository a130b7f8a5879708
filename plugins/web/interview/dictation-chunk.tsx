import { type ComponentType, useEffect, useState } from 'react';
import type { InterviewSession } from './interview-session.ts';

interface ButtonProps {
  readonly session: InterviewSession;
  readonly disabled: boolean;
  readonly onWords: (words: string) => void;
}

/** The clients of office apps, by the names that they write into the browser's. */
const officeClient = /wxwork\/|DingTalk|\b(?:Lark|Feishu)\//i;

/** Dictation comes only where somebody may listen: most candidates' browsers have a keyboard that does. */
export function DictationChunk(props: ButtonProps) {
  const ways = props.session.view.dictation;
  const possible = ways !== null && (ways.server || officeClient.test(navigator.userAgent));
  const [Button, setButton] = useState<ComponentType<ButtonProps> | null>(null);
  useEffect(() => {
    if (!possible) return;
    import('./dictation/dictation-button.tsx').then(
      ({ DictationButton }) => setButton(() => DictationButton),
      // Everybody can type.
      () => undefined,
    );
  }, [possible]);
  return Button ? <Button {...props} /> : null;
}

import { useMemo } from 'react';
import { WordingList } from '../rubric-builder/wording-notes.tsx';
import { useLintWording } from './use-lint-wording.ts';

/** What the wording check says about a text while it is typed (assessment R12). */
export function WordingHints(props: { readonly text: string }) {
  const { text } = props;
  const lint = useLintWording();
  const findings = useMemo(() => (text.trim() === '' ? [] : lint(text)), [text, lint]);
  return <WordingList findings={findings} />;
}

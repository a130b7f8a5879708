import { useMemo } from 'react';
import { lintWording } from '#core/template/wording-lint.ts';
import { WordingList } from '../rubric-builder/wording-notes.tsx';

/** What the wording check says about a text while it is typed (assessment R12). */
export function WordingHints(props: { readonly text: string }) {
  const { text } = props;
  const findings = useMemo(() => (text.trim() === '' ? [] : lintWording(text)), [text]);
  return <WordingList findings={findings} />;
}

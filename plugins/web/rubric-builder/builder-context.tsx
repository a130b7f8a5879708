import { createContext, type ReactNode, useContext } from 'react';
import type { RubricDraft } from '#core/rubric/draft.ts';
import type { RubricOperation } from '#core/rubric/operations.ts';
import type { WritingLanguage } from '#core/rubric/own-dimension.ts';
import type { Dimension } from '#core/template/schemas/dimension.ts';
import type { LocalizedText } from '#core/template/schemas/shared.ts';
import type { WordingFinding } from '#core/template/wording-lint.ts';
import { useLanguage } from '../kit/i18n.tsx';

/** Finds discriminatory wording; `lintWording` of `core/template`, handed in so that its rules load only where needed. */
export type LintWording = (text: string) => readonly WordingFinding[];

/** What the parts of the editor share. */
export interface Builder {
  readonly draft: RubricDraft;
  /** The definitions that come with the product or the company's library. */
  readonly shipped: readonly Dimension[];
  readonly lint: LintWording;
  /** Carries an operation out, or says why not. Operations of one `gesture` are one step of undo. */
  readonly perform: (operation: RubricOperation, gesture?: string) => boolean;
  readonly endGesture: () => void;
  readonly undo: () => void;
  readonly readOnly: boolean;
}

const BuilderContext = createContext<Builder | null>(null);

export function BuilderProvider(props: { readonly value: Builder; readonly children: ReactNode }) {
  return <BuilderContext.Provider value={props.value}>{props.children}</BuilderContext.Provider>;
}

/** The editor around this part. @throws Error outside a `BuilderProvider`. */
export function useBuilder(): Builder {
  const builder = useContext(BuilderContext);
  if (builder === null) throw new Error('useBuilder needs a BuilderProvider above it');
  return builder;
}

/** The language in which the reader reads and writes template texts. */
export function useWritingLanguage(): WritingLanguage {
  return useLanguage().locale === 'zh-CN' ? 'zh' : 'en';
}

/** Shows a template text in the reader's language; the other one when that is empty. */
export function useLocalized(): (text: LocalizedText) => string {
  const language = useWritingLanguage();
  return (text) => text[language] || text.zh || text.en;
}

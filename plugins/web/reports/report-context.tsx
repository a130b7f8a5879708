import { createContext, type ReactNode, useContext } from 'react';
import type { ReportView } from '#adapters/http/schemas/reports.ts';
import type { ReportDocument } from '#core/report/report-document.ts';
import { useLanguage } from '../kit/i18n.tsx';

/** What every part of the report page works with. */
export interface ReportPageState {
  readonly document: ReportDocument;
  readonly actions: ReportView['actions'];
  /** Puts an answer of the server in place of what is shown. */
  readonly show: (view: ReportView) => void;
  readonly reload: () => void;
}

const Context = createContext<ReportPageState | null>(null);

/** Gives the report to its parts. */
export function ReportProvider(props: { readonly value: ReportPageState; readonly children: ReactNode }) {
  return <Context.Provider value={props.value}>{props.children}</Context.Provider>;
}

/** The report shown. @throws Error outside a `ReportProvider` */
export function useReport(): ReportPageState {
  const value = useContext(Context);
  if (value === null) throw new Error('useReport needs a ReportProvider above it');
  return value;
}

/** `zh` or `en`, as texts with both are kept. */
export function useLang(): 'zh' | 'en' {
  return useLanguage().locale === 'zh-CN' ? 'zh' : 'en';
}

/** Name of a dimension by its code. */
export function useDimensionName(): (code: string) => string {
  const { document } = useReport();
  const lang = useLang();
  return (code) => document.dimensions.find((row) => row.code === code)?.name[lang] ?? code;
}

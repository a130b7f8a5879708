import type { TranslateOf } from '../../i18n/message.ts';
import type { reports } from '../../i18n/zh-cn/reports.ts';
import type { ReportDocument } from '../report-document.ts';

/** Words of the report pages in one language. */
export type ReportWords = TranslateOf<typeof reports>;

/** What every section of the file is written with. */
export interface Sheet {
  readonly document: ReportDocument;
  readonly t: ReportWords;
  readonly lang: 'zh' | 'en';
  readonly time: (iso: string) => string;
  readonly nameOf: (code: string) => string;
}

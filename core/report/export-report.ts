import type { Locale } from '../i18n/locale.ts';
import type { Messages } from '../i18n/message.ts';
import type { DimensionChart } from '../ports/charts.ts';
import { nowOf, type TenantContext } from '../ports/services.ts';
import { reportHtml } from './html/report-html.ts';
import { makeDocument } from './make-document.ts';
import { loadShownReport } from './read-report.ts';
import type { ReportDocument } from './report-document.ts';
import { inEmphasis } from './report-words.ts';

/** The chart of a report's dimensions in one language. */
export function chartOf(
  document: ReportDocument,
  look: {
    readonly lang: 'zh' | 'en';
    readonly theme: DimensionChart['theme'];
    readonly scoreLabel: string;
    readonly bandLabel: string;
  },
): DimensionChart {
  return {
    kind: document.layout.chart,
    dimensions: inEmphasis(document).map((row) => ({
      name: row.name[look.lang],
      score10: row.score10,
      band10: row.band10,
    })),
    scoreLabel: look.scoreLabel,
    bandLabel: look.bandLabel,
    theme: look.theme,
  };
}

/** The labels of a chart. */
export const chartLabels = {
  zh: { scoreLabel: '得分', bandLabel: '误差范围' },
  en: { scoreLabel: 'Score', bandLabel: 'Error band' },
} as const;

async function exported(
  context: TenantContext,
  applicationId: string,
  format: 'json' | 'html',
): Promise<ReportDocument> {
  const { services, store, actor } = context;
  const subject = await loadShownReport(context, applicationId);
  const now = nowOf(services);
  await store.commit([
    store.audit.add({
      actor,
      action: 'report.exported',
      subjectKind: 'application',
      subjectId: applicationId,
      data: { format, report: subject.report?.id ?? null },
      at: now,
    }),
  ]);
  return makeDocument(subject, now);
}

/** The report as data. @throws AppError `RATE_FIRST`, `NOT_FOUND`, `STATE_CONFLICT` */
export const exportJson = (context: TenantContext, applicationId: string): Promise<ReportDocument> =>
  exported(context, applicationId, 'json');

/**
 * The report as one HTML file without any outside request.
 * @throws AppError `RATE_FIRST`, `NOT_FOUND`, `STATE_CONFLICT`
 */
export async function exportHtml(
  context: TenantContext,
  applicationId: string,
  options: { readonly locale: Locale; readonly zone: string; readonly words: Messages },
): Promise<string> {
  const document = await exported(context, applicationId, 'html');
  const lang = options.locale === 'zh-CN' ? ('zh' as const) : ('en' as const);
  const scored = document.dimensions.some(({ score10 }) => score10 !== null);
  const look = { lang, theme: 'light' as const, ...chartLabels[lang] };
  const chart = scored ? await context.services.charts.dimensionChart(chartOf(document, look)) : null;
  return reportHtml(document, { ...options, chart });
}

import { Type } from '@sinclair/typebox';
import { AppError } from '#core/errors/app-error.ts';
import { reports as english } from '#core/i18n/en-us/reports.ts';
import type { Locale } from '#core/i18n/locale.ts';
import { reports as chinese } from '#core/i18n/zh-cn/reports.ts';
import { nowOf } from '#core/ports/services.ts';
import { chartLabels, chartOf, exportHtml, exportJson } from '#core/report/export-report.ts';
import { makeDocument } from '#core/report/make-document.ts';
import { loadShownReport } from '#core/report/read-report.ts';
import { ReportDocument } from '#core/report/report-document.ts';
import { type AnyRoute, route } from '../route.ts';
import { Literals } from '../schemas/shared.ts';
import { securityHeaders } from '../security-headers.ts';
import { isSecure } from '../session-cookie.ts';

const tag = 'Reports';
const path = '/api/v1/applications/:applicationId/report';
const closed = { additionalProperties: false } as const;
const words = { 'zh-CN': chinese, 'en-US': english } as const;
const Lang = Type.Optional(Literals(['zh', 'en'] as const));

/** Times of a file have no reader's browser to ask, so a zone that nobody gives is the one most companies are in. */
const defaultZone = 'Asia/Shanghai';

const localeOf = (lang: 'zh' | 'en' | undefined, otherwise: Locale): Locale =>
  lang ? (lang === 'zh' ? 'zh-CN' : 'en-US') : otherwise;

function assertZone(zone: string): string {
  try {
    return new Intl.DateTimeFormat('en-US', { timeZone: zone }).resolvedOptions().timeZone;
  } catch (cause) {
    throw new AppError('BAD_REQUEST', {
      cause,
      details: {
        field: 'zone',
        problem: {
          zh: '没有这个时区，例如 Asia/Shanghai',
          en: 'unknown zone, use for example Asia/Shanghai',
        },
      },
    });
  }
}

/** The report as files and pictures. */
export const routes: readonly AnyRoute[] = [
  route({
    method: 'get',
    path: `${path}.json`,
    permission: 'report.read',
    tag,
    summary: 'The report as data, in the form `jinji.report/1`; the export is recorded',
    response: ReportDocument,
    handle: ({ tenant, params }) => exportJson(tenant, params.applicationId ?? ''),
  }),
  route({
    method: 'get',
    path: `${path}.html`,
    permission: 'report.read',
    tag,
    summary: 'The report as one HTML file that asks nothing of any server; the export is recorded',
    query: Type.Object({ lang: Lang, zone: Type.Optional(Type.String({ maxLength: 64 })) }, closed),
    response: 'stream',
    async handle({ tenant, params, query, locale, services }) {
      const wanted = localeOf(query.lang, locale);
      const zone = assertZone(query.zone ?? defaultZone);
      const text = await exportHtml(tenant, params.applicationId ?? '', {
        locale: wanted,
        zone,
        words: words[wanted],
      });
      return new Response(text, {
        headers: {
          ...securityHeaders('file', isSecure(services.publicUrl)),
          'content-type': 'text/html; charset=utf-8',
          'content-disposition': `attachment; filename="report-${params.applicationId}.html"`,
          'cache-control': 'no-store',
        },
      });
    },
  }),
  route({
    method: 'get',
    path: `${path}/chart.svg`,
    permission: 'report.read',
    tag,
    summary: 'The dimension scores as a picture',
    query: Type.Object(
      {
        lang: Lang,
        theme: Type.Optional(Literals(['light', 'dark'] as const)),
        /** Number of the report, so that a new one is a new address. */
        report: Type.Optional(Type.String({ maxLength: 64 })),
      },
      closed,
    ),
    response: 'stream',
    async handle({ tenant, params, query, locale, services }) {
      const subject = await loadShownReport(tenant, params.applicationId ?? '');
      const document = makeDocument(subject, nowOf(services));
      const lang = localeOf(query.lang, locale) === 'zh-CN' ? 'zh' : 'en';
      const look = { lang, theme: query.theme ?? 'light', ...chartLabels[lang] } as const;
      const svg = await services.charts.dimensionChart(chartOf(document, look));
      return new Response(svg, {
        headers: {
          ...securityHeaders('file', isSecure(services.publicUrl)),
          'content-type': 'image/svg+xml; charset=utf-8',
          'cache-control': 'private, no-store',
        },
      });
    },
  }),
];

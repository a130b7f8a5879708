import { formatDateTime } from '../../i18n/date-time.ts';
import { createFormatter } from '../../i18n/format.ts';
import type { Locale } from '../../i18n/locale.ts';
import type { Messages } from '../../i18n/message.ts';
import type { reports } from '../../i18n/zh-cn/reports.ts';
import type { DimensionRow, ReportDocument } from '../report-document.ts';
import { experienceKey, inEmphasis, modeKey, supportsKey, whySource } from '../report-words.ts';
import { answersSection } from './answers-html.ts';
import { html, Markup } from './markup.ts';
import { reportStyle } from './report-style.ts';
import {
  decisionSection,
  mustHaveSection,
  pointsSection,
  ratingsSection,
  strengthsSection,
} from './sections-html.ts';
import type { Sheet } from './sheet.ts';

export interface ReportHtmlOptions {
  readonly locale: Locale;
  /** IANA zone of the times. */
  readonly zone: string;
  /** The area `reports` in the language of `locale`. */
  readonly words: Messages;
  /** SVG of the dimension scores, made by the server. */
  readonly chart: string | null;
}

function facts({ document, t, time }: Sheet): Markup {
  const { interview, job, result } = document;
  return html`<dl class="facts">
<div><dt>${t('reports.version', { number: job.versionNumber })}</dt><dd>${job.title}</dd></div>
<div><dt>${t('reports.experience')}</dt><dd>${t(experienceKey(interview.experience))}</dd></div>
${interview.submittedAt && html`<div><dt>${t('reports.handed_in')}</dt><dd>${time(interview.submittedAt)}</dd></div>`}
<div><dt>${t('reports.produced')}</dt><dd>${time(document.producedAt)}</dd></div>
${(result?.scorers ?? []).map(
  ({ kind, version, model, calibration }) =>
    html`<div><dt>${t(`reports.scorer_${kind}`)}</dt><dd>${t('reports.scorer_version', { version })}${model && ` · ${model}`}${calibration && ` · ${t('reports.calibrated', { version: calibration })}`}</dd></div>`,
)}
</dl><p class="muted">${t(modeKey(document))}</p>`;
}

function suggestionSection({ document, t }: Sheet): Markup {
  const { result, job } = document;
  if (!result)
    return html`<section><h2>${t('reports.suggestion')}</h2><p>${t('reports.suggest_none')}</p></section>`;
  const cut = result.reason === 'below_cut' ? job.cutLo : job.cutHi;
  return html`<section class="suggestion ${result.suggestion}"><h2>${t('reports.suggestion')}</h2>
<p class="big">${t(`reports.suggest_${result.suggestion}`)}${
    result.score10 !== null && html` <span class="score">${result.score10}</span>`
  }${
    result.band10 &&
    html` <span class="muted">${t('reports.band', { lo: result.band10[0], hi: result.band10[1] })} · ${t('reports.out_of_ten')}</span>`
  }</p>
<p>${
    result.reason === 'above_cut' || result.reason === 'below_cut'
      ? t(`reports.reason_${result.reason}`, { cut })
      : t(`reports.reason_${result.reason}`)
  }</p>
<p class="muted">${t('reports.coverage', { percent: Math.round(result.coverage * 100) })} · ${t('reports.human_decides')}</p></section>`;
}

const levelText = ({ t }: Sheet, { level, state }: DimensionRow): Markup => {
  const words = t(state ? `reports.state_${state}` : 'reports.state_none');
  if (level === null) return html`${words}`;
  return html`${t('reports.level_n', { level })}${state !== 'scored' && html`<br>${words}`}`;
};

const scoreText = (row: DimensionRow): string =>
  row.score10 === null ? '–' : `${row.score10} (${row.band10?.[0] ?? ''}–${row.band10?.[1] ?? ''})`;

/** What only shows over all answers together, with words from several of them. */
function across({ document, t, lang }: Sheet, row: DimensionRow): Markup | null {
  if (!row.across) return null;
  const number = (id: string) => document.questions.findIndex((question) => question.id === id) + 1;
  return html`<p><strong>${t('reports.across')}</strong>: ${row.across.why?.[lang]}</p><ul>${row.across.quotes.map(
    (one) =>
      html`<li>${t('reports.question_n', { number: number(one.questionId) })} · ${t(supportsKey(one.supports))}: “${one.quote}”</li>`,
  )}</ul>`;
}

/** The candidate's own words and why the level is not one higher. */
function grounds({ document, t, lang }: Sheet, row: DimensionRow): Markup {
  const source = whySource(document, row);
  const why = row.why?.[lang];
  return html`${row.quote && html`“${row.quote.quote}”<br>`}${
    why && html`<span class="muted">${source ? t(source.key, { number: source.number, why }) : why}</span>`
  }`;
}

function dimensionsSection(sheet: Sheet, chart: string | null): Markup {
  const { document, t, lang } = sheet;
  const rows = inEmphasis(document);
  return html`<section><h2>${t('reports.dimensions')}</h2>
${rows.some((row) => whySource(document, row)?.key === 'reports.why_question') && html`<p class="muted">${t('reports.why_mean')}</p>`}
${chart && html`<figure aria-hidden="true">${new Markup(chart)}</figure>`}
<table><thead><tr><th>${t('reports.dimension')}</th><th>${t('reports.weight')}</th><th>${t('reports.level')}</th><th>${t('reports.dimension_score')}</th><th>${t('reports.evidence')} · ${t('reports.why')}</th></tr></thead><tbody>
${rows.map(
  (row) =>
    html`<tr><th scope="row">${row.name[lang]}${row.redLine && html`<br><small>${t('reports.red_line')}</small>`}</th><td class="short">${row.weight}%</td><td class="short">${levelText(sheet, row)}</td><td class="short">${scoreText(row)}</td><td>${grounds(sheet, row)}${across(sheet, row)}</td></tr>`,
)}
</tbody></table></section>`;
}

/** The sections in the order of the job's layout; suggestion, decision and limits cannot be left out. */
function sections(sheet: Sheet, chart: string | null): Markup[] {
  const { document, t, lang } = sheet;
  const made = {
    suggestion: () => suggestionSection(sheet),
    dimensions: () => dimensionsSection(sheet, chart),
    points_to_verify: () => pointsSection(sheet),
    must_have: () => mustHaveSection(sheet),
    answers: () => answersSection(sheet),
    strengths: () => strengthsSection(sheet),
    human_ratings: () => ratingsSection(sheet),
    decision: () => decisionSection(sheet),
    limits: () =>
      html`<section class="limits"><h2>${t('reports.limits')}</h2><p>${document.limits[lang]}</p></section>`,
  };
  const wanted = document.layout.sections;
  const forced = (['suggestion', 'decision', 'limits'] as const).filter((id) => !wanted.includes(id));
  return [...wanted, ...forced].map((id) => made[id]());
}

/**
 * The report as one HTML file that asks nothing of any server: style and chart inside, no script. What candidates
 * wrote is text and never markup. The label of machine-made content stands in the page and in its metadata.
 */
export function reportHtml(document: ReportDocument, options: ReportHtmlOptions): string {
  const lang = options.locale === 'zh-CN' ? 'zh' : 'en';
  const t = createFormatter<typeof reports>(options.locale, options.words);
  const sheet: Sheet = {
    document,
    t,
    lang,
    time: (iso) => formatDateTime(iso, { locale: options.locale, zone: options.zone }),
    nameOf: (code) => document.dimensions.find((row) => row.code === code)?.name[lang] ?? code,
  };
  const title = t('reports.report_title', { job: document.job.title });
  const label = JSON.stringify({
    Label: '1',
    ContentProducer: 'jinji',
    ProduceID: document.result?.reportId ?? document.interview.id,
  });
  return html`<!doctype html>
<html lang="${options.locale}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex"><meta name="AIGC" content="${label}"><title>${title} · ${document.candidate.name ?? t('reports.no_name')}</title><style>${new Markup(reportStyle)}</style></head>
<body><header><p class="label">${document.aiLabel[lang]}</p><h1>${document.candidate.name ?? t('reports.no_name')}</h1><p>${title}</p>${facts(sheet)}</header>
<main>${sections(sheet, options.chart)}</main>
<footer><p class="label">${document.aiLabel[lang]}</p></footer></body></html>
`.text;
}

import { gapsOf, inEmphasis, strengthsOf } from '../report-words.ts';
import { clauseAround } from '../whole-clauses.ts';
import { html, type Markup } from './markup.ts';
import type { Sheet } from './sheet.ts';

/** Points to verify with the quote, the reason and a neutral question. */
export function pointsSection({ document, t, lang }: Sheet): Markup {
  const { pointsToVerify } = document;
  const spoken = document.interview.lang;
  return html`<section><h2>${t('reports.points')}</h2><p class="muted">${t('reports.points_help')}</p>
${pointsToVerify.length === 0 && html`<p>${t('reports.points_none')}</p>`}
${pointsToVerify.map((point) => {
  const { dismissal } = point;
  const at = document.questions.findIndex(({ id }) => id === point.questionId);
  const turn = document.questions[at]?.turns.find(({ answerId }) => answerId === point.turnId);
  const quote = point.quote && turn ? clauseAround(turn.text, point.quote) : point.quote;
  const words = html`<strong>${t(`reports.flag_${point.kind}`)}</strong>${at >= 0 && html` · ${t('reports.question_n', { number: at + 1 })}`}${quote && html` · “${quote}”`}`;
  return html`<article><p>${dismissal ? html`<del>${words}</del>` : words}</p><p>${point.reason[lang]}</p><p>${t('reports.ask_next')}: ${point.ask[lang]}${spoken !== lang && html`<br><span lang="${spoken}">${point.ask[spoken]}</span>`}</p>${
    dismissal &&
    html`<p class="muted">${t('reports.dismissed_by', { name: dismissal.by ?? '–', reason: dismissal.reason })}</p>`
  }</article>`;
})}</section>`;
}

/** Facts beside the scores. */
export function mustHaveSection({ document, t, lang }: Sheet): Markup {
  if (document.mustHave.length === 0) return html``;
  return html`<section><h2>${t('reports.must_have')}</h2><ul>${document.mustHave.map(
    (fact) =>
      html`<li>${fact.label[lang]} (${t(`reports.fact_${fact.strength}`)}): <strong>${t(`reports.fact_${fact.result}`)}</strong>${fact.quote && html` · “${fact.quote}”`}</li>`,
  )}</ul></section>`;
}

/** What carries and what lacks, with the anchor one level up. */
export function strengthsSection({ document, t, lang }: Sheet): Markup {
  const rows = inEmphasis(document);
  const strong = strengthsOf(rows);
  const gaps = gapsOf(rows);
  return html`<section><h2>${t('reports.strengths')}</h2><h3>${t('reports.strong')}</h3>${
    strong.length === 0
      ? html`<p class="muted">${t('reports.strong_none')}</p>`
      : html`<ul>${strong.map((row) => html`<li><strong>${row.name[lang]}</strong> · ${t('reports.level_n', { level: row.level ?? 1 })}<br><span class="muted">${t('reports.this_anchor', { anchor: row.anchors[(row.level ?? 1) - 1]?.[lang] ?? '' })}</span></li>`)}</ul>`
  }<h3>${t('reports.gaps')}</h3>${
    gaps.length === 0
      ? html`<p class="muted">${t('reports.gaps_none')}</p>`
      : html`<ul>${gaps.map((row) => html`<li><strong>${row.name[lang]}</strong> · ${t('reports.level_n', { level: row.level ?? 1 })}<br><span class="muted">${t('reports.next_anchor', { anchor: row.anchors[row.level ?? 0]?.[lang] ?? '' })}</span></li>`)}</ul>`
  }</section>`;
}

/** People's ratings, those that were replaced marked as such. */
export function ratingsSection({ document, t, nameOf, time }: Sheet): Markup {
  const { ratings } = document;
  return html`<section><h2>${t('reports.ratings')}</h2>${
    ratings.length === 0 && html`<p class="muted">${t('reports.ratings_none')}</p>`
  }${ratings.map(
    (rating) =>
      html`<article><p><strong>${t('reports.rated_by', { name: rating.by.name ?? '–' })}</strong> <span class="muted">${time(rating.at)}${rating.blind && ` · ${t('reports.rated_blind')}`}${!rating.counts && ` · ${t('reports.rated_replaced')}`}</span></p><ul>${rating.items.map(
        (item) =>
          html`<li>${nameOf(item.dimension)}: ${item.score ?? t('reports.cannot_tell')}${item.note && html` · ${item.note}`}</li>`,
      )}</ul></article>`,
  )}</section>`;
}

/** Decisions with names and reasons; before one, who has to decide. */
export function decisionSection({ document, t, time }: Sheet): Markup {
  return html`<section><h2>${t('reports.decision')}</h2>${
    document.decisions.length === 0
      ? html`<p class="muted">${t('reports.human_decides')}</p>`
      : html`<ul>${document.decisions.map(
          (one) =>
            html`<li>${t('reports.decided_by', { name: one.by.name ?? '–', outcome: t(`reports.outcome_${one.outcome}`) })} · ${t(`reports.reason_${one.reasonCode}`)}${one.note && html` · ${one.note}`} <span class="muted">${time(one.at)}</span></li>`,
        )}</ul>`
  }</section>`;
}

import type { QuestionRow } from '../report-document.ts';
import { stretches, supportsKey } from '../report-words.ts';
import { html, type Markup } from './markup.ts';
import type { Sheet } from './sheet.ts';

type Turn = QuestionRow['turns'][number];

/** The words of a turn with its evidence marked and named; a note number ties each mark to the list below. */
function marked(text: string, evidence: QuestionRow['evidence'], numbers: ReadonlyMap<unknown, number>) {
  return stretches(text, evidence).map((part) =>
    part.evidence.length === 0
      ? html`${part.text}`
      : html`<mark>${part.text}<sup>${[...new Set(part.evidence.map((e) => numbers.get(e) ?? 0))].join(',')}</sup></mark>`,
  );
}

function turn({ t }: Sheet, one: Turn, question: QuestionRow, numbers: ReadonlyMap<unknown, number>): Markup {
  const evidence = question.evidence.filter(({ turnId }) => turnId === one.answerId);
  const words = one.skipped
    ? html`<em>${t('reports.was_skipped')}</em>`
    : one.text.trim() === ''
      ? html`<em>${t('reports.no_text')}</em>`
      : marked(one.text, evidence, numbers);
  const corrected =
    one.textSource === 'transcript' && one.originalText !== null && one.originalText !== one.text;
  const source = corrected ? 'corrected' : one.textSource;
  return html`${one.probe && html`<p class="muted">${t('reports.follow_up', { text: one.probe })}</p>`}
<blockquote>${words}</blockquote>${!one.skipped && html`<p class="muted">${t(`reports.source_${source}`)}</p>`}`;
}

function question(sheet: Sheet, one: QuestionRow, index: number): Markup {
  const { t, lang, nameOf } = sheet;
  const numbers = new Map<unknown, number>(one.evidence.map((e, i) => [e, i + 1]));
  return html`<article><h3>${t('reports.question_n', { number: index + 1 })} · ${one.dimensions.map(nameOf).join(' / ')}</h3>
<p>${one.text[lang]}</p>
${one.turns.length === 0 && html`<p class="muted">${t('reports.state_not_asked')}</p>`}
${one.turns.map((row) => turn(sheet, row, one, numbers))}
${
  one.evidence.length > 0 &&
  html`<p class="muted">${t('reports.evidence')}</p><ol>${one.evidence.map(
    (e) => html`<li>${nameOf(e.dimension)} · ${t(supportsKey(e.supports))}: ${e.quote}</li>`,
  )}</ol>`
}
${one.missing.length > 0 && html`<p>${t('reports.missing')}: ${one.missing.map((m) => t(`reports.missing_${m}`)).join(lang === 'zh' ? '、' : ', ')}</p>`}
${one.whyNotHigher.map((why) => html`<p>${nameOf(why.dimension)} · ${t('reports.why')}: ${why.text}</p>`)}
</article>`;
}

/** Every question with the transcript, its evidence, what was missing and why the level is not one higher. */
export const answersSection = (sheet: Sheet): Markup =>
  html`<section><h2>${sheet.t('reports.answers')}</h2>${sheet.document.questions.map((one, i) => question(sheet, one, i))}</section>`;

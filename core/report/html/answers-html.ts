import type { QuestionRow } from '../report-document.ts';
import { groupEvidence, markedStretches } from '../report-words.ts';
import { readable } from '../whole-clauses.ts';
import { html, type Markup } from './markup.ts';
import type { Sheet } from './sheet.ts';

type Turn = QuestionRow['turns'][number];

/** Letters that tie a mark to its dimension. */
const letter = (question: QuestionRow, dimension: string): string =>
  String.fromCharCode(65 + Math.max(0, question.dimensions.indexOf(dimension)));

/** The words of a turn with its evidence marked; a letter at each mark names the dimension it speaks for. */
function marked(text: string, evidence: QuestionRow['evidence'], question: QuestionRow) {
  return markedStretches(text, evidence).map((part) => {
    if (part.evidence.length === 0) return html`${part.text}`;
    const letters = [...new Set(part.evidence.map((e) => letter(question, e.dimension)))].sort();
    return html`<mark>${part.text}<sup>${letters.join('')}</sup></mark>`;
  });
}

function turn({ t }: Sheet, one: Turn, question: QuestionRow): Markup {
  const evidence = question.evidence.filter(({ turnId }) => turnId === one.answerId);
  const words = one.skipped
    ? html`<em>${t('reports.was_skipped')}</em>`
    : one.text.trim() === ''
      ? html`<em>${t('reports.no_text')}</em>`
      : marked(one.text, evidence, question);
  const corrected =
    one.textSource === 'transcript' && one.originalText !== null && one.originalText !== one.text;
  const source = corrected ? 'corrected' : one.textSource;
  return html`${one.probe && html`<p class="muted">${t('reports.follow_up', { text: one.probe })}</p>`}
<blockquote>${words}</blockquote>${!one.skipped && html`<p class="muted">${t(`reports.source_${source}`)}</p>`}`;
}

function question(sheet: Sheet, one: QuestionRow, index: number): Markup {
  const { t, lang, nameOf } = sheet;
  return html`<article><h3>${t('reports.question_n', { number: index + 1 })} · ${one.dimensions.map(nameOf).join(' / ')}</h3>
<p>${one.text[lang]}</p>
${one.turns.length === 0 && html`<p class="muted">${t('reports.state_not_asked')}</p>`}
${one.turns.map((row) => turn(sheet, row, one))}
${groupEvidence(one).map(
  ({ dimension, kinds }) =>
    html`<p><strong>${letter(one, dimension)} · ${nameOf(dimension)}</strong> ${t('reports.evidence')}: ${kinds.map(
      ({ key, items }) => html`<br>${t(key)}: ${items.map(({ quote }) => `“${quote}”`).join(' ')}`,
    )}</p>`,
)}
${one.state === 'answered' && one.missing.length > 0 && html`<p>${t('reports.missing')}: ${one.missing.map((m) => t(`reports.missing_${m}`)).join(lang === 'zh' ? '、' : ', ')}</p>`}
${one.state === 'answered' && one.whyNotHigher.map((why) => html`<p>${nameOf(why.dimension)} · ${why.text[lang]}</p>`)}
</article>`;
}

/** Every question with the transcript, its evidence, what was missing and why the level is not one higher. */
export const answersSection = (sheet: Sheet): Markup =>
  html`<section><h2>${sheet.t('reports.answers')}</h2>${sheet.document.questions.map((one, i) => question(sheet, readable(one), i))}</section>`;

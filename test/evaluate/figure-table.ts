import { type AuthorAgreement, biasNote } from './author-agreement.ts';
import type { BlindCheck } from './blind-check.ts';
import type { GoldenAgreement } from './golden-agreement.ts';
import type { Measured } from './measure.ts';
import type { StabilityRow } from './stability.ts';

/** One line of the printed table. */
export interface FigureLine {
  readonly figure: string;
  readonly value: string;
  readonly reach: string;
  /** Null where nothing is asked for. */
  readonly held: boolean | null;
  readonly note: string;
}

const two = (value: number): string => value.toFixed(3);
const percent = (value: number): string => `${(value * 100).toFixed(1)} %`;

const agreementLines = (name: string, a: GoldenAgreement, isAsked: boolean): FigureLine[] => {
  const worst = Object.entries(a.byQuestion).sort((x, y) => x[1] - y[1])[0];
  const asked = (held: boolean) => (isAsked ? held : null);
  return [
    {
      figure: `${name}: QWK`,
      value: two(a.qwk),
      reach: '≥ .80',
      held: asked(a.qwk >= 0.8),
      note: `${a.answers} answers`,
    },
    {
      figure: `${name}: exact`,
      value: percent(a.exact),
      reach: '≥ 65 %',
      held: asked(a.exact >= 0.65),
      note: '',
    },
    {
      figure: `${name}: adjacent`,
      value: percent(a.adjacent),
      reach: '≥ 97 %',
      held: asked(a.adjacent >= 0.97),
      note: '',
    },
    {
      figure: `${name}: coverage`,
      value: percent(a.coverage),
      reach: '≥ 97 %',
      held: asked(a.coverage >= 0.97),
      note: '',
    },
    {
      figure: `${name}: lowest QWK of a question`,
      value: two(worst?.[1] ?? 1),
      reach: '≥ .40',
      held: asked((worst?.[1] ?? 1) >= 0.4),
      note: worst?.[0].slice(0, 60) ?? '',
    },
    {
      figure: `${name}: r(score, words)`,
      value: two(a.lengthCorrelation),
      reach: '≤ .50',
      held: asked(a.lengthCorrelation <= 0.5),
      note: '',
    },
  ];
};

const stabilityLine = (row: StabilityRow): FigureLine => ({
  figure: row.name,
  value: row.cases === 0 ? 'no case' : `mean ${two(row.mean)}, worst ${two(row.worst)}`,
  reach: row.limit,
  held: row.held,
  note: `${row.cases} answers${row.beyond.length === 0 ? '' : `, ${row.beyond.length} beyond: ${row.beyond.slice(0, 4).join(', ')}`}`,
});

const dataLines = (found: Measured): FigureLine[] => {
  const lines: FigureLine[] = [];
  const short = found.shortAnswers;
  if (short !== null) {
    const { ads, le } = short;
    lines.push(
      {
        figure: 'sas-zh ADS: mean Pearson inside a question',
        value: two(ads.mean),
        reach: '≥ .55',
        held: ads.mean >= 0.55,
        note: `${ads.answers} answers, nothing fitted to them`,
      },
      {
        figure: 'sas-zh LE: Spearman',
        value: two(le.spearman),
        reach: '≥ .70',
        held: le.spearman >= 0.7,
        note: `${le.answers} answers, nothing fitted to them`,
      },
    );
  }
  for (const row of found.similarity ?? []) {
    const isAsked = row.file.startsWith('STS-B.valid');
    lines.push({
      figure: `sts-zh ${row.file}: Spearman × 100`,
      value: row.spearman.toFixed(1),
      reach: isAsked ? '≥ 64' : 'reported',
      held: isAsked ? row.spearman >= 64 : null,
      note: `${row.pairs} pairs`,
    });
  }
  for (const [field, f1] of Object.entries(found.resumes?.f1 ?? {}))
    lines.push({
      figure: `résumés: F1 ${field}`,
      value: two(f1),
      reach: 'reported',
      held: null,
      note: `${found.resumes?.files ?? 0} files`,
    });
  return lines;
};

/** Floors of what is asked for over all authors that were left out in turn. */
const LEAST_QWK = 0.8;

const authorLines = (authors: readonly AuthorAgreement[]): FigureLine[] =>
  authors.map((found, i) => {
    const isAll = i === authors.length - 1;
    return {
      figure: `author left out, ${found.author}: QWK`,
      value: two(found.qwk),
      reach: isAll ? '≥ .80' : 'reported',
      held: isAll ? found.qwk >= LEAST_QWK : null,
      note: `${found.answers} answers, exact ${percent(found.exact)}, adjacent ${percent(found.adjacent)}; mean score less rating: ${biasNote(found)}`,
    };
  });

const blindLines = (blind: BlindCheck): FigureLine[] => {
  const stories = blind.answers.filter((answer) => answer.isOffTopic);
  const worst = Math.max(...stories.map((story) => story.score));
  return [
    {
      figure: 'blind check by the developers: QWK',
      value: two(blind.qwk),
      reach: 'reported',
      held: null,
      note: `${blind.answers.length} answers, exact ${percent(blind.exact)}, adjacent ${percent(blind.adjacent)}`,
    },
    {
      figure: 'blind check: stories about something else, worst',
      value: two(worst),
      reach: 'reported',
      held: null,
      note: `${stories.length} stories`,
    },
  ];
};

/** All figures with what they should reach. */
export const figureLines = (found: Measured): FigureLine[] => [
  ...agreementLines('golden-dev', found.golden, true),
  ...agreementLines('held out by question', found.heldOut.question, true),
  ...agreementLines('held out by dimension', found.heldOut.dimension, true),
  ...agreementLines('held out by author', found.heldOut.author, false),
  ...authorLines(found.authors),
  ...blindLines(found.blind),
  {
    figure: 'own dimensions, held out: Spearman',
    value: two(found.custom.spearman),
    reach: '≥ .70',
    held: found.custom.spearman >= 0.7,
    note: `mean inside a question ${two(found.custom.meanByQuestion)}, lowest ${two(found.custom.worstQuestion)}`,
  },
  ...dataLines(found),
  {
    figure: 'composite falls when a dimension rises',
    value: String(found.monotonicity.drops),
    reach: '0',
    held: found.monotonicity.drops === 0,
    note: `${found.monotonicity.steps} steps`,
  },
  ...found.stability.map(stabilityLine),
];

/** The table as text, one figure a line. */
export const printTable = (lines: readonly FigureLine[]): string => {
  const width = (pick: (line: FigureLine) => string) => Math.max(...lines.map((line) => pick(line).length));
  const [a, b, c] = [width((l) => l.figure), width((l) => l.value), width((l) => l.reach)];
  return lines
    .map((line) => {
      const mark = line.held === null ? '    ' : line.held ? 'ok  ' : 'FAIL';
      return `${mark} ${line.figure.padEnd(a)}  ${line.value.padEnd(b)}  ${line.reach.padEnd(c)}  ${line.note}`.trimEnd();
    })
    .join('\n');
};

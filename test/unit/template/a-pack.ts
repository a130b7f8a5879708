import { readdirSync, readFileSync } from 'node:fs';
import { loadDimension, loadQuestionBank } from '#core/template/load-template.ts';
import type { IndustryPack } from '#core/template/schemas/industry-pack.ts';
import type { Question } from '#core/template/schemas/question.ts';
import type { TemplateLibrary } from '#core/template/template-library.ts';

const text = (zh: string, en: string) => ({ zh, en });

/** A question of an imaginary flower shop with one thing changed. */
export function aQuestion(change: Partial<Question> = {}): Question {
  return {
    id: 'wilted-bouquet',
    type: 'situational',
    dimensions: ['SERV'],
    difficulty: 'basic',
    bands: ['graduate', '1-3'],
    text: text(
      '顾客说花第二天就蔫了，您会怎么做？',
      'A customer says the flowers wilted the next day. What would you do?',
    ),
    asks: [text('先怎么说', 'What you say first')],
    keys: [
      { text: text('先道歉', 'apologise first') },
      { text: text('补送一束', 'send a new bouquet') },
      { text: text('查鲜花来源', 'check the supplier') },
    ],
    probes: [{ missing: 'R', text: text('最后怎样？', 'How did it end?') }],
    ...change,
  };
}

/** A valid pack with one thing changed. */
export function aPack(change: Partial<IndustryPack> = {}): IndustryPack {
  return {
    formatVersion: 1,
    id: 'flower-shop',
    version: 1,
    name: text('鲜花店', 'Flower shop'),
    summary: text('花店常见岗位。', 'Usual posts of a flower shop.'),
    rubric: [
      {
        dimension: 'SERV',
        weight: 50,
        jobRelatedness: text('每束花都要当面交给顾客。', 'Every bouquet is handed over in person.'),
      },
      {
        dimension: 'TEAM',
        weight: 30,
        jobRelatedness: text('节前要几个人一起包花。', 'Before holidays several people wrap together.'),
      },
      {
        dimension: 'QUAL',
        weight: 20,
        jobRelatedness: text('花材保鲜靠每天检查。', 'Fresh flowers need daily checks.'),
      },
    ],
    jobs: [
      {
        id: 'florist',
        title: text('花艺师', 'Florist'),
        tasks: [
          text('接待顾客，问清用途', 'Serve customers and ask for the occasion'),
          text('修剪、搭配、包装花束', 'Trim, arrange and wrap'),
          text('每天换水，检查花材', 'Change water and check flowers daily'),
        ],
        questions: ['wilted-bouquet', 'valentine-rush', 'cold-room-check'],
      },
    ],
    questions: [
      aQuestion(),
      aQuestion({ id: 'valentine-rush', dimensions: ['TEAM'] }),
      aQuestion({ id: 'cold-room-check', dimensions: ['QUAL'] }),
      aQuestion({ id: 'late-delivery' }),
      aQuestion({ id: 'wrong-card' }),
      aQuestion({ id: 'new-colleague', dimensions: ['TEAM'] }),
      aQuestion({ id: 'broken-vase', dimensions: ['QUAL'] }),
      aQuestion({ id: 'regular-customer' }),
    ],
    mustHave: [
      {
        id: 'arrival-date',
        kind: 'arrival_date',
        label: text('最早到岗日期', 'Earliest start date'),
        ask: text('您最早哪天可以到岗？', 'When can you start?'),
        reason: text('节前排班按到岗日安排。', 'Rosters before holidays follow the start date.'),
        evidence: [],
        strength: 'required',
      },
    ],
    fields: [{ id: 'store-count', label: text('门店数量', 'Number of shops'), kind: 'number', on: 'job' }],
    flow: ['screening', 'interview', 'offer'],
    reportLayout: {
      sections: ['suggestion', 'dimensions', 'decision', 'limits'],
      emphasis: ['SERV'],
      chart: 'bar',
    },
    ...change,
  };
}

/** An installation with the dimensions that `aPack` uses. */
export const flowerLibrary: TemplateLibrary = {
  dimensions: new Map([
    ['SERV', 1],
    ['TEAM', 1],
    ['QUAL', 1],
  ]),
  bankQuestions: new Map([['QUAL/spot-a-fault', aQuestion({ id: 'spot-a-fault', dimensions: ['QUAL'] })]]),
};

/** The 24 codes of the built-in dictionary (assessment §3). */
export const builtInCodes =
  'COM LIS TEAM SERV INFL SELL RES PROB LOGIC LEARN INNO DATA EXEC PLAN QUAL SAFE RESP INTEG STRESS ADAPT LEAD MKT TECH MOTI'.split(
    ' ',
  );

/** What is shipped under `templates/`: the built-in codes, and the questions of the bank. */
export function shippedLibrary(): TemplateLibrary {
  const root = new URL('../../../templates/', import.meta.url);
  const read = (folder: string) =>
    readdirSync(new URL(`${folder}/`, root), { withFileTypes: true })
      .filter((entry) => entry.isFile() && entry.name.endsWith('.json'))
      .map((entry) => readFileSync(new URL(`${folder}/${entry.name}`, root), 'utf8'));
  const dimensions = new Map(builtInCodes.map((code) => [code, 1]));
  for (const file of read('dimensions')) {
    const loaded = loadDimension(file);
    if (loaded.ok) dimensions.set(loaded.value.code, loaded.value.version);
  }
  const bankQuestions = new Map<string, Question>();
  for (const file of read('questions')) {
    const loaded = loadQuestionBank(file);
    if (!loaded.ok) continue;
    for (const question of loaded.value.questions) {
      bankQuestions.set(`${loaded.value.dimension}/${question.id}`, question);
    }
  }
  return { dimensions, bankQuestions };
}

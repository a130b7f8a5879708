import type { CompanyProfile } from '../company/company-settings.ts';
import { AppError } from '../errors/app-error.ts';
import type { TemplateLibrary } from '../ports/template-library.ts';
import type { Dimension } from '../template/schemas/dimension.ts';
import type { IndustryPack } from '../template/schemas/industry-pack.ts';
import type { Question } from '../template/schemas/question.ts';
import { defaultInterview, defaultThresholds } from './defaults.ts';
import type { JobDefinition } from './job-definition.ts';

/** Finds a question by its id in the pack, or as `<CODE>/<id>` in the banks. */
function questionOf(pack: IndustryPack, library: TemplateLibrary, ref: string): Question | undefined {
  const own = pack.questions.find((question) => question.id === ref);
  if (own) return own;
  const [code, id] = ref.split('/');
  return library.questionBanks
    .find((bank) => bank.dimension === code)
    ?.questions.find((question) => question.id === id);
}

/** Usual questions of the pack that between them ask every dimension of its rubric, five at most. */
function coveringQuestions(pack: IndustryPack): Question[] {
  const chosen: Question[] = [];
  for (const { dimension } of pack.rubric) {
    if (chosen.length === 5) break;
    if (chosen.some((question) => question.dimensions[0] === dimension)) continue;
    const question = pack.questions.find((q) => q.dimensions[0] === dimension && !chosen.includes(q));
    if (question) chosen.push(question);
  }
  return chosen;
}

/**
 * A complete draft for a usual job of an industry: tasks, rubric with job relatedness, questions, must-have facts,
 * settings; `company` gives its defaults for new jobs. HR edits from here.
 * @throws AppError `NOT_FOUND` for an unknown pack or post.
 */
export function draftFromPack(
  library: TemplateLibrary,
  choice: {
    readonly industry: string;
    readonly template?: string | undefined;
    readonly title?: string | undefined;
  },
  lang: 'zh' | 'en',
  company: Pick<CompanyProfile, 'region' | 'humanRatesFirst'> = { region: 'cn', humanRatesFirst: false },
): JobDefinition {
  const pack = library.packs.find((p) => p.id === choice.industry);
  if (!pack) throw new AppError('NOT_FOUND', { details: { field: 'industry' } });
  const template = choice.template ? pack.jobs.find((job) => job.id === choice.template) : undefined;
  if (choice.template && !template) throw new AppError('NOT_FOUND', { details: { field: 'template' } });
  const dimensionOf = (code: string): Dimension => {
    const dimension = library.dimensions.find((d) => d.code === code);
    if (!dimension) throw new AppError('NOT_FOUND', { details: { field: `dimension ${code}` } });
    return dimension;
  };
  const questions = template
    ? template.questions.flatMap((ref) => questionOf(pack, library, ref) ?? [])
    : coveringQuestions(pack);
  return {
    title: choice.title?.trim() || (template ? template.title[lang] : pack.name[lang]),
    industry: pack.id,
    packVersion: pack.version,
    location: '',
    region: company.region,
    tasks: template ? template.tasks.map((task) => task[lang]) : [],
    rubric: pack.rubric.map((item) => ({
      dimension: dimensionOf(item.dimension),
      weight: item.weight,
      jobRelatedness: item.jobRelatedness[lang],
    })),
    questions,
    mustHave: pack.mustHave,
    screeningRules: [],
    thresholds: defaultThresholds,
    interview: { ...defaultInterview, humanRatesFirst: company.humanRatesFirst },
    reportLayout: pack.reportLayout,
    flow: pack.flow,
    fields: {},
  };
}

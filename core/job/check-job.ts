import { checkRegion } from './check-region.ts';
import { checkWording } from './check-wording.ts';
import type { JobDefinition } from './job-definition.ts';
import type { JobFinding } from './job-finding.ts';

const finding = (
  severity: JobFinding['severity'],
  code: string,
  path: string,
  zh: string,
  en: string,
): JobFinding => ({ code, severity, path, message: { zh, en } });

function checkRubric({ rubric }: JobDefinition): JobFinding[] {
  const found: JobFinding[] = [];
  if (rubric.length < 3) {
    found.push(
      finding('error', 'rubric.too_few', 'rubric', '至少选择 3 个评估维度', 'Choose at least 3 dimensions'),
    );
  }
  const sum = rubric.reduce((total, item) => total + item.weight, 0);
  if (rubric.length > 0 && sum !== 100) {
    found.push(
      finding(
        'error',
        'rubric.weights',
        'rubric',
        `权重合计是 ${sum}，需要等于 100`,
        `The weights add up to ${sum}, they must make 100`,
      ),
    );
  }
  const codes = rubric.map((item) => item.dimension.code);
  rubric.forEach((item, i) => {
    if (codes.indexOf(item.dimension.code) !== i) {
      found.push(
        finding(
          'error',
          'rubric.twice',
          `rubric.${i}`,
          `「${item.dimension.name.zh}」重复`,
          `“${item.dimension.name.en}” is in twice`,
        ),
      );
    }
    if (item.jobRelatedness.trim() === '') {
      found.push(
        finding(
          'error',
          'rubric.job_relatedness',
          `rubric.${i}.jobRelatedness`,
          `请写明「${item.dimension.name.zh}」与岗位工作的关系`,
          `Say why the job needs “${item.dimension.name.en}”`,
        ),
      );
    }
  });
  return found;
}

function checkQuestions({ questions, rubric }: JobDefinition): JobFinding[] {
  const found: JobFinding[] = [];
  if (questions.length < 3) {
    found.push(
      finding(
        'error',
        'questions.too_few',
        'questions',
        '至少需要 3 道题',
        'At least 3 questions are needed',
      ),
    );
  }
  const codes = new Set(rubric.map((item) => item.dimension.code));
  const asked = new Set(questions.flatMap((question) => question.dimensions));
  questions.forEach((question, i) => {
    const unknown = question.dimensions.find((code) => !codes.has(code));
    if (unknown && !question.dimensions.some((code) => codes.has(code))) {
      found.push(
        finding(
          'error',
          'questions.dimension',
          `questions.${i}`,
          `第 ${i + 1} 题考察的维度(${unknown})不在评估标准里`,
          `Question ${i + 1} asks for ${unknown}, which the rubric does not hold`,
        ),
      );
    }
    if (questions.findIndex((other) => other.id === question.id) !== i) {
      found.push(
        finding(
          'error',
          'questions.twice',
          `questions.${i}`,
          `第 ${i + 1} 题重复`,
          `Question ${i + 1} is in twice`,
        ),
      );
    }
  });
  const unasked = rubric.filter((item) => !asked.has(item.dimension.code));
  if (unasked.length > 0) {
    const weight = unasked.reduce((sum, item) => sum + item.weight, 0);
    const zh = unasked.map((item) => item.dimension.name.zh).join('、');
    const en = unasked.map((item) => item.dimension.name.en).join(', ');
    // Below 70 % of the weight no composite is formed, so no suggestion would ever come.
    const blocks = weight > 30;
    found.push(
      finding(
        blocks ? 'error' : 'warning',
        'questions.unasked',
        'questions',
        `没有题目考察：${zh}${blocks ? '。请补充题目或删除该维度' : '（权重不超过 30%，可以发布）'}`,
        `No question asks for: ${en}${blocks ? '. Add a question or remove the dimension' : ' (30% of the weight at most, publishing is possible)'}`,
      ),
    );
  }
  return found;
}

function checkSettings(job: JobDefinition): JobFinding[] {
  const found: JobFinding[] = [];
  if (job.title.trim() === '') {
    found.push(finding('error', 'title', 'title', '请填写职位名称', 'Enter the job title'));
  }
  if (job.tasks.length < 3) {
    found.push(
      finding('warning', 'tasks.few', 'tasks', '建议写出 3–8 项关键工作', 'List 3–8 critical tasks'),
    );
  }
  if (job.thresholds.cutLo > job.thresholds.cutHi) {
    found.push(
      finding(
        'error',
        'thresholds.order',
        'thresholds',
        '「建议不推进」的分数线不能高于「推荐」的分数线',
        'The lower cut must not be above the upper cut',
      ),
    );
  }
  job.screeningRules.forEach((rule, i) => {
    if (rule.strength === 'hard' && rule.reason.trim() === '') {
      found.push(
        finding(
          'error',
          'screening.reason',
          `screeningRules.${i}.reason`,
          `第 ${i + 1} 条必备条件需要写明原因`,
          `Required rule ${i + 1} needs a reason`,
        ),
      );
    }
  });
  return found;
}

/** Everything HR should mend before publishing; errors block it (assessment §1.1, R12). */
export const checkJob = (job: JobDefinition): readonly JobFinding[] => [
  ...checkSettings(job),
  ...checkRegion(job),
  ...checkRubric(job),
  ...checkQuestions(job),
  ...checkWording(job),
];

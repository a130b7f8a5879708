import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createApp } from '#adapters/http/app.ts';
import { createCompany } from '#core/company/company.ts';
import { runDueWork } from '#core/work/run-due-work.ts';
import { jsonLog } from '../log.ts';
import { type Installation, openInstallation } from '../open-installation.ts';
import { version } from '../version.ts';
import { bothLanguages, type Command, pathOf, readArguments, type Terminal, UsageError } from './command.ts';
import { ApiCaller, type Ask } from './demo/api-caller.ts';
import { readOwnPage, takeInterview } from './demo/candidate-side.ts';
import { decide, invite, openScreening, publishJob, releaseFeedback, uploadResume } from './demo/hiring.ts';
import { type Progress, showProgress } from './demo/progress.ts';
import {
  readSampleInterviews,
  type SampleCandidate,
  type SampleInterviews,
} from './demo/sample-interviews.ts';

/** Steps of the whole job: company, post; per candidate upload, screening, invitation; answers; scoring, decisions, feedback, reading it, files. */
const stepsOf = ({ candidates }: SampleInterviews): number =>
  2 + candidates.reduce((sum, { answers }) => sum + 3 + answers.length, 0) + 5;

/** What the demonstration goes through for one candidate. */
interface Course {
  readonly candidate: SampleCandidate;
  readonly resumeId: string;
  applicationId: string;
  meUrl: string;
}

/** The product in this process with an owner signed in to a fresh sample company. */
async function openCompany(
  installation: Installation,
): Promise<{ readonly ask: Ask; readonly hr: ApiCaller }> {
  const { services } = installation;
  const app = createApp({ services, assets: {}, version });
  const ask: Ask = async (path, init) => app.request(path, init);
  const { link } = await createCompany(services, {
    name: '示例公司 / sample company',
    ownerName: '示例管理员 / sample owner',
    sample: true,
    locale: 'zh-CN',
  });
  const hr = new ApiCaller(ask);
  await hr.post('/session', { token: link.url.split('/').at(-1) });
  return { ask, hr };
}

/** Does everything that waits in the jobs table, as the service's work loop does. */
const work = ({ services, handlers }: Installation) => runDueWork(services, handlers, { limit: 1000 });

async function applyAll(
  installation: Installation,
  hr: ApiCaller,
  samples: SampleInterviews,
  progress: Progress,
): Promise<Course[]> {
  const jobId = await publishJob(hr, samples.job);
  progress.step('职位已发布 / the post is published');
  const courses: Course[] = [];
  for (const candidate of samples.candidates) {
    const resumeId = await uploadResume(hr, jobId, candidate);
    courses.push({ candidate, resumeId, applicationId: '', meUrl: '' });
    progress.step(`已上传 / uploaded ${candidate.resume}`);
  }
  await work(installation);
  for (const course of courses) {
    const screened = await openScreening(hr, course.resumeId);
    course.applicationId = screened.applicationId;
    progress.step(`初筛 / screening: ${screened.name ?? '?'} ${screened.result ?? '–'}`);
  }
  return courses;
}

async function interviewAll(
  ask: Ask,
  hr: ApiCaller,
  courses: readonly Course[],
  progress: Progress,
): Promise<void> {
  for (const course of courses) {
    const link = await invite(hr, course.applicationId);
    progress.step(`已邀请 / invited ${course.candidate.resume}`);
    let answered = 0;
    course.meUrl = await takeInterview(ask, link, course.candidate, (questionId) => {
      const answer = course.candidate.answers.find((one) => one.questionId === questionId);
      if (!answer) return;
      answered += 1;
      progress.step(`回答 / answer ${answered}: ${answer.mode}`);
    });
  }
}

async function runDemo(
  installation: Installation,
  samples: SampleInterviews,
  out: string,
  progress: Progress,
) {
  const { ask, hr } = await openCompany(installation);
  progress.step('公司已创建 / the company is open');
  const courses = await applyAll(installation, hr, samples, progress);
  await interviewAll(ask, hr, courses, progress);
  await work(installation);
  progress.step('评分完成 / scored');
  const results = [];
  for (const { applicationId } of courses) {
    const { candidate, result } = await decide(hr, applicationId);
    const { suggestion = null, score10 = null, band10 = null } = result ?? {};
    results.push({ name: candidate.name, suggestion, score10, band10 });
  }
  progress.step('人工决定 / decided by a person');
  const [first] = courses;
  if (!first) throw new UsageError({ zh: 'samples/ 中没有候选人', en: 'samples/ has no candidate' });
  await releaseFeedback(hr, first.applicationId);
  progress.step('反馈已发送 / feedback released');
  if (!(await readOwnPage(ask, first.meUrl))) throw new Error('the feedback did not reach the candidate');
  progress.step('候选人已查看反馈 / the candidate has read the feedback');
  const files = { html: join(out, 'report.html'), json: join(out, 'report.json') };
  for (const [kind, path] of Object.entries(files)) {
    const answer = await hr.send('GET', `/applications/${first.applicationId}/report.${kind}`);
    await writeFile(path, Buffer.from(await answer.arrayBuffer()));
  }
  progress.step('报告已写出 / the report is written');
  return { ...files, candidates: results };
}

async function demo(out: string, terminal: Terminal): Promise<void> {
  const samples = await readSampleInterviews();
  await mkdir(out, { recursive: true });
  const dataDir = await mkdtemp(join(tmpdir(), 'jinji-demo-'));
  const progress = showProgress(terminal, stepsOf(samples));
  try {
    const config = {
      ...terminal.settings(),
      dataDir,
      database: { url: `file:${join(dataDir, 'jinji.db')}`, authToken: undefined },
    };
    const log = jsonLog('error', (line) => terminal.tell(line));
    const installation = await openInstallation(config, { ring: async () => undefined }, log);
    try {
      const done = await runDemo(installation, samples, out, progress);
      progress.end();
      await terminal.print(done);
      terminal.tell(
        bothLanguages({
          zh: `报告:${done.html} 和 ${done.json}`,
          en: `the report: ${done.html} and ${done.json}`,
        }),
      );
    } finally {
      await installation.close();
    }
  } finally {
    progress.end();
    await rm(dataDir, { recursive: true, force: true });
  }
}

/** `jinji demo`: the whole job on the shipped sample files, without a browser. */
export const command: Command = {
  usage: ['demo [--out FOLDER]'],
  help: {
    zh: [
      '不用浏览器，用自带的示例文件走完整个流程：职位 → 简历 → 初筛 → 邀请 → 文字、语音、视频面试 → 评分 → 报告 → 人工决定 → 反馈。',
      '在 FOLDER(默认 out/demo)写出 report.html 和 report.json；数据放在临时目录，结束后删除。',
      '示例录音旁的文字由作者输入；没有语音识别时不会出现任何自动转写。',
      '输出一行 {"html", "json", "candidates": [{"name", "suggestion", "score10", "band10"}]}。',
    ].join('\n'),
    en: [
      'Takes the shipped sample files through the whole job without a browser: post → résumés → screening → invitation → interview by text, voice and video → scores → report → decision by a person → feedback.',
      'Writes report.html and report.json to FOLDER (out/demo); its data lies in a temporary folder and is removed.',
      'The words beside the sample recordings were typed by their author; no transcript appears that no recogniser made.',
      'Answers with one line {"html", "json", "candidates": [{"name", "suggestion", "score10", "band10"}]}.',
    ].join('\n'),
  },
  async run(args, terminal) {
    const { values, positionals } = readArguments(args, { out: { type: 'string' } });
    if (positionals.length > 0) {
      throw new UsageError({ zh: '用法：demo [--out FOLDER]', en: 'usage: demo [--out FOLDER]' });
    }
    await demo(pathOf(terminal, values.out ?? 'out/demo'), terminal);
    return 0;
  },
};

import type { HttpClient } from './http-client.ts';

/** What a sample candidate says, one text a question; the last one serves any further question. */
export const fullAnswers: readonly string[] = [
  '去年国庆那天中午店里排了四十多桌,一位带老人的客人等了五十分钟还没上菜,当众发火。我负责那个区域,先蹲下来道歉,复述他的诉求,核对后厨发现单子漏打了两道菜。我马上请厨师长加急,给老人先送了一碗热汤,每五分钟回来告诉他进度,十二分钟后菜齐了。最后客人没有投诉,还在点评上写了好评;我和店长复盘后把漏单检查写进交接清单,当月漏单从十一单降到两单。',
  '今年三月新来的同事把生熟砧板混用,我看到后先请他停下,说明交叉污染的风险,再带他按标准流程重新清洗消毒,并把当批凉菜全部报废登记。事后我上报了店长,因为原来的标识已经磨掉了,我重新贴了颜色标签,还给六位同事做了十五分钟培训。之后两次卫生检查都是零扣分。',
  '大家一起努力,我们全方位赋能客户,各种问题都能闭环,我从来没有被投诉过。',
  '有一次晚班两个同事请假,只剩我和一个新人。我先和新人分工,他负责传菜,我负责点单和收银,因为高峰在七点,所以提前半小时把餐具和热水备好。结果那晚翻台三轮没有出错,第二天我把这个分工写成一页纸交给店长,后来缺人的时候都照着做。',
];

/** An application that was taken through an interview over the API. */
export interface Interviewed {
  readonly jobId: string;
  readonly applicationId: string;
  /** Token of the candidate's link. */
  readonly token: string;
}

export interface InterviewOptions {
  readonly jobId?: string;
  readonly name?: string;
  readonly answers?: readonly string[];
  readonly aiScoring?: boolean;
  /** Stop before handing in. */
  readonly open?: boolean;
}

const wait = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Asks until there is an answer, at most 20 s. @throws Error with what was waited for */
export async function until<T>(what: string, ask: () => Promise<T | null | undefined | false>): Promise<T> {
  for (let left = 200; left > 0; left -= 1) {
    const found = await ask();
    if (found) return found;
    await wait(100);
  }
  throw new Error(`waited in vain for ${what}`);
}

/** A published job of the catering pack; `change` edits its draft before. */
export async function publishedJob(
  staff: HttpClient,
  // biome-ignore lint/suspicious/noExplicitAny: a draft as the API answers it
  change: (draft: any) => void = () => undefined,
): Promise<string> {
  // biome-ignore lint/suspicious/noExplicitAny: a job as the API answers it
  const job: any = await staff.createJob('catering');
  change(job.draft);
  const saved = await staff.call('PUT', `/api/v1/jobs/${job.id}/draft`, {
    body: { revision: job.revision, draft: job.draft },
  });
  const made = await staff.post(`/api/v1/jobs/${job.id}/publish`, { revision: saved.body.revision });
  if (made.status !== 201) throw new Error(`publishing was answered by ${JSON.stringify(made.body)}`);
  return job.id;
}

async function applicant(staff: HttpClient, jobId: string, name: string): Promise<string> {
  const phone = `138${String([...name].reduce((sum, c) => (sum * 31 + c.charCodeAt(0)) % 1e8, 7)).padStart(8, '0')}`;
  const text = `${name}\n手机:${phone}\n\n工作经历\n2021.03-至今 江南小馆 服务员\n负责大堂服务与收银,持有健康证。\n\n教育经历\n2017.09-2020.06 南京旅游职业学院 酒店管理 大专\n`;
  const boundary = 'jinji-test-boundary';
  const body = `--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="resume.txt"\r\nContent-Type: text/plain\r\n\r\n${text}\r\n--${boundary}--\r\n`;
  const sent = await staff.call('POST', `/api/v1/jobs/${jobId}/resumes`, {
    body,
    headers: { 'content-type': `multipart/form-data; boundary=${boundary}` },
  });
  if (sent.status >= 300) throw new Error(`the résumé was answered by ${JSON.stringify(sent.body)}`);
  return until('the résumé', async () => {
    const found = await staff.get(`/api/v1/resumes/${sent.body.id}`);
    return found.body?.applicationId as string | null;
  });
}

/** Takes one applicant from a résumé to a handed-in interview and waits until it is scored or awaits a person. */
export async function interviewed(
  staff: HttpClient,
  candidate: (token: string) => HttpClient,
  options: InterviewOptions = {},
): Promise<Interviewed> {
  const { name = '林晓梅', answers = fullAnswers, aiScoring = true } = options;
  const jobId = options.jobId ?? (await publishedJob(staff));
  const applicationId = await applicant(staff, jobId, name);
  const invited = await staff.post(`/api/v1/applications/${applicationId}/invitation`, { lang: 'zh' });
  if (invited.status !== 201) throw new Error(`inviting was answered by ${JSON.stringify(invited.body)}`);
  const token = new URL(invited.body.url).pathname.split('/').at(-1) ?? '';
  const guest = candidate(token);
  const consented = await guest.post('/api/v1/interview/consents', {
    lang: 'zh',
    consents: { interview: true, ai_scoring: aiScoring },
    accommodations: { textOnly: false, extraTime: 1, noTimer: false, humanInterviewer: false },
  });
  if (consented.status !== 200)
    throw new Error(`consents were answered by ${JSON.stringify(consented.body)}`);
  let step = (await guest.post('/api/v1/interview/start', {})).body.step;
  while (step?.kind === 'question') {
    const text = step.turn === 0 ? (answers[step.index] ?? answers.at(-1) ?? '') : '';
    const stored = await guest.post('/api/v1/interview/answers', {
      questionId: step.questionId,
      turn: step.turn,
      attempt: 0,
      mode: 'text',
      text,
      recordingId: null,
      skipped: text === '',
      process: { typedChars: text.length, pastedChars: 0, focusLosses: 0, seconds: 60 },
    });
    if (stored.status !== 200) throw new Error(`an answer was answered by ${JSON.stringify(stored.body)}`);
    step = stored.body.step;
  }
  if (options.open) return { jobId, applicationId, token };
  await guest.post('/api/v1/interview/submit', {});
  await until('the score', async () => {
    const found = await staff.get(`/api/v1/applications/${applicationId}`);
    return found.body?.status === 'scored';
  });
  return { jobId, applicationId, token };
}

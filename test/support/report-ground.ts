import { createApp } from '#adapters/http/app.ts';
import type { Role } from '#core/access/permissions.ts';
import { inviteApplicant } from '#core/interview/invite.ts';
import type { InterviewSettings } from '#core/job/job-definition.ts';
import { nowOf, type TenantContext } from '#core/ports/services.ts';
import { stepAfter } from './candidate-steps.ts';
import { type HttpClient, httpClient } from './http-client.ts';
import { type InterviewGround, openInterviewGround } from './interview-ground.ts';

/** What a sample candidate says, one text a question. */
export const fullAnswers: readonly string[] = [
  '去年国庆那天中午店里排了四十多桌，一位带老人的客人等了五十分钟还没上菜，当众发火。我负责那个区域，先蹲下来道歉，复述他的诉求，核对后厨发现单子漏打了两道菜。我马上请厨师长加急，给老人先送了一碗热汤，每五分钟回来告诉他进度，十二分钟后菜齐了。最后客人没有投诉，还写了好评；我和店长复盘后把漏单检查写进交接清单，当月漏单从十一单降到两单。',
  '今年三月新来的同事把生熟砧板混用，我看到后先请他停下，说明交叉污染的风险，再带他按标准流程重新清洗消毒，并把当批凉菜全部报废登记。事后我上报了店长，我重新贴了颜色标签，还给六位同事做了十五分钟培训。之后两次卫生检查都是零扣分。',
  '大家一起努力，我们全方位赋能客户，各种问题都能闭环，我从来没有被投诉过。',
  '有一次晚班两个同事请假，只剩我和一个新人。我先和新人分工，他负责传菜，我负责点单和收银，因为高峰在七点，所以提前半小时把餐具和热水备好。结果那晚翻台三轮没有出错，第二天我把这个分工写成一页纸交给店长，后来缺人的时候都照着做。',
];

/** Answers that claim and tell nothing. */
export const thinAnswers: readonly string[] = [
  '我这个人服务意识很强，一直都很用心，对每一位顾客都全方位服务，大家都说我很好，我觉得服务行业最重要的就是态度。',
];

/** A staff member's way into the API. */
export interface StaffMember {
  readonly id: string;
  readonly client: HttpClient;
  readonly cookie: string;
}

/** An application whose interview was handed in. */
export interface HandedIn {
  readonly applicationId: string;
  readonly interviewId: string;
}

/** An installation with reports in it. */
export interface ReportGround {
  readonly ground: InterviewGround;
  staff(role: Role, name: string): Promise<StaffMember>;
  /** Invites, answers and hands in; scored unless the candidate refuses AI. */
  handedIn(options?: {
    readonly name?: string;
    readonly answers?: readonly string[];
    readonly aiScoring?: boolean;
    readonly interview?: Partial<InterviewSettings>;
    readonly questions?: number;
    /** Held on the same job version as this application. */
    readonly beside?: string;
  }): Promise<HandedIn>;
  close(): Promise<void>;
}

/** Gives consent, answers every question and every follow-up (the latter by skipping) and hands in. */
async function answerAll(guest: HttpClient, answers: readonly string[], aiScoring: boolean): Promise<void> {
  await guest.post('/api/v1/interview/consents', {
    lang: 'zh',
    consents: { interview: true, ai_scoring: aiScoring },
    accommodations: { textOnly: false, extraTime: 1, noTimer: false, humanInterviewer: false },
  });
  let { step } = (await guest.post('/api/v1/interview/start', {})).body;
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
    step = await stepAfter(guest, stored);
  }
  const submitted = await guest.post('/api/v1/interview/submit', {});
  if (submitted.status !== 200) throw new Error(`handing in was answered by ${submitted.status}`);
}

/** Another applicant for the job of an application. */
async function inviteBeside(owner: TenantContext, applicationId: string, name: string) {
  const { services, store } = owner;
  const first = await store.applications.get(applicationId);
  const candidate = first ? await store.candidates.get(first.candidateId) : null;
  if (!first || !candidate) throw new Error('no such application');
  const now = nowOf(services);
  const candidateId = services.ids.next('cnd');
  const id = services.ids.next('app');
  const fresh = {
    status: 'applied',
    score10: null,
    suggestion: null,
    createdAt: now,
    updatedAt: now,
  } as const;
  await store.commit([
    store.candidates.add({ ...candidate, id: candidateId, name }),
    store.applications.add({ ...first, ...fresh, id, candidateId }),
  ]);
  const { interview, link } = await inviteApplicant(owner, id, { lang: 'zh' });
  const token = new URL(link.url).pathname.split('/').at(-1) ?? '';
  return { token, applicationId: id, interviewId: interview.id };
}

/** Opens an installation on a folder, beside a server on the same folder where there is one. */
export async function openReportGround(options: {
  readonly dataDir: string;
  readonly publicUrl?: string;
  readonly settings?: Readonly<Record<string, string>>;
}): Promise<ReportGround> {
  const ground = await openInterviewGround(options);
  const { services, handlers } = ground.installation;
  const { tenantId, store } = ground.owner;
  const app = createApp({ services, assets: {}, version: 'test', checkResponses: true });
  return {
    ground,
    async staff(role, name) {
      const id = services.ids.next('per');
      const token = services.random.token();
      const createdAt = nowOf(services);
      const session = {
        tokenHash: await services.digest.sha256(token),
        tenantId,
        personId: id,
        createdAt,
        expiresAt: new Date(Date.parse(createdAt) + 86_400_000).toISOString(),
        revokedAt: null,
        device: null,
      };
      const person = { id, name, roles: [role], state: 'active', locale: 'zh-CN', createdAt } as const;
      await store.commit([
        store.people.add({ ...person, lastSeenAt: null }),
        services.system.addSession(session),
      ]);
      const cookie = `jinji=${token}`;
      return { id, cookie, client: httpClient(async (path, init) => app.request(path, init), { cookie }) };
    },
    async handedIn({ name = '林晓彤', answers = fullAnswers, aiScoring = true, beside, ...invite } = {}) {
      const invited = beside
        ? await inviteBeside(ground.owner, beside, name)
        : await ground.invite({ name, ...invite });
      const { token, applicationId, interviewId } = invited;
      await answerAll(ground.candidate(token), answers, aiScoring);
      await handlers['interview.score'](services, tenantId, { interviewId });
      return { applicationId, interviewId };
    },
    close: () => ground.close(),
  };
}

import type { LocalizedText } from '../template/schemas/shared.ts';
import type { JobDefinition } from './job-definition.ts';
import type { JobFinding } from './job-finding.ts';

/** What the law of a place asks of a company that interviews with AI, beyond what the product does by itself (assessment §5, R3). */
const duties: Readonly<Record<JobDefinition['region'], LocalizedText | null>> = {
  cn: null,
  eu: {
    zh: '欧盟《人工智能法》把招聘用途的 AI 列为高风险：使用前请告知员工代表，并完成基本权利与数据保护影响评估。',
    en: 'The EU AI Act treats AI in hiring as high-risk: inform workers’ representatives and finish the impact assessments before use.',
  },
  'us-ny': {
    zh: '纽约市第 144 号地方法要求：每年由独立机构做偏差审计并公布结果，且至少提前 10 个工作日告知候选人。请把邀请链接发出的时间安排在告知之后。',
    en: 'New York City Local Law 144 asks for a yearly independent bias audit with published results and a notice at least 10 business days ahead. Send invitations after that notice.',
  },
  'us-il': {
    zh: '伊利诺伊州要求：事先说明 AI 怎样使用并取得同意；候选人要求时，30 天内删除视频。',
    en: 'Illinois asks you to explain the AI and obtain consent beforehand, and to delete videos within 30 days of a request.',
  },
  'us-ca': {
    zh: '加利福尼亚州要求：自动化决策的相关记录至少保存 4 年。请检查公司设置里的保存期限，并另行存档。',
    en: 'California asks that records of automated decisions be kept for at least 4 years. Check the retention settings and archive them.',
  },
  other: {
    zh: '请先确认当地对 AI 面试的法律要求；在确认之前，建议按欧盟的要求执行。',
    en: 'Find out what the law there asks of AI interviews; until then follow the EU’s requirements.',
  },
};

/** Reminds of the duties of the place of work; never blocks, because the company answers for them. */
export function checkRegion({ region }: JobDefinition): JobFinding[] {
  const message = duties[region];
  return message === null ? [] : [{ code: 'region.duties', severity: 'warning', path: 'region', message }];
}

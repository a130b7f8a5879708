import type { ConsentKind } from './consent.ts';

/** One consent as the candidate reads it. `required` ones are needed to take part at all. */
export interface ConsentText {
  readonly kind: ConsentKind;
  readonly required: boolean;
  readonly title: { readonly zh: string; readonly en: string };
  readonly body: { readonly zh: string; readonly en: string };
}

/**
 * The consent ladder (R1): each text is shown exactly as it stands here, and its hash is stored with the answer.
 * Camera analysis and overseas models are not offered yet, so nobody is asked for them.
 */
export const consentTexts: readonly ConsentText[] = [
  {
    kind: 'interview',
    required: true,
    title: { zh: '参加面试并处理我的回答', en: 'Take part and have my answers processed' },
    body: {
      zh: '我同意贵公司为本次招聘保存和处理我的文字回答。不同意则无法参加线上面试，但可以申请由真人面试。',
      en: 'I agree that the company stores and processes my written answers for this recruitment. Without this I cannot take the online interview, but I can ask for an interview with a person.',
    },
  },
  {
    kind: 'recording',
    required: false,
    title: { zh: '保存我的录音或录像', en: 'Keep my voice or video recordings' },
    body: {
      zh: '如果我选择用语音或视频回答，同意保存录音录像供招聘人员回看。录音录像加密保存，视频在申请结束后 {videoDays} 天、音频在申请结束后 {audioDays} 天删除。不同意也可以全部用文字回答，不影响结果。',
      en: 'If I answer by voice or video, I agree that the recordings are kept for the recruiters to play back. They are stored encrypted; video is deleted {videoDays} days and audio {audioDays} days after the application has ended. Without this I can answer everything in writing, with no effect on the result.',
    },
  },
  {
    kind: 'ai_scoring',
    required: false,
    title: { zh: '由 AI 辅助评分', en: 'Scoring with the help of AI' },
    body: {
      zh: '同意由 AI 按岗位的评估维度分析我的回答文字并给出评分建议。AI 只看文字内容，不看长相、表情、口音、姓名、性别、年龄和学校；最终由真人决定。不同意则全部由真人评分，时限相同，不影响结果。',
      en: 'I agree that AI analyses the words of my answers by the dimensions of the job and suggests scores. It sees only the words: not looks, expression, accent, name, sex, age or school; a person decides in the end. Without this, people rate my answers within the same time, with no effect on the result.',
    },
  },
  {
    kind: 'talent_pool',
    required: false,
    title: { zh: '加入人才库', en: 'Join the talent pool' },
    body: {
      zh: '如果这次没有录用，同意把我的资料和面试结果保留 12 个月，有合适的新岗位时联系我。可以随时撤回。',
      en: 'If I am not hired this time, I agree that my details and results are kept for 12 months, so that I can be contacted about suitable new jobs. I can withdraw this at any time.',
    },
  },
  {
    kind: 'research',
    required: false,
    title: { zh: '用于改进评估', en: 'Use for improving the assessment' },
    body: {
      zh: '同意把我的面试结果去除姓名和联系方式后，用于检验和改进评估标准。可以随时撤回。',
      en: 'I agree that my results, without name and contact details, are used to check and improve the assessment. I can withdraw this at any time.',
    },
  },
];

/** Days that a company keeps recordings; the consent names them. */
export interface KeptDays {
  readonly videoDays: number;
  readonly audioDays: number;
}

/** A consent with the company's days filled in, as the candidate reads it. */
export function filledConsent(text: ConsentText, days: KeptDays): ConsentText {
  const fill = (words: string): string =>
    words.replace('{videoDays}', String(days.videoDays)).replace('{audioDays}', String(days.audioDays));
  return { ...text, body: { zh: fill(text.body.zh), en: fill(text.body.en) } };
}

/** The exact text that is shown and hashed for a consent that was filled in. */
export const consentWording = (text: ConsentText, lang: 'zh' | 'en'): string =>
  `${text.title[lang]}\n${text.body[lang]}`;

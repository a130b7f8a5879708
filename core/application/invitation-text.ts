/** What an invitation to copy into a chat says. `until` is the end of the link, already in words. */
export interface InvitationFacts {
  readonly name: string | null;
  readonly company: string;
  readonly job: string;
  readonly url: string;
  readonly until: string;
}

/**
 * The text of an invitation for WeChat or mail, in the candidate's language: who asks, that an AI interviewer asks the
 * questions and people decide, and that a talk with a person may be chosen instead (assessment R2).
 */
export function invitationText(lang: 'zh' | 'en', facts: InvitationFacts): string {
  const { name, company, job, url, until } = facts;
  if (lang === 'zh') {
    return [
      `${name ? `${name}，` : ''}您好！${company}邀请您参加「${job}」的线上面试。`,
      '提问的是 AI 面试官，是否录用由招聘人员决定。您可以自己选择用文字、语音或视频回答，用手机就能完成，中途断开可以接着答。',
      `面试链接： ${url}`,
      `有效期至：${until}`,
      '如果您希望改为和真人面谈，或需要其他便利，请直接回复我。',
    ].join('\n');
  }
  return [
    `${name ? `Hello ${name}` : 'Hello'}, ${company} invites you to an online interview for “${job}”.`,
    'An AI interviewer asks the questions; people decide. You choose to answer by text, voice or video on your phone, and you can go on later if you are interrupted.',
    `Interview link: ${url}`,
    `Valid until: ${until}`,
    'If you would rather talk to a person, or need anything to take part, just reply to me.',
  ].join('\n');
}

/** The words of a printed invitation card, in the candidate's language whatever the reader's is. */
export const invitationCardWords = {
  zh: {
    title: '线上面试邀请',
    job: '应聘职位',
    name: '候选人',
    scan: '用手机扫一扫，开始面试',
    until: '有效期至',
    note: '提问的是 AI 面试官，是否录用由招聘人员决定。可以用文字、语音或视频回答；如需改为真人面谈，请告诉我们。',
    address: '也可以在浏览器中输入：',
  },
  en: {
    title: 'Invitation to an online interview',
    job: 'Position',
    name: 'Candidate',
    scan: 'Scan with your phone to begin',
    until: 'Valid until',
    note: 'An AI interviewer asks the questions; people decide. Answer by text, voice or video. If you would rather talk to a person, tell us.',
    address: 'Or type this address into a browser:',
  },
} as const;

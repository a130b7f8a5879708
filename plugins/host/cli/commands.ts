import type { Command, Words } from './command.ts';

/** A command as the list shows it; its module is loaded only when it is called. */
interface Listed {
  readonly summary: Words;
  load(): Promise<Command>;
}

/** Every command by its name, in the order of the list. */
export const commands: Readonly<Record<string, Listed>> = {
  score: {
    summary: { zh: '为回答评分(JSON Lines)', en: 'judge answers (JSON Lines)' },
    load: async () => (await import('./score.ts')).command,
  },
  resume: {
    summary: { zh: '提取简历信息', en: 'read the facts out of résumés' },
    load: async () => (await import('./resume.ts')).command,
  },
  similarity: {
    summary: { zh: '比较两段文字的意思(JSON Lines)', en: 'compare texts in meaning (JSON Lines)' },
    load: async () => (await import('./similarity.ts')).command,
  },
  pack: {
    summary: { zh: '检查模板和行业包', en: 'check templates and industry packs' },
    load: async () => (await import('./pack.ts')).command,
  },
  demo: {
    summary: {
      zh: '用示例文件走完整个流程',
      en: 'take sample files through the whole job',
    },
    load: async () => (await import('./demo.ts')).command,
  },
  transcribe: {
    summary: { zh: '用语音识别服务转写录音', en: 'write down recordings by the configured recogniser' },
    load: async () => (await import('./transcribe.ts')).command,
  },
  link: {
    summary: {
      zh: '生成所有者登录链接，或新建公司',
      en: 'make a sign-in link for an owner, or a new company',
    },
    load: async () => (await import('./link.ts')).command,
  },
  migrate: {
    summary: { zh: '更新数据库', en: 'bring the database to this version' },
    load: async () => (await import('./migrate.ts')).command,
  },
  jobs: {
    summary: { zh: '查看和重试后台任务', en: 'list and retry background work' },
    load: async () => (await import('./jobs.ts')).command,
  },
  installations: {
    summary: {
      zh: '查看应用市场安装和删除凭据',
      en: 'list marketplace installations and proofs of erasure',
    },
    load: async () => (await import('./installations.ts')).command,
  },
  app: {
    summary: {
      zh: '打印平台控制台里要填的应用内容',
      en: 'print what a platform’s console asks for',
    },
    load: async () => (await import('./app.ts')).command,
  },
  audit: {
    summary: { zh: '校验审计链', en: 'verify the audit chain' },
    load: async () => (await import('./audit.ts')).command,
  },
  keys: {
    summary: { zh: '更换密钥', en: 'rotate the keys' },
    load: async () => (await import('./keys.ts')).command,
  },
  sweep: {
    summary: { zh: '处理到期的面试和资料(可预览)', en: 'end and erase what is over (with a preview)' },
    load: async () => (await import('./sweep.ts')).command,
  },
  doctor: {
    summary: { zh: '检查运行环境', en: 'check what the installation stands on' },
    load: async () => (await import('./doctor.ts')).command,
  },
  bench: {
    summary: { zh: '测量性能(需要源码目录)', en: 'measure performance (needs a checkout)' },
    load: async () => (await import('./bench.ts')).command,
  },
};

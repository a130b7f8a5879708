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
};

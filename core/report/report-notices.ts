/** Stands on every report and export: what part of it a machine made (标识办法, assessment §5.1). */
export const aiLabel = {
  zh: '本报告的评分、摘录与提示由 AI（自动评分程序）生成，由人作出决定',
  en: 'Scores, quotes and hints in this report were made by AI (an automatic scorer); a person decides',
} as const;

/** The limits box (assessment §2.11): printed with every report, never removable. */
export const limitsText = {
  zh: '单次面试能解释的工作表现差异有限，请结合简历、复试、背景核实等其他信息一起判断。分数带有误差范围，误差范围内的差别没有意义。评分只依据回答的文字内容，不看长相、口音、声音和表情。',
  en: 'A single interview explains only a limited part of how people differ at work: weigh it with the résumé, a second interview and references. Every score has an error band, and differences within it mean nothing. Only the words of the answers are scored, never looks, accent, voice or expression.',
} as const;

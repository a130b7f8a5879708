import type { Finding } from './finding.ts';
import type { Question } from './schemas/question.ts';

/** What the installation has: needed to tell whether codes and bank questions of a pack exist. */
export interface TemplateLibrary {
  /** Codes of built-in and company dimensions, with their versions. */
  readonly dimensions: ReadonlyMap<string, number>;
  /** Questions of the bank by `<CODE>/<id>`. */
  readonly bankQuestions: ReadonlyMap<string, Question>;
}

/** A code that the installation does not know. */
export function unknownDimension(code: string, path: string): Finding {
  return {
    severity: 'error',
    code: 'unknown-dimension',
    path,
    message: {
      zh: `没有代码为「${code}」的维度，请改用已有维度，或先新建`,
      en: `there is no dimension “${code}”; use an existing one or create it first`,
    },
  };
}

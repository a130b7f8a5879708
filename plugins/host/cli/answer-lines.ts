import { bothLanguages, type ExitCode, explain, type Terminal } from './command.ts';
import { FieldError, idOf } from './fields.ts';
import { readJsonLines } from './json-lines.ts';

/** Answers every line in order; a line that cannot be judged gets an `error` and the next one its turn. */
export async function answerLines(
  terminal: Terminal,
  answer: (value: unknown) => Promise<Record<string, unknown>>,
): Promise<ExitCode> {
  let code: ExitCode = 0;
  for await (const line of readJsonLines(terminal.input)) {
    if (!line.ok) {
      code = 1;
      await terminal.print({ id: null, line: line.number, error: bothLanguages(line.problem) });
      continue;
    }
    try {
      await terminal.print(await answer(line.value));
    } catch (error) {
      code = 1;
      const said = error instanceof FieldError ? error.message : bothLanguages(explain(error));
      await terminal.print({ id: idOf(line.value), line: line.number, error: said });
    }
  }
  return code;
}

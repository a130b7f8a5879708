import type { BackgroundJobRow } from '#core/ports/background-jobs.ts';
import { nowOf, type Services } from '#core/ports/services.ts';
import {
  bothLanguages,
  type Command,
  type ExitCode,
  readArguments,
  type Terminal,
  UsageError,
} from './command.ts';
import { withInstallation } from './installation.ts';

const states = ['queued', 'running', 'done', 'dead'] as const;
const mostListed = 1000;

async function list(services: Services, terminal: Terminal, state: string | undefined): Promise<ExitCode> {
  const known = states.find((name) => name === state);
  if (state !== undefined && !known) {
    throw new UsageError({
      zh: `--state 应为 ${states.join('、')} 之一`,
      en: `--state must be one of ${states.join(', ')}`,
    });
  }
  const rows = await services.system.listJobs({ limit: mostListed, ...(known ? { state: known } : {}) });
  for (const row of rows) await terminal.print(row);
  terminal.tell(bothLanguages({ zh: `共 ${rows.length} 项后台任务`, en: `${rows.length} background jobs` }));
  return 0;
}

async function retry(services: Services, terminal: Terminal, named: readonly string[]): Promise<ExitCode> {
  const dead: readonly BackgroundJobRow[] =
    named.length > 0 ? [] : await services.system.listJobs({ state: 'dead', limit: mostListed });
  const ids = named.length > 0 ? named : dead.map((row) => row.id);
  let code: ExitCode = 0;
  for (const id of ids) {
    if (await services.system.retryJob(id, nowOf(services))) await terminal.print({ id, state: 'queued' });
    else {
      code = 1;
      const error = { zh: '没有这个编号的失败任务', en: 'there is no dead job of this id' };
      await terminal.print({ id, error: bothLanguages(error) });
    }
  }
  return code;
}

/** `jinji jobs list|retry`: background work that an operator looks at and runs again. */
export const command: Command = {
  usage: ['jobs list [--state queued|running|done|dead]', 'jobs retry ID…', 'jobs retry --dead'],
  help: {
    zh: '查看后台任务(简历解析、评分、录音处理等)，每项一行 JSON；多次失败的任务状态为 dead。\nretry 让失败的任务重新排队：按编号，或用 --dead 重试全部失败任务。运行中的服务会在几秒内执行。',
    en: 'Lists background work (reading résumés, scoring, recordings …), one line of JSON each; work that failed too often is dead.\nretry puts dead work back: by id, or all of it by --dead. A running service takes it up within seconds.',
  },
  async run(args, terminal) {
    const { values, positionals } = readArguments(args, {
      state: { type: 'string' },
      dead: { type: 'boolean' },
    });
    const [action, ...ids] = positionals;
    if (action === 'list' && ids.length === 0) {
      return withInstallation(terminal, ({ services }) => list(services, terminal, values.state));
    }
    if (action === 'retry' && ids.length > 0 !== (values.dead === true)) {
      return withInstallation(terminal, ({ services }) => retry(services, terminal, ids));
    }
    throw new UsageError({
      zh: '用法：jobs list [--state …] | jobs retry ID… | jobs retry --dead',
      en: 'usage: jobs list [--state …] | jobs retry ID… | jobs retry --dead',
    });
  },
};

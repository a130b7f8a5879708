import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { projectRoot } from '../template-files.ts';
import { bothLanguages, type Command, readArguments, type Terminal, UsageError } from './command.ts';

const folder = join(projectRoot, 'test/bench');
const suffix = '.bench.ts';

/** What a benchmark prints. */
interface Line {
  readonly what?: string;
  readonly unit?: string;
  readonly figure?: number;
  readonly yardstick?: number;
  readonly ratio?: number;
  readonly demand?: string | null;
  readonly held?: boolean | null;
}

/** Benchmarks are no part of the product: they are started by their path, in a process of their own. */
async function runBench(
  name: string,
  terminal: Terminal,
): Promise<{ readonly failed: boolean; readonly lines: Line[] }> {
  const child = spawn(process.execPath, ['--import', 'tsx', join(folder, name + suffix)], {
    cwd: projectRoot,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  child.stderr.setEncoding('utf8').on('data', (text: string) => terminal.tell(text.trimEnd()));
  const lines: Line[] = [];
  for await (const text of createInterface({ input: child.stdout })) {
    const line = JSON.parse(text) as Line;
    lines.push(line);
    await terminal.print(line);
  }
  return { failed: (await ended) !== 0 || lines.length === 0, lines };
}

const cell = (value: unknown, width: number): string => String(value ?? '–').padStart(width);

function table(lines: readonly Line[]): string {
  const rows = lines.map(({ what = '', unit = '', figure, yardstick, ratio, demand, held }) =>
    [
      what.padEnd(58),
      cell(figure, 9),
      cell(yardstick, 10),
      unit.padEnd(5),
      cell(ratio, 7),
      cell(demand, 8),
      held === false ? '✗' : held === true ? '✓' : '',
    ].join(' '),
  );
  const head = ['', 'figure', 'yardstick', '', 'ratio', 'demand'];
  const widths = [58, 9, 10, 5, 7, 8];
  return [head.map((word, i) => word.padStart(widths[i] ?? 0)).join(' '), ...rows].join('\n');
}

async function chosen(names: readonly string[]): Promise<readonly string[]> {
  if (!existsSync(folder)) {
    throw new UsageError({
      zh: '性能测试需要完整的源码目录(含 test/)',
      en: 'benchmarks need a checkout of the source with test/',
    });
  }
  const known = (await readdir(folder))
    .filter((file) => file.endsWith(suffix))
    .map((file) => file.slice(0, -suffix.length))
    .sort();
  const unknown = names.filter((name) => !known.includes(name));
  if (unknown.length > 0) {
    const list = known.join(', ');
    throw new UsageError({ zh: `没有这个测试;可选:${list}`, en: `no such benchmark; there are ${list}` });
  }
  return names.length > 0 ? names : known;
}

/** `jinji bench`: measured figures beside their yardsticks. */
export const command: Command = {
  usage: ['bench [NAME…]'],
  help: {
    zh: [
      '测量性能，并与同一次运行中测得的参照交替比较：answers(提交回答)、score(评分)、start(启动与内存)、sync(读取一万人的组织)、uploads(并发上传)。',
      '每项一行 {"bench", "what", "unit", "figure", "yardstick", "yardstickIs", "ratio", "demand", "held", "rounds", "notes"}。',
      '需要完整的源码目录；全部运行约需几分钟，uploads 会临时写入约 5 GB。有要求的比值未达到时退出码为 1。',
    ].join('\n'),
    en: [
      'Measures against yardsticks that run in the same run, in alternating rounds: answers, score, start, sync (the directory of ten thousand people), uploads.',
      'One line each {"bench", "what", "unit", "figure", "yardstick", "yardstickIs", "ratio", "demand", "held", "rounds", "notes"}.',
      'Needs a checkout; all of them take some minutes, uploads writes about 5 GB for a while. Exit code 1 when a demanded ratio is not held.',
    ].join('\n'),
  },
  async run(args, terminal) {
    const { positionals } = readArguments(args, {});
    const lines: Line[] = [];
    let failed = false;
    for (const name of await chosen(positionals)) {
      terminal.tell(bothLanguages({ zh: `正在测量 ${name}…`, en: `measuring ${name}…` }));
      const result = await runBench(name, terminal);
      failed ||= result.failed;
      lines.push(...result.lines);
    }
    terminal.tell(table(lines));
    return failed || lines.some(({ held }) => held === false) ? 1 : 0;
  },
};

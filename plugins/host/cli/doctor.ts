import { constants } from 'node:fs';
import { access, mkdir, stat, statfs } from 'node:fs/promises';
import { join } from 'node:path';
import { openLibsql } from '#adapters/database/libsql.ts';
import { applied } from '#adapters/database/migrations.ts';
import type { Config } from '../config.ts';
import { readMigrations } from '../open-installation.ts';
import { readTemplateLibrary } from '../template-files.ts';
import { loadEmbedder } from '../word-vectors.ts';
import { bothLanguages, type Command, explain, readArguments, type Words } from './command.ts';
import { requireDatabase } from './installation.ts';

type State = 'ok' | 'warning' | 'error';

/** What a check found: its state, and words that say what is or what to do. */
interface Found {
  readonly state: State;
  readonly words: Words;
}

const ok = (zh: string, en: string): Found => ({ state: 'ok', words: { zh, en } });
const warn = (zh: string, en: string): Found => ({ state: 'warning', words: { zh, en } });
const fail = (zh: string, en: string): Found => ({ state: 'error', words: { zh, en } });

const leastFreeBytes = 2 * 2 ** 30;

async function nodeVersion(): Promise<Found> {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const enough = major > 20 || (major === 20 && minor >= 19);
  return enough
    ? ok(`Node ${process.versions.node}`, `Node ${process.versions.node}`)
    : fail(
        `Node ${process.versions.node} 过旧,需要 20.19 或更新`,
        `Node ${process.versions.node} is too old: 20.19 or newer is needed`,
      );
}

async function dataFolder({ dataDir }: Config): Promise<Found> {
  await mkdir(dataDir, { recursive: true, mode: 0o700 });
  await access(dataDir, constants.R_OK | constants.W_OK);
  const { bavail, bsize } = await statfs(dataDir);
  const free = bavail * bsize;
  const gigabytes = (free / 2 ** 30).toFixed(1);
  return free < leastFreeBytes
    ? warn(`可写,但磁盘只剩 ${gigabytes} GB`, `writable, but only ${gigabytes} GB are free`)
    : ok(`可写,剩余 ${gigabytes} GB`, `writable, ${gigabytes} GB free`);
}

async function masterKey({ dataDir }: Config): Promise<Found> {
  const found = await stat(join(dataDir, 'master.key')).catch(() => null);
  if (!found) return warn('还没有主密钥，首次启动时生成', 'no master key yet; the first start makes it');
  return (found.mode & 0o077) === 0
    ? ok(
        '存在，仅本账号可读；请单独备份',
        'there, readable by this account only; back it up apart from the data',
      )
    : fail(
        '其他账号可以读取主密钥，请运行 chmod 600 DATA_DIR/master.key',
        'other accounts may read the master key: chmod 600 DATA_DIR/master.key',
      );
}

async function database(config: Config): Promise<Found> {
  requireDatabase(config);
  const opened = await openLibsql(config.database);
  try {
    const [known, done] = await Promise.all([readMigrations(), applied(opened)]);
    const missing = known.filter(({ name }) => !done.includes(name)).length;
    return missing === 0
      ? ok(`可用,${done.length} 项更新均已应用`, `answers, all ${done.length} migrations are applied`)
      : warn(
          `有 ${missing} 项更新未应用,请运行 migrate 或重启服务`,
          `${missing} migrations are missing: run migrate or restart the service`,
        );
  } finally {
    opened.close();
  }
}

async function templates(): Promise<Found> {
  const { packs, dimensions, questionBanks } = await readTemplateLibrary();
  const counts = `${packs.length} / ${dimensions.length} / ${questionBanks.length}`;
  return ok(`行业包 / 维度 / 题库:${counts}`, `packs / dimensions / question banks: ${counts}`);
}

async function wordVectors(): Promise<Found> {
  const { version } = await loadEmbedder();
  return ok(`可用(${version})`, `readable (${version})`);
}

async function publicAddress({ publicUrl }: Config): Promise<Found> {
  const { protocol, hostname } = new URL(publicUrl);
  const local = /^(localhost|127\.|\[::1\])/.test(hostname);
  if (local) {
    return warn(
      '只有本机能打开链接；让手机访问请设置 PUBLIC_URL',
      'only this machine opens the links; set PUBLIC_URL so that phones can',
    );
  }
  return protocol === 'https:'
    ? ok('HTTPS，手机可以录音录像', 'HTTPS: phones can record')
    : warn(
        '不是 HTTPS：手机浏览器不会开放麦克风和摄像头',
        'not HTTPS: phones will not offer microphone and camera',
      );
}

async function transcriber({ transcriber: configured }: Config): Promise<Found> {
  return configured
    ? ok('已配置；用 transcribe FILE 试一段录音', 'configured; try it by transcribe FILE')
    : warn(
        '未配置：候选人需要在录音旁输入文字要点',
        'not configured: candidates type the main points beside a recording',
      );
}

/** `jinji doctor`: whether everything that the installation needs is there. */
export const command: Command = {
  usage: ['doctor'],
  help: {
    zh: '检查运行环境：Node、数据目录、主密钥、数据库、模板、词向量、公网地址、语音识别。\n每项一行 {"check", "state": "ok"|"warning"|"error", "message"}；有 error 时退出码为 1。',
    en: 'Looks at what the installation stands on: Node, data folder, master key, database, templates, word vectors, public address, speech recognition.\nOne line each {"check", "state": "ok"|"warning"|"error", "message"}; exit code 1 when there is an error.',
  },
  async run(args, terminal) {
    readArguments(args, {});
    const config = terminal.settings();
    const checks: Readonly<Record<string, () => Promise<Found>>> = {
      node: nodeVersion,
      data: () => dataFolder(config),
      masterKey: () => masterKey(config),
      database: () => database(config),
      templates,
      wordVectors,
      publicUrl: () => publicAddress(config),
      transcriber: () => transcriber(config),
    };
    let failed = false;
    for (const [check, look] of Object.entries(checks)) {
      const found = await look().catch(
        (error: unknown): Found => ({ state: 'error', words: explain(error) }),
      );
      failed ||= found.state === 'error';
      await terminal.print({ check, state: found.state, message: bothLanguages(found.words) });
    }
    return failed ? 1 : 0;
  },
};

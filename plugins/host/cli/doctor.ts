import { constants } from 'node:fs';
import { access, mkdir, stat, statfs } from 'node:fs/promises';
import { join } from 'node:path';
import { openLibsql } from '#adapters/database/libsql.ts';
import { applied } from '#adapters/database/migrations.ts';
import type { Config } from '../config.ts';
import { readMigrations } from '../open-installation.ts';
import { readTemplateLibrary } from '../template-files.ts';
import { loadEmbedder } from '../word-vectors.ts';
import { bothLanguages, type Command, explain, readArguments, type Terminal } from './command.ts';
import { type Finding, type Found, fail, ok, warn } from './doctor-finding.ts';
import { languageModel, speech } from './doctor-models.ts';
import { platformFindings } from './doctor-platforms.ts';
import { requireDatabase, withInstallation } from './installation.ts';

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

/** `jinji doctor`: whether everything that the installation needs is there. */
export const command: Command = {
  usage: ['doctor'],
  help: {
    zh: '检查运行环境：Node、数据目录、主密钥、数据库、模板、词向量、公网地址、语言模型、语音识别；以及每个已连接的办公平台：密钥、权限、可信 IP、事件、可见范围、时钟；作为服务商的每个应用市场：票据。\n每项一行 {"check", "company"?, "state": "ok"|"warning"|"error", "message"}；有 error 时退出码为 1。',
    en: 'Looks at what the installation stands on: Node, data folder, master key, database, templates, word vectors, public address, language model, speech recognition; of every connected office platform its keys, permissions, trusted address, events, visible scope and clock, and of every marketplace its ticket.\nOne line each {"check", "company"?, "state": "ok"|"warning"|"error", "message"}; exit code 1 when there is an error.',
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
      languageModel: () => languageModel(config),
      transcriber: () => speech(config),
    };
    const findings: Finding[] = [];
    for (const [check, look] of Object.entries(checks)) {
      const found = await look().catch(
        (error: unknown): Found => ({ state: 'error', words: explain(error) }),
      );
      findings.push({ check, ...found });
      await tell(terminal, findings.at(-1));
    }
    // An installation is only opened when its database is as it should be: a look changes nothing.
    if (findings.some(({ check, state }) => check === 'database' && state === 'ok')) {
      for (const finding of await withInstallation(terminal, platformFindings)) {
        findings.push(finding);
        await tell(terminal, finding);
      }
    }
    return findings.some(({ state }) => state === 'error') ? 1 : 0;
  },
};

async function tell(terminal: Terminal, finding: Finding | undefined): Promise<void> {
  if (!finding) return;
  const { words, ...rest } = finding;
  await terminal.print({ ...rest, message: bothLanguages(words) });
}

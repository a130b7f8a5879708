import { bothLanguages, type Command, type ExitCode, readArguments } from './command.ts';
import { withInstallation } from './installation.ts';

/** `jinji migrate`: brings the database to this version. */
export const command: Command = {
  usage: ['migrate'],
  help: {
    zh: '把数据库更新到当前版本；服务启动时也会自动进行。升级前请先备份数据目录。\n输出一行 {"applied": [...]}。',
    en: 'Brings the database to this version, as every start of the service does. Back up the data folder before an upgrade.\nAnswers with one line {"applied": [...]}.',
  },
  async run(args, terminal) {
    readArguments(args, {});
    return withInstallation<ExitCode>(
      terminal,
      async ({ applied }) => {
        await terminal.print({ applied });
        terminal.tell(
          bothLanguages({
            zh: applied.length === 0 ? '数据库已是最新' : `已应用 ${applied.length} 项更新`,
            en:
              applied.length === 0
                ? 'the database is up to date'
                : `${applied.length} migrations were applied`,
          }),
        );
        return 0;
      },
      { mayCreate: true },
    );
  },
};

import { filledFields, menuAddress } from '#core/platform/app-package.ts';
import { appPackage as dingtalk } from '#plugins/dingtalk/app-package.ts';
import { appPackage as feishu } from '#plugins/feishu/app-package.ts';
import { appPackage as wecom } from '#plugins/wecom/app-package.ts';
import { type Command, readArguments, UsageError } from './command.ts';

const packages = [wecom, dingtalk, feishu];
const named = packages.map(({ platform }) => platform).join('|');

const namesCompany = (home: string | undefined): boolean => home?.includes('$CORPID$') ?? false;

/** `jinji app`: what to type into a platform's console, with the addresses of this installation. */
export const command: Command = {
  usage: [`app ${named}`],
  help: {
    zh: [
      '打印在平台控制台里创建应用要填的全部内容，一行 JSON：名称、介绍、图标、菜单、权限及理由、事件、卡片模板变量，以及自建应用（own）和应用市场（market）要填的地址。',
      '地址按 PUBLIC_URL 生成；{installation} 是连接后的编号，完整地址在「设置 → 办公平台」。',
    ].join('\n'),
    en: [
      'Prints all that a platform’s console asks for when the app is made, one line of JSON: name, introduction, icons, menus, permissions with reasons, events, variables of the card template, and the addresses for an own app and for the marketplace.',
      'Addresses are made of PUBLIC_URL; {installation} is known once the company is connected: whole addresses stand on Settings → Office platforms.',
    ].join('\n'),
  },
  async run(args, terminal) {
    const { positionals } = readArguments(args, {});
    const chosen = packages.find(({ platform }) => platform === positionals[0]);
    if (!chosen || positionals.length !== 1) {
      throw new UsageError({ zh: `请指定平台：${named}`, en: `name a platform: ${named}` });
    }
    const { publicUrl } = terminal.settings();
    const own = filledFields(chosen.own, publicUrl, null);
    const market = filledFields(chosen.market, publicUrl, null);
    const menus = chosen.menus.map((entry) => ({
      title: entry.title,
      own: menuAddress(own[0]?.value ?? '', entry),
      // Where the home page does not name the company, a sign-in lies between, which leads to the home page.
      market: namesCompany(market[0]?.value) ? menuAddress(market[0]?.value ?? '', entry) : null,
    }));
    await terminal.print({ ...chosen, menus, own, market });
    return 0;
  },
};

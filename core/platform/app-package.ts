import type { PlatformPermission } from '../ports/platform.ts';
import type { TwoLanguages } from '../ports/two-languages.ts';

/** A field of a platform's console and what is typed there; `{public}`, `{host}` and `{installation}` are filled in. */
export interface ConsoleField {
  readonly field: TwoLanguages;
  readonly value: string;
}

/** Something that the console wants to be ticked, by the name that it has there. */
export interface ConsoleEvent {
  readonly name: string;
  readonly label: string;
}

/** An entry of the app's menu: a page below the app's home page. */
export interface MenuEntry {
  readonly title: TwoLanguages;
  readonly path: string;
}

/** All that a platform's console asks for when the app is made: nothing of it is uploaded, a person types it. */
export interface AppPackage {
  readonly platform: string;
  readonly name: TwoLanguages;
  /** A line below the name. */
  readonly slogan: TwoLanguages;
  readonly introduction: TwoLanguages;
  readonly highlights: readonly TwoLanguages[];
  readonly keywords: readonly string[];
  /** Files of the project, as large as the console wants them. */
  readonly icons: readonly { readonly file: string; readonly pixels: number }[];
  readonly menus: readonly MenuEntry[];
  /** With why each is asked for. */
  readonly permissions: readonly PlatformPermission[];
  readonly events: readonly ConsoleEvent[];
  /** Variables of the card template that the company makes; empty where cards need none. */
  readonly cardVariables: readonly string[];
  /** Addresses for an app of a company's own, and for one of the marketplace. */
  readonly own: readonly ConsoleField[];
  readonly market: readonly ConsoleField[];
}

const words = (zh: string, en: string): TwoLanguages => ({ zh, en });

/** What is the same on every platform: the strictest console sets the lengths. */
export const productWords = {
  name: words('进击', 'Jinji'),
  slogan: words('结构化智能面试', 'Structured AI interviews'),
  introduction: words(
    '帮中小企业做首轮面试：候选人在手机上用文字或语音回答同样的问题，系统按岗位标准评分，每个分数都能看到依据的原话；录用由人决定，在办公应用里审批。',
    'First interviews for small companies: candidates answer the same questions on a phone, scores rest on their own words, and people decide.',
  ),
  highlights: [
    words(
      '同题同标准，分数附原话依据',
      'The same questions and standards for all, scores with the words they rest on',
    ),
    words('25 个行业模板，拖动即可调整维度', 'Packs for 25 trades, dimensions arranged by dragging'),
    words(
      '不会自动淘汰，每个决定都有人和理由',
      'Rejects nobody by itself: each decision has a person and a reason',
    ),
    words(
      '邀请、提醒、复试和审批都在办公应用里',
      'Invitations, reminders, second rounds and approvals inside the office app',
    ),
  ],
  keywords: ['招聘', '面试', '结构化面试', '人才测评', '简历', '录用审批'],
  menus: [
    { title: words('候选人', 'Candidates'), path: '/candidates' },
    { title: words('待我审批', 'Approvals'), path: '/approvals' },
    { title: words('提醒', 'Notices'), path: '/notices' },
  ],
} as const satisfies Partial<AppPackage>;

/** Fields with their addresses filled in. @param installationId null: not connected yet, so the braces stay */
export function filledFields(
  fields: readonly ConsoleField[],
  publicUrl: string,
  installationId: string | null,
): readonly ConsoleField[] {
  const host = publicUrl.replace(/^https?:\/\//, '').replace(/\/.*$/, '');
  return fields.map(({ field, value }) => ({
    field,
    value: value
      .replaceAll('{public}', publicUrl)
      .replaceAll('{host}', host)
      .replaceAll('{installation}', installationId ?? '{installation}'),
  }));
}

/** Where a menu's entry leads: inside the client, signed in. @param home address of the app's home page, with or without a query */
export const menuAddress = (home: string, { path }: MenuEntry): string =>
  `${home}${home.includes('?') ? '&' : '?'}to=${encodeURIComponent(path)}`;

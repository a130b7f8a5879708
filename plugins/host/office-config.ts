import { type ProviderConfig, readProviders } from './provider-config.ts';

/** Where the office platforms are reached, when not at their own addresses: a relay with a fixed address, or emulators. */
export interface OfficeConfig {
  /** Null: the platform's own. Without a slash at the end. */
  readonly wecomApi: string | null;
  readonly dingtalkApi: string | null;
  readonly dingtalkOldApi: string | null;
  readonly feishuApi: string | null;
  /** A forward proxy with a fixed address, through which the platforms are called (Node only); null: none. May hold a password. */
  readonly proxy: string | null;
  /** Feishu's SDK for pages. */
  readonly feishuSdk: string | null;
  /** Origins besides the platforms' own that may frame the pages of an office client. */
  readonly frameAncestors: readonly string[];
  /** Platforms into whose to-do lists requests are copied that Jinji's own steps decide. */
  readonly todos: readonly TodoPlatform[];
  /** The operator's keys on the marketplaces. */
  readonly providers: ProviderConfig;
}

/** Platforms whose to-do lists an app may write; DingTalk's way leaves a template in the company's console, hence not unless told. */
const todoPlatforms = ['feishu', 'dingtalk'] as const;
export type TodoPlatform = (typeof todoPlatforms)[number];

/** How one setting is read, and a fault of it told. */
interface SettingReader {
  text(name: string): string | undefined;
  choice<const T extends readonly string[]>(name: string, values: T, fallback: T[number]): T[number];
  whole(name: string, range: readonly [number, number], fallback: number): number;
  fault(name: string, expected: string, example: string): void;
}

/** Reads them; faults are told to the reader. */
export function readOffice(reader: SettingReader): OfficeConfig {
  const address = (name: string, example: string): string | null => {
    const text = reader.text(name);
    if (text === undefined) return null;
    if (URL.canParse(text) && /^https?:/.test(text)) return text.replace(/\/+$/, '');
    reader.fault(name, 'an http or https address', example);
    return null;
  };
  const ancestors = (reader.text('OFFICE_FRAME_ANCESTORS') ?? '').split(/[\s,]+/).flatMap((one) => one || []);
  if (ancestors.some((one) => !/^https?:\/\/(\*\.)?[\w.-]+(:\d+)?$/.test(one)))
    reader.fault('OFFICE_FRAME_ANCESTORS', 'origins separated by commas', 'https://*.example.com');
  const listed = (reader.text('OFFICE_TODOS') ?? 'feishu').split(/[\s,]+/).filter((one) => one !== '');
  const todos = todoPlatforms.filter((one) => listed.includes(one));
  if (listed.some((one) => one !== 'none' && !todos.some((known) => known === one)))
    reader.fault('OFFICE_TODOS', 'feishu and dingtalk, separated by commas, or none', 'feishu,dingtalk');
  return {
    wecomApi: address('WECOM_API', 'https://relay.example.com/wecom'),
    dingtalkApi: address('DINGTALK_API', 'https://relay.example.com/dingtalk'),
    dingtalkOldApi: address('DINGTALK_OLD_API', 'https://relay.example.com/dingtalk-old'),
    feishuApi: address('FEISHU_API', 'https://relay.example.com/feishu'),
    proxy: address('OFFICE_PROXY', 'http://user:password@10.0.0.7:3128'),
    feishuSdk: address(
      'FEISHU_JS_SDK',
      'https://lf1-cdn-tos.bytegoofy.com/goofy/lark/op/h5-js-sdk-1.5.23.js',
    ),
    frameAncestors: ancestors,
    todos,
    providers: readProviders(reader),
  };
}

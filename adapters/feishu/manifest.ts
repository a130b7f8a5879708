import type { PlatformManifest, PlatformPermission } from '#core/ports/platform.ts';
import { platformId } from './constants.ts';

const words = (zh: string, en: string) => ({ zh, en });

/** What the app asks for, each with what breaks without it. */
export const permissions = {
  departments: {
    name: 'contact:department.base:readonly、contact:department.organize:readonly',
    neededFor: words(
      '读取部门名称、上级、负责人和顺序；没有它无法建立组织架构',
      'Reads names, parents, leaders and order of departments; without it there is no organisation',
    ),
  },
  people: {
    name: 'contact:contact.base:readonly、contact:user.base:readonly、contact:user.department:readonly、contact:user.employee:readonly',
    neededFor: words(
      '读取同事的姓名、部门、上级和在职状态；没有它同事不会出现，离职也不会自动停用账号',
      'Reads names, departments, managers and states of colleagues; without it nobody is shown, and accounts of leavers stay open',
    ),
  },
  messages: {
    name: 'im:message:send_as_bot',
    neededFor: words(
      '在飞书里给同事发卡片；需要开启机器人能力',
      'Sends cards to colleagues in Feishu; the bot has to be switched on',
    ),
    onlyWritingTells: true,
  },
  calendar: {
    name: 'calendar:calendar',
    neededFor: words(
      '把复试写入面试官的日历、查看忙闲、建会议',
      'Writes second rounds into interviewers’ calendars, reads when they are busy, makes meetings',
    ),
  },
  approvals: {
    name: 'approval:approval',
    neededFor: words(
      '在飞书里审批录用；没有它审批只在进击里走',
      'Approves offers in Feishu; without it they are approved inside Jinji only',
    ),
  },
  admins: {
    name: 'admin:app.admin:check',
    neededFor: words(
      '让飞书的应用管理员在进击里得到角色；没有它角色只在进击里设置',
      'Gives the app’s administrators on Feishu a role here; without it roles are given in Jinji only',
    ),
  },
  speech: {
    name: 'speech_to_text:speech',
    neededFor: words(
      '候选人说话转成文字（付费版）；没有它候选人打字',
      'Turns candidates’ speech into words (paid editions); without it they type',
    ),
    onlyWritingTells: true,
  },
} as const satisfies Record<string, PlatformPermission>;

/** What an admin fills in, and what is asked for. */
export const manifest: PlatformManifest = {
  id: platformId,
  name: words('飞书', 'Feishu'),
  corpSetting: 'appId',
  settings: [
    {
      name: 'appId',
      label: words('App ID', 'App ID'),
      hint: words('开发者后台 → 凭证与基础信息', 'Developer console → Credentials'),
      secret: false,
      required: true,
      pattern: '^cli_[A-Za-z0-9]{8,64}$',
    },
    {
      name: 'appSecret',
      label: words('App Secret', 'App secret'),
      hint: words('开发者后台 → 凭证与基础信息', 'Developer console → Credentials'),
      secret: true,
      required: true,
      pattern: '^[A-Za-z0-9_-]{16,128}$',
    },
    {
      name: 'encryptKey',
      label: words('Encrypt Key', 'Encrypt Key'),
      hint: words('事件与回调 → 加密策略', 'Events and callbacks → Encryption'),
      secret: true,
      required: false,
      pattern: '^\\S{8,128}$',
    },
    {
      name: 'verificationToken',
      label: words('Verification Token', 'Verification Token'),
      hint: words('事件与回调 → 加密策略', 'Events and callbacks → Encryption'),
      secret: true,
      required: false,
      pattern: '^\\S{8,128}$',
    },
  ],
  permissions: Object.values(permissions),
};

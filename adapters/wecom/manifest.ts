import type { PlatformManifest, PlatformPermission } from '#core/ports/platform.ts';
import { platformId } from './constants.ts';

const words = (zh: string, en: string) => ({ zh, en });

/** What the app asks for, each with what breaks without it. */
export const permissions = {
  range: {
    name: '可见范围',
    neededFor: words(
      '读取部门和人员：不在可见范围内的同事看不到，也无法登录',
      'Reads departments and people: colleagues outside the visible range are not shown and cannot sign in',
    ),
  },
  app: {
    name: '应用信息',
    neededFor: words(
      '读取被单独加入可见范围的同事',
      'Finds colleagues who were added to the visible range one by one',
    ),
  },
  approvals: {
    name: '审批',
    neededFor: words(
      '在企业微信里审批录用；没有它审批只在进击里走',
      'Approves offers in WeCom; without it they are approved inside Jinji only',
    ),
  },
  schedule: {
    name: '日程',
    neededFor: words(
      '把复试写入面试官的日程；没有它复试不进日程',
      'Writes second rounds into interviewers’ schedules; without it there is no entry',
    ),
    onlyWritingTells: true,
  },
} as const satisfies Record<string, PlatformPermission>;

/** What an admin fills in, and what is asked for. */
export const manifest: PlatformManifest = {
  id: platformId,
  name: words('企业微信', 'WeCom'),
  corpSetting: 'corpId',
  settings: [
    {
      name: 'corpId',
      label: words('企业 ID', 'Corp ID'),
      hint: words('管理后台 → 我的企业 → 最下方', 'Admin console → My company → at the bottom'),
      secret: false,
      required: true,
      pattern: '^w[a-z][A-Za-z0-9_-]{6,62}$',
    },
    {
      name: 'agentId',
      label: words('AgentId', 'AgentId'),
      hint: words('应用管理 → 进击 → AgentId', 'Apps → Jinji → AgentId'),
      secret: false,
      required: true,
      pattern: '^[0-9]{1,20}$',
    },
    {
      name: 'secret',
      label: words('应用 Secret', 'App secret'),
      hint: words('应用管理 → 进击 → Secret → 查看', 'Apps → Jinji → Secret → show'),
      secret: true,
      required: true,
      pattern: '^[A-Za-z0-9_-]{16,128}$',
    },
    {
      name: 'callbackToken',
      label: words('回调 Token', 'Callback token'),
      hint: words('应用 → 接收消息 → 设置 API 接收 → 随机获取', 'App → Receive messages → API → random'),
      secret: true,
      required: false,
      pattern: '^[A-Za-z0-9]{3,32}$',
    },
    {
      name: 'encodingAesKey',
      label: words('EncodingAESKey', 'EncodingAESKey'),
      hint: words('与回调 Token 在同一页', 'On the same page as the callback token'),
      secret: true,
      required: false,
      pattern: '^[A-Za-z0-9+/]{43}$',
    },
    {
      name: 'customerContact',
      label: words('客户联系', 'Customer contact'),
      hint: words(
        '一般不填；应用获准使用客户联系接口、同事也开通客户联系后填 on，邀请里会出现「发给微信客户」',
        'Leave empty; type on once the app may use customer contact and colleagues have it, and invitations can be sent to WeChat customers',
      ),
      secret: false,
      required: false,
      pattern: '^on$',
    },
  ],
  permissions: Object.values(permissions),
};

import type { PlatformManifest, PlatformPermission } from '#core/ports/platform.ts';
import { platformId } from './constants.ts';

const words = (zh: string, en: string) => ({ zh, en });

/** What the app asks for, each with what breaks without it. */
export const permissions = {
  departments: {
    name: 'qyapi_get_department_list',
    neededFor: words(
      '读取部门；没有它无法建立组织架构',
      'Reads departments; without it there is no organisation',
    ),
  },
  people: {
    name: 'qyapi_get_department_member',
    neededFor: words(
      '读取部门里的同事；没有它同事不会出现，也无法登录',
      'Reads the colleagues of a department; without it nobody is shown and nobody can sign in',
    ),
  },
  notices: {
    name: '工作通知（AgentId）',
    neededFor: words(
      '把提醒发到同事的钉钉；没有它提醒只在进击里显示',
      'Sends notices into colleagues’ DingTalk; without it they are shown inside Jinji only',
    ),
  },
  approvalsRead: {
    name: 'Workflow.Instance.Read',
    neededFor: words(
      '跟踪钉钉审批的进展；没有它录用审批只能在进击里走',
      'Follows approvals in DingTalk; without it offers are approved inside Jinji only',
    ),
  },
  approvalsWrite: {
    name: 'Workflow.Instance.Write',
    neededFor: words(
      '在钉钉发起录用审批；没有它发起时会被拒绝，审批在进击里走',
      'Starts approvals of offers in DingTalk; without it starting is refused, and they run inside Jinji',
    ),
    onlyWritingTells: true,
  },
  calendarRead: {
    name: 'Calendar.Event.Read',
    neededFor: words(
      '安排复试时查看面试官忙闲；没有它看不出时间冲突',
      'Shows when interviewers are busy; without it clashes are not seen',
    ),
  },
  calendarWrite: {
    name: 'Calendar.Event.Write',
    neededFor: words(
      '把复试写入面试官的日历并建会议；没有它复试不进日历，也没有会议链接',
      'Writes second rounds into interviewers’ calendars and makes meetings; without it there is no entry and no link',
    ),
    onlyWritingTells: true,
  },
  todos: {
    name: 'Workflow.Form.Read、Workflow.Form.Write、qyapi_aflow',
    neededFor: words(
      '服务开启 OFFICE_TODOS 时把进击自己的审批放进钉钉待办；没有开启不需要',
      'Puts Jinji’s own approvals into DingTalk’s to-do lists, where the service has OFFICE_TODOS on; not needed without',
    ),
    onlyWritingTells: true,
  },
  cards: {
    name: '互动卡片和机器人',
    neededFor: words(
      '填写了卡片模板 ID 时发按钮能回应的卡片；不填不需要',
      'Sends cards whose buttons answer, where a card template id is given; not needed without',
    ),
    onlyWritingTells: true,
  },
} as const satisfies Record<string, PlatformPermission>;

/** What an admin fills in, and what is asked for. */
export const manifest: PlatformManifest = {
  id: platformId,
  name: words('钉钉', 'DingTalk'),
  corpSetting: 'corpId',
  settings: [
    {
      name: 'corpId',
      label: words('企业 CorpId', 'Corp ID'),
      hint: words('开发者后台首页右上角', 'Top right of the developer console'),
      secret: false,
      required: true,
      pattern: '^ding[A-Za-z0-9]{8,60}$',
    },
    {
      name: 'appKey',
      label: words('Client ID（AppKey）', 'Client ID (AppKey)'),
      hint: words('应用 → 凭证与基础信息', 'App → Credentials'),
      secret: false,
      required: true,
      pattern: '^[A-Za-z0-9]{8,64}$',
    },
    {
      name: 'appSecret',
      label: words('Client Secret（AppSecret）', 'Client secret (AppSecret)'),
      hint: words('应用 → 凭证与基础信息', 'App → Credentials'),
      secret: true,
      required: true,
      pattern: '^[A-Za-z0-9_-]{16,128}$',
    },
    {
      name: 'agentId',
      label: words('AgentId', 'AgentId'),
      hint: words(
        '应用 → 凭证与基础信息；选人和语音转文字需要它',
        'App → Credentials; the people picker and dictation need it',
      ),
      secret: false,
      required: false,
      pattern: '^[0-9]{1,20}$',
    },
    {
      name: 'cardTemplateId',
      label: words('互动卡片模板 ID', 'Card template id'),
      hint: words(
        '卡片平台里按接入说明做好的模板，在模板列表复制 ID；不填则发普通工作通知，没有可回应的按钮',
        'Card platform → the template made by the install guide → copy its id; without it plain work notices are sent, whose buttons cannot answer',
      ),
      secret: false,
      required: false,
      pattern: '^[A-Za-z0-9._-]{8,128}$',
    },
    {
      name: 'jsSignatureHash',
      label: words('JSAPI 签名算法', 'JSAPI signature'),
      hint: words(
        '一般不填（sha256）；客户端提示签名错误时填 sha1',
        'Leave empty (sha256); sha1 when clients complain about the signature',
      ),
      secret: false,
      required: false,
      pattern: '^sha(256|1)$',
    },
    {
      name: 'callbackToken',
      label: words('签名 Token', 'Signing token'),
      hint: words('应用 → 事件订阅 → HTTP 推送', 'App → Event subscription → HTTP push'),
      secret: true,
      required: false,
      pattern: '^[A-Za-z0-9]{3,32}$',
    },
    {
      name: 'encodingAesKey',
      label: words('加密 aes_key', 'aes_key'),
      hint: words('与签名 Token 在同一页', 'On the same page as the signing token'),
      secret: true,
      required: false,
      pattern: '^[A-Za-z0-9]{43}$',
    },
  ],
  permissions: Object.values(permissions),
};

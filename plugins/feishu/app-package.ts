import { manifest } from '#adapters/feishu/manifest.ts';
import { type AppPackage, productWords } from '#core/platform/app-package.ts';

const words = (zh: string, en: string) => ({ zh, en });
const homes = (value: string) => [
  { field: words('网页应用 → 桌面端主页', 'Web app → desktop home page'), value },
  { field: words('网页应用 → 移动端主页', 'Web app → mobile home page'), value },
];
const domain = { field: words('H5 可信域名', 'H5 trusted domain'), value: '{host}' };

/** What Feishu's console asks for. https://open.feishu.cn/document/server-docs/event-subscription-guide (read 2026-02) */
export const appPackage: AppPackage = {
  ...productWords,
  platform: manifest.id,
  icons: [{ file: 'plugins/icon-512.png', pixels: 512 }],
  permissions: manifest.permissions,
  events: [
    { name: 'contact.user.created_v3', label: '员工入职' },
    { name: 'contact.user.updated_v3', label: '员工信息被修改' },
    { name: 'contact.user.deleted_v3', label: '员工离职' },
    { name: 'contact.department.created_v3', label: '部门新建' },
    { name: 'contact.department.updated_v3', label: '部门信息变化' },
    { name: 'contact.department.deleted_v3', label: '部门被删除' },
    { name: 'contact.scope.updated_v3', label: '通讯录权限范围变更' },
    { name: 'approval_instance', label: '审批实例状态变更' },
    { name: 'approval_task', label: '审批任务状态变更' },
    { name: 'card.action.trigger', label: '卡片回传交互（回调配置）' },
  ],
  cardVariables: [],
  own: [
    ...homes('{public}/open/feishu/{installation}'),
    {
      field: words('重定向 URL（主页）', 'Redirect address (home page)'),
      value: '{public}/open/feishu/{installation}',
    },
    {
      field: words('重定向 URL（浏览器登录）', 'Redirect address (sign-in in a browser)'),
      value: '{public}/platform/feishu/signed-in/{installation}',
    },
    domain,
    {
      field: words('事件和回调的请求地址（不用长连接时）', 'Request address (without long connection)'),
      value: '{public}/platform/feishu/callback/{installation}',
    },
  ],
  market: [
    ...homes('{public}/platform/feishu/open'),
    { field: words('重定向 URL', 'Redirect address'), value: '{public}/platform/feishu/opened' },
    domain,
    {
      field: words('事件和回调的请求地址', 'Request address of events and callbacks'),
      value: '{public}/platform/feishu/marketplace/suite',
    },
  ],
};

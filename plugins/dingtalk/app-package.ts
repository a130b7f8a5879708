import { manifest } from '#adapters/dingtalk/manifest.ts';
import { type AppPackage, productWords } from '#core/platform/app-package.ts';

const words = (zh: string, en: string) => ({ zh, en });
const homes = (value: string) => [
  { field: words('移动端首页地址', 'Mobile home page'), value },
  { field: words('PC 端首页地址', 'PC home page'), value },
];

/** What DingTalk's console asks for. https://open.dingtalk.com/document/orgapp/address-book-event (read 2026-08) */
export const appPackage: AppPackage = {
  ...productWords,
  platform: manifest.id,
  icons: [{ file: 'plugins/icon-200.png', pixels: 200 }],
  permissions: manifest.permissions,
  events: [
    { name: 'user_add_org', label: '通讯录用户增加' },
    { name: 'user_modify_org', label: '通讯录用户更改' },
    { name: 'user_leave_org', label: '通讯录用户离职' },
    { name: 'user_active_org', label: '通讯录用户激活' },
    { name: 'org_dept_create', label: '通讯录企业部门创建' },
    { name: 'org_dept_modify', label: '通讯录企业部门修改' },
    { name: 'org_dept_remove', label: '通讯录企业部门删除' },
    { name: 'bpms_instance_change', label: '审批实例开始、结束' },
    { name: 'bpms_task_change', label: '审批任务开始、结束、转交' },
  ],
  cardVariables: ['title', 'text', 'url', 'open_label', 'act_label', 'status'],
  own: [
    ...homes('{public}/open/dingtalk/{installation}'),
    { field: words('回调域名（登录）', 'Redirect address'), value: '{public}' },
    { field: words('安全域名', 'Safe domain'), value: '{host}' },
    {
      field: words('HTTP 推送地址（不用 Stream 时）', 'Push address (without Stream)'),
      value: '{public}/platform/dingtalk/callback/{installation}',
    },
  ],
  market: [
    ...homes('{public}/platform/dingtalk/open?corpid=$CORPID$'),
    {
      field: words('SyncHTTP 推送地址', 'SyncHTTP push address'),
      value: '{public}/platform/dingtalk/marketplace/suite',
    },
    { field: words('回调域名（登录）', 'Redirect address'), value: '{public}' },
    { field: words('安全域名', 'Safe domain'), value: '{host}' },
  ],
};

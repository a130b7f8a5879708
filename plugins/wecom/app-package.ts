import { manifest } from '#adapters/wecom/manifest.ts';
import { type AppPackage, productWords } from '#core/platform/app-package.ts';

const words = (zh: string, en: string) => ({ zh, en });
const domain = words('可信域名', 'Trusted domain');

/** What WeCom's consoles ask for. https://developer.work.weixin.qq.com/document/path/90240 · …/90642 (read 2026-08) */
export const appPackage: AppPackage = {
  ...productWords,
  platform: manifest.id,
  icons: [{ file: 'plugins/icon-750.png', pixels: 750 }],
  permissions: manifest.permissions,
  events: [
    { name: 'change_contact', label: '通讯录变更' },
    { name: 'subscribe', label: '成员关注（进入可见范围）' },
    { name: 'unsubscribe', label: '成员取消关注' },
    { name: 'sys_approval_change', label: '审批状态变化' },
    { name: 'template_card_event', label: '模板卡片按钮' },
    { name: 'close_inactive_agent', label: '应用长期未使用被停用' },
  ],
  cardVariables: [],
  own: [
    { field: words('应用主页', 'Home page'), value: '{public}/open/wecom/{installation}' },
    {
      field: words('接收消息 URL', 'Address for messages'),
      value: '{public}/platform/wecom/callback/{installation}',
    },
    { field: domain, value: '{host}' },
    { field: words('企业微信授权登录 → Web 网页', 'Web sign-in'), value: '{host}' },
  ],
  market: [
    { field: words('应用主页', 'Home page'), value: '{public}/platform/wecom/open?corpid=$CORPID$' },
    {
      field: words('指令回调 URL', 'Instruction callback'),
      value: '{public}/platform/wecom/marketplace/suite',
    },
    { field: words('数据回调 URL', 'Data callback'), value: '{public}/platform/wecom/marketplace/company' },
    { field: domain, value: '{host}' },
    { field: words('安装完成回调域名', 'Install-callback host'), value: '{host}' },
    { field: words('安装链接（发给企业）', 'Link for companies'), value: '{public}/platform/wecom/install' },
  ],
};

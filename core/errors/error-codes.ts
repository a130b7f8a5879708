/** Status, whether a retry can help, and the reader's words: what happened (title) and what to do (remedy). `{name}` is filled from details. */
interface ErrorEntry {
  readonly status: number;
  readonly retryable: boolean;
  readonly title: { readonly zh: string; readonly en: string };
  readonly remedy: { readonly zh: string; readonly en: string };
}

const entry = (
  status: number,
  zh: string,
  zhRemedy: string,
  en: string,
  enRemedy: string,
  retryable = false,
): ErrorEntry => ({
  status,
  retryable,
  title: { zh, en },
  remedy: { zh: zhRemedy, en: enRemedy },
});

/** Every error the product can answer with. The code is part of the API (`type` of the problem document): never rename one. */
export const errorCodes = {
  BAD_REQUEST: entry(
    400,
    '请求格式不正确',
    '请检查「{field}」:{problem}',
    'The request is not valid',
    'Check “{field}”: {problem}',
  ),
  UNAUTHENTICATED: entry(
    401,
    '登录已失效',
    '请重新打开登录链接',
    'You are signed out',
    'Open your sign-in link again',
  ),
  FORBIDDEN: entry(
    403,
    '您没有进行此操作的权限',
    '请联系管理员开通权限',
    'You may not do this',
    'Ask an administrator for the permission',
  ),
  CSRF: entry(
    403,
    '页面已过期',
    '请刷新页面后重试',
    'This page is out of date',
    'Reload the page and try again',
  ),
  NOT_FOUND: entry(
    404,
    '没有找到',
    '它可能已被删除,或链接不完整',
    'Not found',
    'It may have been deleted, or the link is incomplete',
  ),
  METHOD_NOT_ALLOWED: entry(
    405,
    '不支持的请求方式',
    '请检查接口文档',
    'Method not allowed',
    'See the API description',
  ),
  CONFLICT: entry(
    409,
    '内容已被更新',
    '请刷新后查看最新内容再操作',
    'Someone changed this meanwhile',
    'Reload to see the latest state, then try again',
  ),
  STATE_CONFLICT: entry(
    409,
    '当前状态不能进行此操作',
    '请刷新查看当前状态:{state}',
    'Not possible in the current state',
    'Reload to see the current state: {state}',
  ),
  IDEMPOTENCY_MISMATCH: entry(
    409,
    '同一个幂等键用于了不同的请求',
    '请换一个 Idempotency-Key',
    'This Idempotency-Key was used for another request',
    'Use a new Idempotency-Key',
  ),
  LINK_EXPIRED: entry(
    410,
    '链接已过期',
    '请联系邀请您的人重新发送链接',
    'This link has expired',
    'Ask the person who invited you for a new link',
  ),
  LINK_REVOKED: entry(
    410,
    '链接已失效',
    '请联系邀请您的人确认',
    'This link was withdrawn',
    'Ask the person who invited you',
  ),
  LINK_USED: entry(
    410,
    '链接已使用过',
    '请重新获取登录链接',
    'This link was already used',
    'Get a new sign-in link',
  ),
  TOO_LARGE: entry(413, '内容超过大小限制', '上限为 {limit}', 'Too large', 'The limit is {limit}'),
  UNSUPPORTED_TYPE: entry(
    415,
    '不支持的文件类型',
    '支持:{supported}',
    'Unsupported file type',
    'Supported: {supported}',
  ),
  VALIDATION: entry(
    422,
    '有内容需要修改',
    '「{field}」:{problem}',
    'Something needs to be corrected',
    '“{field}”: {problem}',
  ),
  REPORT_NOT_VIEWED: entry(
    422,
    '请先查看报告再作决定',
    '打开报告或筛选卡片后再提交',
    'Read the report first',
    'Open the report or the screening card, then decide',
  ),
  ANOTHER_DEVICE: entry(
    409,
    '面试正在另一台设备上进行',
    '如要在本机继续,请点击「在本机继续」',
    'The interview is open on another device',
    'Choose “continue here” to go on with this device',
  ),
  RATE_LIMITED: entry(
    429,
    '操作太频繁',
    '请在 {seconds} 秒后重试',
    'Too many requests',
    'Try again in {seconds} seconds',
    true,
  ),
  INTERNAL: entry(
    500,
    '系统出现问题',
    '请稍后重试;如持续出现,请把编号 {requestId} 告诉管理员',
    'Something went wrong on our side',
    'Try again later; if it persists, give the administrator the number {requestId}',
    true,
  ),
  MODEL_UNAVAILABLE: entry(
    502,
    '模型服务暂时不可用',
    '系统会自动使用内置评分,或稍后重试',
    'The model service is unavailable',
    'The embedded scorer is used, or try again later',
    true,
  ),
  PLATFORM_UNEXPECTED: entry(
    502,
    '办公平台返回了意外结果',
    '请稍后重试,或让管理员运行 doctor 检查配置',
    'The office platform answered unexpectedly',
    'Try again later, or let an administrator run doctor',
    true,
  ),
  NOT_READY: entry(
    503,
    '服务正在启动或维护',
    '请稍后重试',
    'The service is starting or under maintenance',
    'Try again shortly',
    true,
  ),
  RESUME_PASSWORD: entry(
    422,
    '文件有密码保护',
    '请去掉密码后重新上传',
    'The file is password-protected',
    'Remove the password and upload it again',
  ),
  RESUME_DAMAGED: entry(
    422,
    '文件损坏或不完整',
    '请重新导出文件后上传',
    'The file is damaged or incomplete',
    'Export the file again and upload it',
  ),
  RESUME_EMPTY: entry(
    422,
    '文件是空的',
    '请选择有内容的文件',
    'The file is empty',
    'Choose a file with content',
  ),
  RESUME_NEEDS_OCR: entry(
    422,
    '文件里只有图片,没有文字',
    '请上传文字版,或手工填写信息',
    'The file holds only images, no text',
    'Upload a version with text, or type in the facts',
  ),
  RESUME_UNSAFE: entry(
    422,
    '文件解压后过大,已停止读取',
    '请上传普通的 PDF 或 DOCX 文件',
    'The file unpacks to an unsafe size',
    'Upload an ordinary PDF or DOCX file',
  ),
} as const satisfies Record<string, ErrorEntry>;

export type ErrorCode = keyof typeof errorCodes;

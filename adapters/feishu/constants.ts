import type { CallLimit } from '#adapters/shared/call-pace.ts';
import { AppError } from '#core/errors/app-error.ts';
import type { PlatformQuota } from '#core/ports/platform-quota.ts';

export const platformId = 'feishu';
/** Of the directory's calls, for each app, company and API: https://open.feishu.cn/document/server-docs/api-call-guide/frequency-control (read 2026-02). */
export const callLimits: readonly CallLimit[] = [
  { calls: 50, perMs: 1000 },
  { calls: 1000, perMs: 60_000 },
];
const rowsPerPage = 50;
/**
 * Self-built apps of a company on the free edition share these calls: https://open.feishu.cn/document/platform-notices/platform-updates-/custom-app-api-call-limit
 * (read 2026-02). A reading: departments and each department's people in pages of fifty, the contact scope and the people named in it.
 */
export const freeEdition: PlatformQuota = {
  edition: { zh: '飞书免费版', en: 'Feishu, free edition' },
  callsPerMonth: 10_000,
  readingCalls: ({ departments, people }) =>
    Math.ceil(departments / rowsPerPage) + departments + Math.floor(people / rowsPerPage) + 2,
  callsPerEvent: 1,
  acts: { approval: 35, card: 2 },
};
/** Calls of the directory, which are known by the size of a reading. */
export const isReadingCall = (api: string): boolean => api.startsWith('/contact/');
/** No slash at the end: the SDK would double it. */
export const apiBase = 'https://open.feishu.cn';
export const signInPage = 'https://accounts.feishu.cn/open-apis/authen/v1/authorize';

/** The token was refused: https://open.feishu.cn/document/server-docs/api-call-guide/generic-error-code (this and the lists below). */
export const tokenCodes: ReadonlySet<number> = new Set([99991661, 99991663, 99991664, 99991665, 99991671]);
/** Over a limit: the answer's header says for how long. */
export const rateLimited = 99991400;
/** Internal trouble of the platform that passes. */
export const busyCodes: ReadonlySet<number> = new Set([
  1500, 2200, 5000, 10101, 40003,
  // Limits of messages and calendars, which have codes of their own.
  230020, 230049, 190004, 190005, 190010,
]);
export const noSuchId = 99992351;
/** Department or person outside of the contact scope. */
export const outOfSight: ReadonlySet<number> = new Set([40004, 40014, 41050]);

const monthlyQuota = 99991403;
const quotaRestSeconds = 86_400;
const disconnected: ReadonlySet<number> = new Set([99991662, 99991673]);
const signIn: ReadonlySet<number> = new Set([
  20003, 20004, 20005, 20008, 20009, 20010, 20021, 20022, 20023, 20024, 20049, 20063, 20064, 20065, 20066,
  20069, 20071,
]);
const settings: ReadonlyMap<number, readonly [field: string, problem: string]> = new Map([
  [10003, ['appId', 'App ID 格式不正确 / malformed app id']],
  [10014, ['appSecret', '应用不存在、已停用或 Secret 不正确 / unknown or stopped app, or wrong secret']],
  [10015, ['appSecret', 'App Secret 不正确 / wrong app secret']],
  [20002, ['appSecret', 'App Secret 不正确 / wrong app secret']],
  [99991401, ['appId', '服务器 IP 不在白名单 / server address not in the IP whitelist']],
]);

/** The platform's refusal in our codes; what is unknown keeps its number and the platform's log id. */
export function errorOf(code: number, logId: string | null, permission: string | null): AppError {
  const trace = logId && /^[\w-]{1,64}$/.test(logId) ? { trace: logId } : {};
  const details = { platform: platformId, platformCode: String(code), ...trace };
  const setting = settings.get(code);
  if (setting) {
    return new AppError('PLATFORM_SETTINGS', {
      details: { ...details, field: setting[0], problem: setting[1] },
    });
  }
  if (code === 99991672 || outOfSight.has(code)) {
    return new AppError('PLATFORM_PERMISSION', {
      details: { ...details, permission: permission ?? '通讯录权限范围' },
    });
  }
  if (code === monthlyQuota) {
    return new AppError('PLATFORM_BUSY', { details: { ...details, seconds: quotaRestSeconds } });
  }
  if (disconnected.has(code)) return new AppError('PLATFORM_DISCONNECTED', { details });
  if (signIn.has(code)) return new AppError('PLATFORM_SIGN_IN', { details });
  return new AppError('PLATFORM_UNEXPECTED', { details });
}

import type { CallLimit } from '#adapters/shared/call-pace.ts';
import { AppError } from '#core/errors/app-error.ts';
import type { PlatformQuota } from '#core/ports/platform-quota.ts';

export const platformId = 'dingtalk';
/** Of the free edition, for each app and API: https://open.dingtalk.com/document/orgapp/invocation-frequency-limit (read 2026-08). */
export const callLimits: readonly CallLimit[] = [{ calls: 20, perMs: 1000 }];
/** New and old family of calls: https://open.dingtalk.com/document/orgapp/how-to-call-apis (read 2026-08). */
export const apiBase = 'https://api.dingtalk.com';
export const oapiBase = 'https://oapi.dingtalk.com';
export const signInPage = 'https://login.dingtalk.com/oauth2/auth';

/**
 * Codes of both families as text: numbers of the old one, names of the new one.
 * https://open.dingtalk.com/document/orgapp/server-api-error-codes-1 (this and the lists below)
 */
export const tokenCodes: ReadonlySet<string> = new Set([
  '40014',
  '42001',
  '43007',
  '41001',
  'InvalidAuthentication',
]);
/** Busy, or over a limit, with the seconds to wait; the per-second limits pass with the second. */
export const busyCodes: ReadonlyMap<string, number | null> = new Map([
  ['-1', null],
  ['15', null],
  ['isp.top-remote-connection-timeout', null],
  ['90018', 1],
  ['90019', 1],
  ['90002', 1],
  ['Forbidden.AccessDenied.QpsLimitForAppkeyAndApi', 1],
  ['Forbidden.AccessDenied.QpsLimitForSuitekeyAndOrgAndApi', 1],
  ['Forbidden.AccessDenied.QpsLimitForApi', 1],
  ['Forbidden.AccessDenied.QpmLimitForAppkeyAndApi', 60],
  ['Forbidden.AccessDenied.QpmLimitForSuitekeyAndOrgAndApi', 60],
]);
export const noSuchPerson: ReadonlySet<string> = new Set(['60121', '33012']);
export const noSuchDepartment: ReadonlySet<string> = new Set(['60003']);
/** Person or department outside of what the app may see. */
export const outOfSight: ReadonlySet<string> = new Set(['50002', '50004']);

/**
 * Internal apps of a company on the free edition share these calls; tokens, sign-in, the directory and HR are free, a paid edition has
 * 200 000: https://open.dingtalk.com/document/orgapp/invocation-frequency-limit (read 2026-08)
 */
export const freeEdition: PlatformQuota = {
  edition: { zh: '钉钉标准版（免费）', en: 'DingTalk, free edition' },
  callsPerMonth: 5000,
  readingCalls: () => 0,
  callsPerEvent: 0,
  acts: { approval: 30, card: 3 },
};
const free =
  /^(?:auth\/scopes|topapi\/(?:v2\/)?(?:user|department)\/|[A-Z]+ \/v1\.0\/(?:contact\/|oauth2\/\w*[tT]oken$))/;

/** Whether a call does not count against the month. The ticket that signs pages is not named among the free ones. */
export const isFreeCall = (api: string): boolean => free.test(api);

/** The month's calls of the free edition are used up. */
const quota: ReadonlySet<string> = new Set(['90020', 'Forbidden.AccessDenied.ApiCountLimitForOrg']);
const signIn: ReadonlySet<string> = new Set(['40078', 'invalidCode', 'invalid.code']);
const disconnected: ReadonlySet<string> = new Set(['70003', 'unauthorized.client', 'invalidAuthInfo']);
const permissions: ReadonlyMap<string, string> = new Map([
  ['60011', '接口权限'],
  ['Forbidden.AccessDenied.AccessTokenPermissionDenied', '接口权限'],
  ['50002', '通讯录权限范围'],
  ['50004', '通讯录权限范围'],
]);
const settings: ReadonlyMap<string, readonly [field: string, problem: string]> = new Map([
  ['40089', ['appSecret', 'Client ID 或 Client Secret 不正确 / wrong client id or secret']],
  ['40001', ['appSecret', 'Client Secret 不正确 / wrong client secret']],
  ['invalidClientIdOrSecret', ['appSecret', 'Client ID 或 Client Secret 不正确 / wrong client id or secret']],
  [
    '885001',
    ['DINGTALK_SUITE_MESSAGE_TEMPLATE', '没有这个消息模板 / there is no message template of that id'],
  ],
  [
    '885006',
    ['DINGTALK_SUITE_MESSAGE_TEMPLATE', '消息模板还没有通过审核 / the message template is not approved yet'],
  ],
  ['60020', ['appKey', '服务器 IP 不在白名单 / server address not in the IP whitelist']],
  [
    'Forbidden.AccessDenied.IpNotInWhiteList',
    ['appKey', '服务器 IP 不在白名单 / server address not in the IP whitelist'],
  ],
]);

const monthSeconds = 86_400;

/** The platform's refusal in our codes; what is unknown keeps its code and the platform's request id. */
export function errorOf(code: string, requestId: string | null, permission?: string): AppError {
  const trace = requestId && /^[\w-]{1,64}$/.test(requestId) ? { trace: requestId } : {};
  const details = { platform: platformId, platformCode: code, ...trace };
  const setting = settings.get(code);
  const lacking = permissions.get(code);
  if (setting) {
    return new AppError('PLATFORM_SETTINGS', {
      details: { ...details, field: setting[0], problem: setting[1] },
    });
  }
  if (lacking) {
    return new AppError('PLATFORM_PERMISSION', {
      details: { ...details, permission: permission ?? lacking },
    });
  }
  if (quota.has(code))
    return new AppError('PLATFORM_BUSY', { details: { ...details, seconds: monthSeconds } });
  if (signIn.has(code)) return new AppError('PLATFORM_SIGN_IN', { details });
  if (disconnected.has(code)) return new AppError('PLATFORM_DISCONNECTED', { details });
  return new AppError('PLATFORM_UNEXPECTED', { details });
}

import type { CallLimit } from '#adapters/shared/call-pace.ts';
import { AppError } from '#core/errors/app-error.ts';

export const platformId = 'wecom';
/** 10 000/min: https://developer.work.weixin.qq.com/document/path/90312 (read 2026-08); a tenth of it in a tenth of the time */
export const callLimits: readonly CallLimit[] = [{ calls: 1000, perMs: 6000 }];
/** Every call starts here; an operator may put a relay with a fixed address in front. */
export const apiBase = 'https://qyapi.weixin.qq.com';
/** Silent sign-in inside the client: https://developer.work.weixin.qq.com/document/path/91022 (read 2026-08). */
/** Where an administrator authorises the suite. */
export const installPage = 'https://open.work.weixin.qq.com/3rdapp/install';
export const clientSignInPage = 'https://open.weixin.qq.com/connect/oauth2/authorize';
/** Sign-in in a plain browser: https://developer.work.weixin.qq.com/document/path/98179 (read 2026-08). */
export const browserSignInPage = 'https://login.work.weixin.qq.com/wwlogin/sso/login';

/** The access token was refused: https://developer.work.weixin.qq.com/document/path/90455 (this and the lists below). */
export const tokenCodes: ReadonlySet<number> = new Set([40014, 42001, 41001]);
/** Busy, or over a limit, with the seconds to wait where the documents give them. */
export const busyCodes: ReadonlyMap<number, number | null> = new Map([
  [-1, null],
  [45033, 2],
  [45009, 60],
]);
export const noSuchPerson: ReadonlySet<number> = new Set([60111, 40003]);
export const noSuchDepartment: ReadonlySet<number> = new Set([60003, 60123]);
/** Every receiver of a message was refused; the field that names those without a licence. */
export const nobodyReached = 81013;
export const noLicence = 'unlicenseduser';
/** A person, department or tag outside of what the app may see. */
export const outOfSight = 60011;

const disconnected: ReadonlySet<number> = new Set([50003, 48004, 301056]);
const signIn: ReadonlySet<number> = new Set([40029, 84014, 84015, 50002]);
const permissions: ReadonlyMap<number, string> = new Map([
  [48002, '接口权限'],
  [60011, '可见范围'],
  [301002, '应用权限'],
  [301055, '审批'],
]);
const settings: ReadonlyMap<number, readonly [field: string, problem: string]> = new Map([
  [40001, ['secret', 'Secret 不正确 / wrong secret']],
  [40013, ['corpId', '企业 ID 不正确 / wrong corp id']],
  [2000002, ['corpId', '企业 ID 不存在 / no such corp']],
  [40056, ['agentId', 'AgentId 不正确 / wrong agent id']],
  [60020, ['secret', '服务器 IP 不在「企业可信 IP」中 / server address not in the trusted IPs']],
  [50001, ['agentId', '回调域名不是可信域名 / the host is not a trusted domain']],
]);

/** The platform's refusal in our codes; what is unknown keeps its number and the platform's trace id. */
export function errorOf(code: number, message: string): AppError {
  const trace = /hint: \[([\w-]{1,64})\]/.exec(message)?.[1];
  const details = { platform: platformId, platformCode: String(code), ...(trace ? { trace } : {}) };
  const setting = settings.get(code);
  const permission = permissions.get(code);
  if (setting) {
    return new AppError('PLATFORM_SETTINGS', {
      details: { ...details, field: setting[0], problem: setting[1] },
    });
  }
  if (permission) return new AppError('PLATFORM_PERMISSION', { details: { ...details, permission } });
  if (disconnected.has(code)) return new AppError('PLATFORM_DISCONNECTED', { details });
  if (signIn.has(code)) return new AppError('PLATFORM_SIGN_IN', { details });
  return new AppError('PLATFORM_UNEXPECTED', { details });
}

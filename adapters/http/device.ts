import type { Context } from 'hono';
import type { Device } from '#core/company/device.ts';

/** Apps and browsers that are told apart, the more special first: each of them also calls itself by the later names. */
const apps = [
  ['wecom', /wxwork\//i],
  ['wechat', /MicroMessenger\//i],
  ['dingtalk', /DingTalk/i],
  ['feishu', /\b(?:Lark|Feishu)\//i],
  ['qq', /\b(?:MQQBrowser|QQ)\//i],
  ['edge', /\bEdg(?:A|iOS)?\//i],
  ['opera', /\bOPR\//i],
  ['samsung', /SamsungBrowser\//i],
  ['huawei', /HuaweiBrowser\//i],
  ['xiaomi', /MiuiBrowser\//i],
  ['firefox', /\b(?:Firefox|FxiOS)\//i],
  ['chrome', /\b(?:Chrome|CriOS)\//i],
  ['safari', /\bSafari\//i],
] as const;

const systems = [
  ['iphone', /iPhone|iPod/i],
  ['ipad', /iPad/i],
  ['harmony', /HarmonyOS|OpenHarmony/i],
  ['android', /Android/i],
  ['windows', /Windows/i],
  ['mac', /Macintosh|Mac OS X/i],
  ['linux', /Linux|CrOS/i],
] as const;

type DeviceApp = (typeof apps)[number][0];
type DeviceSystem = (typeof systems)[number][0];

/** Names that `Device.app` may have. */
export const deviceApps: readonly DeviceApp[] = apps.map(([name]) => name);
/** Names that `Device.system` may have. */
export const deviceSystems: readonly DeviceSystem[] = systems.map(([name]) => name);

/** The app and the system that a browser names itself with (RFC 9110, User-Agent); null where it names neither. */
export function deviceOf(userAgent: string): Device | null {
  const text = userAgent.slice(0, 1000);
  const app = apps.find(([, form]) => form.test(text))?.[0] ?? null;
  const system = systems.find(([, form]) => form.test(text))?.[0] ?? null;
  return app === null && system === null ? null : { app, system };
}

/** The browser that asks, as it names itself. */
export const askingDevice = (http: Context): Device | null => deviceOf(http.req.header('user-agent') ?? '');

/** A stored device by the names that are known today. */
export const namedDevice = (device: Device): { app: DeviceApp | null; system: DeviceSystem | null } => ({
  app: deviceApps.find((name) => name === device.app) ?? null,
  system: deviceSystems.find((name) => name === device.system) ?? null,
});

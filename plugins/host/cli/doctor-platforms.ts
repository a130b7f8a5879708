import { apiBase as dingtalkApi } from '#adapters/dingtalk/constants.ts';
import { apiBase as feishuApi } from '#adapters/feishu/constants.ts';
import { httpFetch } from '#adapters/shared/http-fetch.ts';
import { apiBase as wecomApi } from '#adapters/wecom/constants.ts';
import { AppError } from '#core/errors/app-error.ts';
import { cardStanding } from '#core/message/card-standing.ts';
import { addressesOf } from '#core/platform/addresses.ts';
import { checkPlatform } from '#core/platform/connect-platform.ts';
import type { InstallationRow } from '#core/ports/repositories/platforms.ts';
import { type TenantContext, tenantContext } from '#core/ports/services.ts';
import type { Config } from '../config.ts';
import { officeFetch } from '../office-fetch.ts';
import type { Installation } from '../open-installation.ts';
import { explain } from './command.ts';
import { type Finding, type Found, fail, ok, warn } from './doctor-finding.ts';
import { isReachable, providerFindings } from './doctor-providers.ts';

const days = 86_400_000;
/** Pushes are refused when the clocks differ by five minutes; before that is the time to say so. */
const worrySkewSeconds = 60;
/** The platforms' codes for an address that is not in the app's list of trusted ones. */
const addressCodes: ReadonlySet<string> = new Set([
  '60020',
  '99991401',
  'Forbidden.AccessDenied.IpNotInWhiteList',
]);

/** Every connected company: keys, permissions, trusted address, callback, visible scope, the reading; and the clock against each platform's. */
export async function platformFindings(
  { services }: Installation,
  config: Config,
): Promise<readonly Finding[]> {
  const findings: Finding[] = [];
  const clocks = new Set<string>();
  for (const tenant of await services.system.tenants()) {
    if (tenant.state !== 'active') continue;
    const context = tenantContext(services, tenant.id, { kind: 'system', id: null }, 'zh');
    const row = await context.store.platform.installation();
    if (!row) continue;
    const add = (check: string, found: Found) =>
      void findings.push({ check: `${row.platform}.${check}`, company: tenant.id, ...found });
    if (!clocks.has(row.platform)) {
      clocks.add(row.platform);
      findings.push({ check: `${row.platform}.network`, ...(await networkAndClock(row.platform, config)) });
    }
    for (const [check, found] of await permissions(context, row.platform, config)) add(check, found);
    add('cards', await cards(context));
    // A marketplace sends a company's events to the provider's address, which is looked at by itself.
    if (row.kind === 'own') add('events', await events(context, row, config));
    add('organisation', await organisation(context));
  }
  return [...findings, ...(await providerFindings(services, config))];
}

async function networkAndClock(platform: string, { office }: Config): Promise<Found> {
  const origins: Readonly<Record<string, string>> = {
    wecom: office.wecomApi ?? wecomApi,
    dingtalk: office.dingtalkApi ?? dingtalkApi,
    feishu: office.feishuApi ?? feishuApi,
  };
  const origin = origins[platform];
  if (origin === undefined) return ok('没有可测试的地址', 'no address to try');
  const send = httpFetch({ fetch: officeFetch(office.proxy), timeoutMs: 8000, attempts: 1 });
  const way = office.proxy === null ? '' : ' (OFFICE_PROXY)';
  try {
    const { headers } = await send(origin, { method: 'GET' });
    const theirs = Date.parse(headers.get('date') ?? '');
    if (Number.isNaN(theirs)) return ok(`可以访问 ${origin}${way}`, `${origin} answers${way}`);
    const skew = Math.round((Date.now() - theirs) / 1000);
    return Math.abs(skew) > worrySkewSeconds
      ? fail(
          `本机时钟与平台相差 ${skew} 秒，超过 300 秒时事件推送会被拒绝；请开启 NTP 校时`,
          `the clock differs from the platform's by ${skew} s; beyond 300 s events are refused. Turn NTP on`,
        )
      : ok(
          `可以访问 ${origin}${way}，时钟相差 ${skew} 秒`,
          `${origin} answers${way}, clocks differ by ${skew} s`,
        );
  } catch (error) {
    const { zh, en } = explain(error);
    return fail(
      `无法访问 ${origin}${way}：${zh}；请检查出网规则或 OFFICE_PROXY`,
      `${origin} cannot be reached${way}: ${en}; look at the outgoing rules of the network, or at OFFICE_PROXY`,
    );
  }
}

async function permissions(
  context: TenantContext,
  platform: string,
  { office }: Config,
): Promise<readonly (readonly [string, Found])[]> {
  try {
    const checks = await checkPlatform(context);
    const lacking = checks.filter(({ granted }) => !granted);
    const untried = untriedOf(context, platform);
    if (lacking.length === 0)
      return [
        [
          'permissions',
          ok(
            `密钥有效，能测试的 ${checks.length} 项权限均可用${untried.zh}`,
            `keys are right, all ${checks.length} permissions that can be tried work${untried.en}`,
          ),
        ],
      ];
    return lacking.map(({ permission: { name, neededFor }, platformCode }): [string, Found] => [
      `permission:${name}`,
      warn(
        `缺少权限（平台代码 ${platformCode}）：${neededFor.zh}；请在平台控制台开通后重试`,
        `lacking (platform's code ${platformCode}): ${neededFor.en}. Grant it in the platform's console`,
      ),
    ]);
  } catch (error) {
    const code = error instanceof AppError ? String(error.details.platformCode ?? '') : '';
    if (addressCodes.has(code)) {
      const relay =
        office.proxy === null ? 'OFFICE_PROXY 未设置 / is not set' : 'OFFICE_PROXY 已设置 / is set';
      return [
        [
          'trustedAddress',
          fail(
            `平台拒绝了本机的出口 IP（代码 ${code}）。请把固定出口 IP 填入控制台的可信 IP / 白名单；没有固定 IP 时用 OFFICE_PROXY 走固定出口（${relay}）`,
            `the platform refuses this machine's address (code ${code}). Put its fixed address into the console's list of trusted IPs; without a fixed one, go out by OFFICE_PROXY (${relay})`,
          ),
        ],
      ];
    }
    const { zh, en } = explain(error);
    return [['keys', fail(zh, en)]];
  }
}

/** Permissions that only a write would try, to be looked up by a person. */
function untriedOf({ services }: TenantContext, platform: string): Found['words'] {
  const manifest = services.platforms.find((one) => one.manifest.id === platform)?.manifest;
  const names = (manifest?.permissions ?? []).flatMap((one) => (one.onlyWritingTells ? [one.name] : []));
  if (names.length === 0) return { zh: '', en: '' };
  return {
    zh: `；请在控制台核对只有使用时才知道的：${names.join('、')}`,
    en: `; look these up in the console, only their use tells: ${names.join(', ')}`,
  };
}

async function cards(context: TenantContext): Promise<Found> {
  const { possible, notSetUp } = await cardStanding(context);
  if (notSetUp !== null) return warn(notSetUp.zh, notSetUp.en);
  return possible
    ? ok('提醒会以卡片发到办公应用', 'notices go out as cards')
    : ok('提醒只在进击里显示', 'notices are shown inside Jinji');
}

async function events(
  { store, services }: TenantContext,
  row: InstallationRow,
  config: Config,
): Promise<Found> {
  const delivery = await store.platform.deliveries.get(row.id);
  if (delivery?.way === 'connection') {
    return delivery.connectedAt
      ? ok(
          `长连接自 ${delivery.connectedAt} 起保持`,
          `the long connection stands since ${delivery.connectedAt}`,
        )
      : fail(
          `长连接没有建立（${delivery.errorCode ?? '服务未运行'}）；请确认 Node 服务正在运行，且控制台选择了长连接方式`,
          `the long connection does not stand (${delivery.errorCode ?? 'no server is running'}); is the Node server running, and the way chosen in the console?`,
        );
  }
  const { callbackUrl } = addressesOf(services.publicUrl, row.platform, row.id);
  if (!isReachable(config.publicUrl)) {
    return fail(
      `平台访问不到 ${callbackUrl}：请把 PUBLIC_URL 设为公网 https 地址，或改用长连接（钉钉、飞书）`,
      `the platform cannot reach ${callbackUrl}: set PUBLIC_URL to a public https address, or use the long connection (DingTalk, Feishu)`,
    );
  }
  const heard = delivery?.heardAt ?? null;
  const quiet = heard === null ? null : services.clock.now().getTime() - Date.parse(heard);
  if (quiet === null)
    return warn(
      `从未收到平台推送；请在控制台填写回调地址 ${callbackUrl} 并保存（保存时平台会校验）`,
      `nothing was ever received; enter ${callbackUrl} in the platform's console and save it: saving makes the platform check it`,
    );
  return quiet > 30 * days
    ? warn(
        `上次收到推送是 ${heard}，请在控制台重新保存回调地址以校验`,
        `the last event came at ${heard}; save the callback address in the console again to have it checked`,
      )
    : ok(`回调地址有效，上次收到推送 ${heard}`, `the callback address works, last used at ${heard}`);
}

async function organisation({ store }: TenantContext): Promise<Found> {
  const run = await store.organisation.latestRun();
  if (!run) return warn('还没有读取过组织', 'the directory was never read');
  const { departments, people } = run.counts;
  if (run.state === 'held')
    return warn(
      '有大量部门或人员消失，读取已暂停；请在「设置 → 办公平台」确认',
      'very many rows vanished and the reading waits; confirm it in Settings → Office platforms',
    );
  if (run.state === 'failed' || run.errorCode)
    return fail(
      `上次读取失败：${run.errorCode}；修正后在设置页重新读取`,
      `the last reading failed: ${run.errorCode}; mend it and read again in the settings`,
    );
  if (run.state === 'running')
    return ok(
      `正在读取：${departments} 个部门、${people} 人`,
      `being read: ${departments} departments, ${people} people`,
    );
  return people === 0
    ? warn(
        '应用看不到任何人；请在控制台扩大可见范围',
        'the app sees nobody; widen its visible scope in the console',
      )
    : ok(
        `可见 ${departments} 个部门、${people} 人次，读取于 ${run.finishedAt}`,
        `${departments} departments and ${people} memberships are visible, read at ${run.finishedAt}`,
      );
}

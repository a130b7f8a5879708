import { providerAddresses } from '#core/installation/provider-addresses.ts';
import { ticketUntil } from '#core/installation/provider-tools.ts';
import type { Services } from '#core/ports/services.ts';
import type { Config } from '../config.ts';
import { type Finding, type Found, fail, ok } from './doctor-finding.ts';

/** Whether a platform's servers can reach an address of this installation. */
export function isReachable(publicUrl: string): boolean {
  const { protocol, hostname } = new URL(publicUrl);
  return protocol === 'https:' && !/^(localhost|127\.|10\.|192\.168\.|\[::1\])/.test(hostname);
}

/** Every marketplace on which the operator is a provider: whether the platform reaches us, and its tickets come. */
export async function providerFindings(
  services: Services,
  { publicUrl }: Pick<Config, 'publicUrl'>,
): Promise<readonly Finding[]> {
  const findings: Finding[] = [];
  for (const { manifest, marketplace } of services.platforms) {
    if (!marketplace) continue;
    const until = await ticketUntil(services, manifest.id);
    const { suite } = providerAddresses(publicUrl, manifest.id, marketplace.identity === null);
    findings.push({ check: `${manifest.id}.marketplace`, ...standing(suite, until, isReachable(publicUrl)) });
  }
  return findings;
}

function standing(address: string, until: string | null, reachable: boolean): Found {
  if (!reachable) {
    return fail(
      `应用市场的推送到不了 ${address}：请把 PUBLIC_URL 设为公网 https 地址`,
      `the marketplace cannot reach ${address}: set PUBLIC_URL to a public https address`,
    );
  }
  return until === null
    ? fail(
        `没有有效的票据，已安装的企业无法调用平台；请确认服务正在运行、控制台的回调地址是 ${address}，再在控制台手动推送一次票据`,
        `there is no living ticket, so installed companies cannot be served: is the service running, and the callback address in the console ${address}? Then push a ticket from the console`,
      )
    : ok(`票据有效至 ${until}`, `the ticket lives until ${until}`);
}

import { AppError } from '#core/errors/app-error.ts';

/** Ranges that are not the public internet: https://www.iana.org/assignments/iana-ipv4-special-registry (read 2026-11-23). */
const privateIpv4: readonly (readonly [string, number])[] = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
];

/** Parts of 2000::/3, the only public block, that are not public: https://www.iana.org/assignments/iana-ipv6-special-registry */
const privateIpv6: readonly (readonly [string, number])[] = [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
];

function ipv4Number(text: string): bigint | null {
  const parts = text.split('.');
  if (parts.length !== 4 || !parts.every((part) => /^\d{1,3}$/.test(part) && Number(part) < 256)) return null;
  return parts.reduce((sum, part) => (sum << 8n) + BigInt(part), 0n);
}

function ipv6Groups(text: string): readonly bigint[] | null {
  if (text === '') return [];
  const groups: bigint[] = [];
  const parts = text.split(':');
  for (const [i, part] of parts.entries()) {
    const ipv4 = i === parts.length - 1 ? ipv4Number(part) : null;
    if (ipv4 !== null) groups.push(ipv4 >> 16n, ipv4 & 0xffffn);
    else if (/^[0-9a-f]{1,4}$/i.test(part)) groups.push(BigInt(`0x${part}`));
    else return null;
  }
  return groups;
}

function ipv6Number(text: string): bigint | null {
  const [before = '', after, ...more] = (text.split('%')[0] ?? '').split('::');
  const head = ipv6Groups(before);
  const tail = after === undefined ? [] : ipv6Groups(after);
  if (head === null || tail === null || more.length > 0) return null;
  const gap = 8 - head.length - tail.length;
  if (after === undefined ? gap !== 0 : gap < 1) return null;
  const groups = [...head, ...Array<bigint>(gap).fill(0n), ...tail];
  return groups.reduce((sum, group) => (sum << 16n) + group, 0n);
}

const inRange = (address: bigint, range: bigint | null, prefix: number, bits: number): boolean =>
  range !== null && address >> BigInt(bits - prefix) === range >> BigInt(bits - prefix);

function isPublicIpv4(address: bigint): boolean {
  return !privateIpv4.some(([range, prefix]) => inRange(address, ipv4Number(range), prefix, 32));
}

/** Whether text is an IP address that anyone on the internet could reach. False for private ranges and for what is no address. */
export function isPublicAddress(text: string): boolean {
  const ipv4 = ipv4Number(text);
  if (ipv4 !== null) return isPublicIpv4(ipv4);
  const address = ipv6Number(text);
  if (address === null) return false;
  // IPv4 in disguise: mapped (::ffff:0:0/96) and translated by a provider's NAT64 (64:ff9b::/96).
  const head = address >> 32n;
  if (head === 0xffffn || head === 0x64ff9b0000000000000000n) return isPublicIpv4(address & 0xffffffffn);
  if (!inRange(address, ipv6Number('2000::'), 3, 128)) return false;
  return !privateIpv6.some(([range, prefix]) => inRange(address, ipv6Number(range), prefix, 128));
}

/** Names that never mean a host on the internet. */
const localName = /^[^.]*$|\.(?:localhost|local|internal|intranet|lan|home|corp|home\.arpa|test|onion)$/;

/** What the operator allowed by name: `ollama`, `192.168.1.5`, `models.corp.example:8000`. */
export type AllowedHosts = readonly string[];

const plainHost = (url: URL): string =>
  url.hostname
    .replace(/^\[|\]$/g, '')
    .replace(/\.$/, '')
    .toLowerCase();

/** Whether the operator named this host, or host and port, in the settings. */
export function isAllowedHost(url: URL, allowed: AllowedHosts): boolean {
  const host = plainHost(url);
  const port = url.port || (url.protocol === 'https:' ? '443' : '80');
  const names = [host, `${host}:${port}`, `[${host}]`, `[${host}]:${port}`];
  return allowed.some((name) => names.includes(name.trim().toLowerCase()));
}

const refuse = (url: URL, problem: string): AppError =>
  new AppError('ADDRESS_REFUSED', { details: { host: plainHost(url), problem } });

/**
 * Refuses addresses typed by an admin that lead into private networks (design.md D22): other schemes than https, credentials in the
 * address, private IP addresses in any notation, local names. Hosts that the operator allowed by name pass, also over http.
 *
 * A public name may still resolve to a private address: on Node `guardedFetch` checks again at the moment of connecting.
 * @throws AppError `ADDRESS_REFUSED`
 */
export function assertPublicAddress(url: URL, allowed: AllowedHosts): void {
  if (url.username !== '' || url.password !== '')
    throw refuse(url, 'no user name or password in the address');
  if (url.protocol !== 'https:' && url.protocol !== 'http:') throw refuse(url, 'only https');
  if (isAllowedHost(url, allowed)) return;
  if (url.protocol !== 'https:') throw refuse(url, 'only https');
  const host = plainHost(url);
  const isAddress = ipv4Number(host) !== null || host.includes(':');
  if (isAddress ? !isPublicAddress(host) : localName.test(host)) throw refuse(url, 'a private network');
}

import { readFile } from 'node:fs/promises';
import { createSecureContext } from 'node:tls';
import { ConfigError, type SettingFault } from './config.ts';

/** Certificate chain and key as PEM. */
export interface TlsFiles {
  readonly cert: Buffer;
  readonly key: Buffer;
}

const faults = {
  TLS_CERT: { name: 'TLS_CERT', example: '/etc/jinji/tls.crt' },
  TLS_KEY: { name: 'TLS_KEY', example: '/etc/jinji/tls.key' },
} as const;

async function readOne(name: keyof typeof faults, path: string, found: SettingFault[]): Promise<Buffer> {
  try {
    return await readFile(path);
  } catch {
    found.push({ ...faults[name], expected: 'a PEM file that this account can read' });
    return Buffer.alloc(0);
  }
}

function isSound(options: Partial<TlsFiles>): boolean {
  try {
    createSecureContext(options);
    return true;
  } catch {
    return false;
  }
}

/**
 * Reads certificate and key and tries them together.
 * @throws ConfigError that names the setting whose file is missing, is no PEM, or does not belong to the other
 */
export async function readTlsFiles(files: {
  readonly certFile: string;
  readonly keyFile: string;
}): Promise<TlsFiles> {
  const found: SettingFault[] = [];
  const cert = await readOne('TLS_CERT', files.certFile, found);
  const key = await readOne('TLS_KEY', files.keyFile, found);
  if (found.length > 0) throw new ConfigError(found);
  if (!isSound({ cert })) found.push({ ...faults.TLS_CERT, expected: 'a certificate chain in PEM' });
  if (!isSound({ key }))
    found.push({ ...faults.TLS_KEY, expected: 'a private key in PEM without a password' });
  if (found.length === 0 && !isSound({ cert, key }))
    found.push({ ...faults.TLS_KEY, expected: 'the private key of the certificate in TLS_CERT' });
  if (found.length > 0) throw new ConfigError(found);
  return { cert, key };
}

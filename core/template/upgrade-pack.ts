import type { Finding } from './finding.ts';
import { packFormatVersion } from './schemas/industry-pack.ts';

type JsonObject = Readonly<Record<string, unknown>>;

/** `steps[n]` turns a pack of format n into one of format n + 1. A step is never edited once released. */
const steps: readonly ((pack: JsonObject) => JsonObject)[] = [
  // Format 0: files written before the format was numbered.
  (pack) => ({ ...pack, formatVersion: 1 }),
];

/** A value in today's format, or why it can't be brought there. */
export type Upgraded =
  | { readonly ok: true; readonly value: unknown; readonly from: number }
  | { readonly ok: false; readonly findings: readonly Finding[] };

/**
 * Brings a pack file of an older format to today's. A value that is no object is handed on for the schema to complain about.
 * A file of a newer format is refused: guessing at unknown fields would lose them.
 */
export function upgradePack(value: unknown): Upgraded {
  if (!isObject(value)) return { ok: true, value, from: packFormatVersion };
  const from = value.formatVersion ?? 0;
  if (typeof from !== 'number' || !Number.isInteger(from) || from < 0) {
    return refused('格式版本应为整数，例如 1', 'the format version must be a whole number, e.g. 1');
  }
  if (from > packFormatVersion) {
    return refused(
      `文件格式版本 ${from} 比本系统支持的 ${packFormatVersion} 新，请先升级系统`,
      `format version ${from} is newer than ${packFormatVersion}, which this system reads; update it first`,
    );
  }
  const upgraded = steps.slice(from).reduce<JsonObject>((pack, step) => step(pack), value);
  return { ok: true, value: upgraded, from };
}

function refused(zh: string, en: string): Upgraded {
  return {
    ok: false,
    findings: [{ severity: 'error', code: 'format-version', path: '/formatVersion', message: { zh, en } }],
  };
}

function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

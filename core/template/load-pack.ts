import { validateIndustryPack } from './generated/validators.js';
import { type Loaded, loadTemplate } from './load-template.ts';
import { parseJson } from './parse-json.ts';
import type { IndustryPack } from './schemas/industry-pack.ts';
import { upgradePack } from './upgrade-pack.ts';

/**
 * Reads an industry pack from JSON text or a parsed value: upgrades an older format, then checks the schema.
 * Unknown fields are refused with their path. What the pack means is checked by `checkPack`.
 */
export function loadPack(input: unknown): Loaded<IndustryPack> {
  const parsed = typeof input === 'string' ? parseJson(input) : { ok: true as const, value: input };
  if (!parsed.ok) return parsed;
  const upgraded = upgradePack(parsed.value);
  return upgraded.ok ? loadTemplate(validateIndustryPack, upgraded.value) : upgraded;
}

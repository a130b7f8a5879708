import { isRecord, unexpected } from '#adapters/shared/platform-call.ts';
import type { ApprovalDefinition, FormField, FormFieldKind } from '#core/ports/platform-approvals.ts';
import { platformId } from './constants.ts';

export type WecomRecord = Readonly<Record<string, unknown>>;

const kinds: Readonly<Record<string, FormFieldKind>> = {
  Text: 'text',
  Textarea: 'long_text',
  Number: 'number',
  Money: 'money',
  Date: 'date',
  Selector: 'choice',
};

/** Controls that nobody fills: WeCom computes or only shows them. */
const passive: ReadonlySet<string> = new Set(['Formula', 'Tips']);

/** The Chinese text of a list of `{text, lang}`, or the first. */
export function wordsOf(value: unknown): string {
  const all = Array.isArray(value) ? value.filter(isRecord) : [];
  const chosen = all.find(({ lang }) => lang === 'zh_CN') ?? all[0];
  return typeof chosen?.text === 'string' ? chosen.text : '';
}

function optionsOf(config: unknown): FormField['options'] {
  const selector = isRecord(config) && isRecord(config.selector) ? config.selector : {};
  const options = Array.isArray(selector.options) ? selector.options.filter(isRecord) : [];
  return options.map(({ key, value }) => ({ value: String(key ?? ''), label: wordsOf(value) }));
}

function fieldOf(control: WecomRecord): FormField {
  const { property } = control;
  if (!isRecord(property) || typeof property.control !== 'string' || typeof property.id !== 'string') {
    throw unexpected(platformId, 'control');
  }
  const kind = kinds[property.control] ?? 'other';
  return {
    id: property.id,
    name: wordsOf(property.title),
    kind,
    control: property.control,
    required: Number(property.require) === 1 && !passive.has(property.control),
    options: kind === 'choice' ? optionsOf(control.config) : [],
  };
}

/** A template as WeCom answers it: https://developer.work.weixin.qq.com/document/path/91982 (read 2026-08). */
export function definitionOf(id: string, body: WecomRecord): ApprovalDefinition {
  const content = isRecord(body.template_content) ? body.template_content : {};
  if (!Array.isArray(content.controls)) throw unexpected(platformId, 'controls');
  return {
    id,
    name: wordsOf(body.template_names),
    fields: content.controls.filter(isRecord).map(fieldOf),
    openNodes: [],
    unusable: null,
  };
}

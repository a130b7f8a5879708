import { isRecord, unexpected } from '#adapters/shared/platform-call.ts';
import type { ApprovalDefinition, FormField, FormFieldKind } from '#core/ports/platform-approvals.ts';
import { platformId } from './constants.ts';

type Fields = Readonly<Record<string, unknown>>;

/** https://open.feishu.cn/document/server-docs/approval-v4/instance/approval-instance-form-control-parameters (read 2026-02) */
const kinds: Readonly<Record<string, FormFieldKind>> = {
  input: 'text',
  textarea: 'long_text',
  number: 'number',
  amount: 'money',
  date: 'date',
  radioV2: 'choice',
};
/** Notes and numbers that the platform fills or only shows. */
const passive: ReadonlySet<string> = new Set(['text', 'serialNumber', 'formula']);

/** Options are `{value, text}` where a definition is read and `{key, text}` where one was made by API. */
function optionsOf(widget: Fields): FormField['options'] {
  const all = Array.isArray(widget.option) ? widget.option : Array.isArray(widget.value) ? widget.value : [];
  return all.filter(isRecord).map((one) => ({
    value: String(one.value ?? one.key ?? ''),
    label: String(one.text ?? ''),
  }));
}

function fieldOf(widget: Fields): FormField {
  const { id, name, type } = widget;
  if (typeof id !== 'string' || typeof type !== 'string') throw unexpected(platformId, 'widget');
  const kind = kinds[type] ?? 'other';
  return {
    id,
    name: String(name ?? ''),
    kind,
    control: type,
    required: widget.required === true && !passive.has(type),
    options: kind === 'choice' ? optionsOf(widget) : [],
  };
}

/** A list that travels as JSON text. */
export function listIn(text: unknown): readonly Fields[] {
  try {
    const value: unknown = JSON.parse(String(text));
    if (Array.isArray(value)) return value.filter(isRecord);
  } catch (cause) {
    throw Object.assign(unexpected(platformId, 'form'), { cause });
  }
  throw unexpected(platformId, 'form');
}

function usability(data: Fields, openNodes: ApprovalDefinition['openNodes']): ApprovalDefinition['unusable'] {
  if (data.status === 'INACTIVE') return 'inactive';
  if (data.status !== 'ACTIVE') return 'deleted';
  return openNodes.length > 0 ? 'open_node' : null;
}

/** A definition as Feishu answers it. */
export function definitionOf(id: string, data: Fields): ApprovalDefinition {
  const nodes = Array.isArray(data.node_list) ? data.node_list.filter(isRecord) : [];
  const openNodes = nodes
    .filter(({ need_approver: open }) => open === true)
    .map(({ node_id: node, name }) => ({ id: String(node ?? ''), name: String(name ?? '') }));
  return {
    id,
    name: String(data.approval_name ?? ''),
    fields: listIn(data.form).map(fieldOf),
    openNodes,
    unusable: usability(data, openNodes),
  };
}

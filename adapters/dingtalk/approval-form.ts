import { isRecord, unexpected } from '#adapters/shared/platform-call.ts';
import type { ApprovalDefinition, FormField, FormFieldKind } from '#core/ports/platform-approvals.ts';
import { platformId } from './constants.ts';

type Fields = Readonly<Record<string, unknown>>;

/** https://open.dingtalk.com/document/development/obtain-the-form-schema (read 2026-06) */
const kinds: Readonly<Record<string, FormFieldKind>> = {
  TextField: 'text',
  TextareaField: 'long_text',
  NumberField: 'number',
  MoneyField: 'money',
  DDDateField: 'date',
  DDSelectField: 'choice',
};
const note = 'TextNote';

/** An option is a text, or JSON text with the text under `value`; what is sent is the text. */
function optionOf(option: unknown): FormField['options'][number] {
  const text = String(option);
  try {
    const inner: unknown = JSON.parse(text);
    if (isRecord(inner) && typeof inner.value === 'string') return { value: inner.value, label: inner.value };
  } catch {
    return { value: text, label: text };
  }
  return { value: text, label: text };
}

function fieldOf({ componentName, props }: Fields): FormField {
  if (typeof componentName !== 'string' || !isRecord(props) || typeof props.id !== 'string') {
    throw unexpected(platformId, 'component');
  }
  const kind = kinds[componentName] ?? 'other';
  const { options } = props;
  return {
    id: props.id,
    name: String(props.label ?? ''),
    kind,
    control: componentName,
    required: String(props.required) === 'true' && componentName !== note,
    options: kind === 'choice' && Array.isArray(options) ? options.map(optionOf) : [],
  };
}

/** A form as DingTalk answers it. */
export function definitionOf(id: string, result: Fields): ApprovalDefinition {
  const content = isRecord(result.schemaContent) ? result.schemaContent : {};
  if (!Array.isArray(content.items)) throw unexpected(platformId, 'items');
  return {
    id,
    name: String(result.name ?? ''),
    fields: content.items.filter(isRecord).map(fieldOf),
    openNodes: [],
    unusable: result.status === undefined || result.status === 'PUBLISHED' ? null : 'inactive',
  };
}

import type { ApprovalDefinition, FormField, FormFieldKind, FormValue } from '../ports/platform-approvals.ts';

/** What a form field of the platform can be filled from. */
export const contentFields = [
  'reference',
  'candidate',
  'position',
  'department',
  'salary',
  'monthly_pay',
  'start_date',
  'probation',
  'location',
  'note',
  'headcount',
  'reason',
  'link',
] as const;
export type ContentField = (typeof contentFields)[number];

/** What a field of Jinji's holds. */
const holds: Readonly<Record<ContentField, 'text' | 'number' | 'date'>> = {
  reference: 'text',
  candidate: 'text',
  position: 'text',
  department: 'text',
  salary: 'text',
  monthly_pay: 'number',
  start_date: 'date',
  probation: 'text',
  location: 'text',
  note: 'text',
  headcount: 'number',
  reason: 'text',
  link: 'text',
};

const takes: Readonly<Record<FormFieldKind, readonly ('text' | 'number' | 'date')[]>> = {
  text: ['text', 'number', 'date'],
  long_text: ['text', 'number', 'date'],
  number: ['number'],
  money: ['number'],
  date: ['date'],
  choice: [],
  other: [],
};

/** Where a form field's value comes from: one of Jinji's fields, or always the same. */
export type FieldSource = { readonly from: ContentField } | { readonly constant: string };

/** How an approval of one kind runs on the platform. */
export interface FormMapping {
  readonly platform: string;
  readonly definitionId: string;
  readonly definitionName: string;
  /** `platform`: the definition's own flow decides; `jinji`: the steps of this chain are sent along. */
  readonly deciders: 'platform' | 'jinji';
  /** By form field id. */
  readonly sources: Readonly<Record<string, FieldSource>>;
  /** The form as it was when it was mapped, so that a change is noticed. */
  readonly fields: readonly FormField[];
}

export type MappingProblem =
  | 'unusable'
  | 'field_gone'
  | 'type_mismatch'
  | 'required_empty'
  | 'required_unfillable'
  | 'unknown_option'
  | 'reference_missing';

/** One thing that keeps a mapping from working, by form field; null: the form as a whole. */
export interface MappingFinding {
  readonly fieldId: string | null;
  readonly problem: MappingProblem;
}

/** Whether a field of Jinji's may fill a form field. */
export const fits = (source: ContentField, kind: FormFieldKind): boolean =>
  takes[kind].includes(holds[source]);

function fieldFindings(field: FormField, source: FieldSource | undefined): readonly MappingFinding[] {
  const found = (problem: MappingProblem): readonly MappingFinding[] => [{ fieldId: field.id, problem }];
  if (!source) {
    if (!field.required) return [];
    return found(field.kind === 'other' ? 'required_unfillable' : 'required_empty');
  }
  if ('from' in source) return fits(source.from, field.kind) ? [] : found('type_mismatch');
  if (field.kind === 'other') return found('type_mismatch');
  if (field.kind !== 'choice')
    return source.constant.trim() === ''
      ? found('required_empty')
      : constantFindings(field, source.constant, found);
  return field.options.some(({ value }) => value === source.constant) ? [] : found('unknown_option');
}

function constantFindings(
  field: FormField,
  constant: string,
  found: (problem: MappingProblem) => readonly MappingFinding[],
): readonly MappingFinding[] {
  if (field.kind === 'date') return /^\d{4}-\d{2}-\d{2}$/.test(constant) ? [] : found('type_mismatch');
  const numeric = field.kind === 'number' || field.kind === 'money';
  return numeric && !/^-?\d+(\.\d+)?$/.test(constant) ? found('type_mismatch') : [];
}

/**
 * What keeps a mapping from working with the form as it is now.
 * @param needsReference whether the platform has no idempotency of its own, so that the request id must stand in the form
 */
export function mappingFindings(
  mapping: Pick<FormMapping, 'sources'>,
  definition: Pick<ApprovalDefinition, 'fields' | 'unusable'>,
  needsReference: boolean,
): readonly MappingFinding[] {
  if (definition.unusable !== null) return [{ fieldId: null, problem: 'unusable' }];
  const known = new Set(definition.fields.map(({ id }) => id));
  const carriesReference = definition.fields.some((field) => {
    const source = mapping.sources[field.id];
    return (
      source &&
      'from' in source &&
      source.from === 'reference' &&
      (field.kind === 'text' || field.kind === 'long_text')
    );
  });
  return [
    ...Object.keys(mapping.sources)
      .filter((id) => !known.has(id))
      .map((fieldId): MappingFinding => ({ fieldId, problem: 'field_gone' })),
    ...definition.fields.flatMap((field) => fieldFindings(field, mapping.sources[field.id])),
    ...(needsReference && !carriesReference
      ? [{ fieldId: null, problem: 'reference_missing' as const }]
      : []),
  ];
}

/** Anything that holds named values. */
interface NamedValues {
  readonly fields: readonly { readonly field: ContentField; readonly value: string }[];
}

/** The form as it would be sent, and required fields that this content leaves empty. */
export function filledForm(
  mapping: Pick<FormMapping, 'sources'>,
  definition: Pick<ApprovalDefinition, 'fields'>,
  content: NamedValues,
): { readonly values: readonly FormValue[]; readonly findings: readonly MappingFinding[] } {
  const known = new Map(content.fields.map(({ field, value }) => [field, value]));
  const values: FormValue[] = [];
  const findings: MappingFinding[] = [];
  for (const field of definition.fields) {
    const source = mapping.sources[field.id];
    if (!source) continue;
    const value = 'from' in source ? (known.get(source.from) ?? '') : source.constant;
    if (value !== '') values.push({ field, value });
    else if (field.required) findings.push({ fieldId: field.id, problem: 'required_empty' });
  }
  return { values, findings };
}

import type { LocalizedText } from '../template/schemas/shared.ts';
import type { JobDefinition } from './job-definition.ts';
import { type JobSection, sameContent } from './merge-drafts.ts';

/** One difference between two versions of a job. */
export interface DefinitionChange {
  readonly section: JobSection;
  readonly kind: 'added' | 'removed' | 'changed' | 'reordered';
  /** What was added, removed or changed; null where the part as a whole is meant. */
  readonly name: LocalizedText | null;
  /** The setting inside the part that changed, e.g. `weight` or `answerSeconds`. */
  readonly field?: string;
  readonly before?: string | number | boolean;
  readonly after?: string | number | boolean;
}

const same = (text: string): LocalizedText => ({ zh: text, en: text });

interface Named<Item> {
  readonly section: JobSection;
  readonly key: (item: Item) => string;
  readonly name: (item: Item) => LocalizedText;
  /** The differences inside an item that both sides hold. */
  readonly inside: (before: Item, after: Item, name: LocalizedText) => DefinitionChange[];
}

function compareLists<Item>(
  before: readonly Item[],
  after: readonly Item[],
  how: Named<Item>,
): DefinitionChange[] {
  const { section, key, name } = how;
  const old = new Map(before.map((item) => [key(item), item]));
  const fresh = new Map(after.map((item) => [key(item), item]));
  const removed = before
    .filter((item) => !fresh.has(key(item)))
    .map((item): DefinitionChange => ({ section, kind: 'removed', name: name(item) }));
  const added = after
    .filter((item) => !old.has(key(item)))
    .map((item): DefinitionChange => ({ section, kind: 'added', name: name(item) }));
  const changed = after.flatMap((item) => {
    const was = old.get(key(item));
    return was === undefined ? [] : how.inside(was, item, name(item));
  });
  const stayedBefore = before.map(key).filter((k) => fresh.has(k));
  const stayedAfter = after.map(key).filter((k) => old.has(k));
  const moved = stayedBefore.some((k, i) => k !== stayedAfter[i]);
  return [
    ...added,
    ...removed,
    ...changed,
    ...(moved ? [{ section, kind: 'reordered', name: null } as const] : []),
  ];
}

function whole<Item>(section: JobSection) {
  return (before: Item, after: Item, name: LocalizedText): DefinitionChange[] =>
    sameContent(before, after) ? [] : [{ section, kind: 'changed', name }];
}

function compareRubrics(before: JobDefinition, after: JobDefinition): DefinitionChange[] {
  return compareLists(before.rubric, after.rubric, {
    section: 'rubric',
    key: (item) => item.dimension.code,
    name: (item) => item.dimension.name,
    inside: (was, is, name) => {
      const base = { section: 'rubric', kind: 'changed', name } as const;
      return [
        ...(was.weight === is.weight
          ? []
          : [{ ...base, field: 'weight', before: was.weight, after: is.weight }]),
        ...(was.jobRelatedness === is.jobRelatedness
          ? []
          : [{ ...base, field: 'jobRelatedness', before: was.jobRelatedness, after: is.jobRelatedness }]),
        ...(sameContent(was.dimension, is.dimension) ? [] : [{ ...base, field: 'dimension' }]),
      ];
    },
  });
}

type Scalar = string | number | boolean;

function compareValues(
  section: JobSection,
  before: Readonly<Record<string, unknown>>,
  after: Readonly<Record<string, unknown>>,
): DefinitionChange[] {
  const shown = (value: unknown): Scalar | undefined =>
    value === undefined || value === null
      ? undefined
      : Array.isArray(value)
        ? value.join(', ')
        : typeof value === 'object'
          ? undefined
          : (value as Scalar);
  const fields = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  return fields.flatMap((field) => {
    if (sameContent(before[field], after[field])) return [];
    const [was, is] = [shown(before[field]), shown(after[field])];
    return [
      {
        section,
        kind: 'changed' as const,
        name: null,
        field,
        ...(was === undefined ? {} : { before: was }),
        ...(is === undefined ? {} : { after: is }),
      },
    ];
  });
}

/** What changed from one version of a job to another, part by part in the order of the wizard. */
export function compareDefinitions(before: JobDefinition, after: JobDefinition): DefinitionChange[] {
  const scalars = ['title', 'location', 'region'] as const;
  return [
    ...scalars.flatMap((section) =>
      before[section] === after[section]
        ? []
        : [
            {
              section,
              kind: 'changed' as const,
              name: null,
              before: before[section],
              after: after[section],
            },
          ],
    ),
    ...compareLists(before.tasks, after.tasks, {
      section: 'tasks',
      key: (task) => task,
      name: same,
      inside: () => [],
    }),
    ...compareRubrics(before, after),
    ...compareLists(before.questions, after.questions, {
      section: 'questions',
      key: (question) => question.id,
      name: (question) => question.text,
      inside: whole('questions'),
    }),
    ...compareLists(before.mustHave, after.mustHave, {
      section: 'mustHave',
      key: (fact) => fact.id,
      name: (fact) => fact.label,
      inside: whole('mustHave'),
    }),
    ...compareLists(before.screeningRules, after.screeningRules, {
      section: 'screeningRules',
      key: (rule) => rule.id,
      name: (rule) => same(rule.reason),
      inside: whole('screeningRules'),
    }),
    ...compareValues('interview', before.interview, after.interview),
    ...compareValues('thresholds', before.thresholds, after.thresholds),
    ...compareValues('fields', before.fields, after.fields),
  ];
}

import { AppError } from '../errors/app-error.ts';
import type { TenantContext } from '../ports/services.ts';
import { nowOf } from '../ports/services.ts';
import type { ApprovalKind } from './approval.ts';
import { type ChainDefinition, type ChainVersion, chainFindings } from './chain.ts';
import { mappingFindings } from './form-mapping.ts';
import { peopleBook } from './people-book.ts';
import { approvalsFor } from './platform-way.ts';

const problems = {
  empty: { zh: '请至少添加一个步骤', en: 'add at least one step' },
  no_approver: { zh: '请为这一步选择审批人', en: 'choose who decides in this step' },
  id_twice: { zh: '步骤重复', en: 'this step is there twice' },
  unusable: { zh: '这个审批表单已停用或不可用', en: 'this form is switched off or cannot be used' },
  field_gone: { zh: '表单里已没有这个字段', en: 'the form no longer has this field' },
  type_mismatch: { zh: '类型不符，请换一个来源', en: 'the types do not fit; choose another source' },
  required_empty: { zh: '必填字段还没有来源', en: 'this field is required and has no source' },
  required_unfillable: {
    zh: '表单的必填控件无法由程序填写，请在平台改为选填',
    en: 'this required control cannot be filled by an app; make it optional there',
  },
  unknown_option: { zh: '选项已不存在', en: 'this option no longer exists' },
  reference_missing: {
    zh: '请把「审批编号」对应到一个文本字段，避免重复提交',
    en: 'map the request number to a text field, so that nothing is sent twice',
  },
  unknown_person: { zh: '指定的人员不存在或已离职', en: 'this person is unknown or has left' },
} as const;

const refused = ({ lang }: TenantContext, field: string, code: keyof typeof problems): AppError =>
  new AppError('VALIDATION', { details: { field, problem: problems[code][lang] } });

async function checkPeople(context: TenantContext, chain: ChainDefinition): Promise<void> {
  const book = await peopleBook(context.store);
  for (const [index, { approvers, escalateTo }] of chain.steps.entries()) {
    for (const rule of [...approvers, ...(escalateTo ? [escalateTo] : [])]) {
      if (rule.kind === 'person' && !(await book.find(rule.key))?.present) {
        throw refused(context, `steps.${index}.approvers`, 'unknown_person');
      }
    }
  }
}

/** The form as it is now stands in the version, so that what is sent later is what was checked. */
async function checkedMapping(context: TenantContext, chain: ChainDefinition): Promise<ChainDefinition> {
  const { platform } = chain;
  if (platform === null) return chain;
  const approvals = await approvalsFor(context, platform.platform);
  if (typeof approvals === 'string')
    throw new AppError('PLATFORM_DISCONNECTED', {
      details: { platform: platform.platform, platformCode: approvals },
    });
  const definition = await approvals.definition(platform.definitionId);
  if (!definition) throw refused(context, 'platform.definitionId', 'unusable');
  const [finding] = mappingFindings(platform, definition, !approvals.idempotent);
  if (finding) throw refused(context, `platform.sources.${finding.fieldId ?? ''}`, finding.problem);
  if (platform.deciders === 'jinji' && !approvals.takesSteps)
    throw refused(context, 'platform.deciders', 'unusable');
  return { ...chain, platform: { ...platform, definitionName: definition.name, fields: definition.fields } };
}

/**
 * Saves a kind's chain as its next version; running requests keep theirs.
 * @param number the version that it was made from; 0 for the first
 * @throws AppError `VALIDATION` with field and remedy; `CONFLICT` when somebody saved meanwhile
 */
export async function saveChain(
  context: TenantContext,
  kind: ApprovalKind,
  { definition, number }: { readonly definition: ChainDefinition; readonly number: number },
): Promise<ChainVersion> {
  const { services, store, actor } = context;
  const before = await store.approvals.chain(kind);
  if ((before?.number ?? 0) !== number) throw new AppError('CONFLICT');
  const [finding] = chainFindings(definition);
  if (finding) throw refused(context, finding.field, finding.code);
  await checkPeople(context, definition);
  const checked = definition.enabled ? await checkedMapping(context, definition) : definition;
  const version: ChainVersion = {
    id: services.ids.next('apc'),
    kind,
    number: number + 1,
    definition: checked,
    madeBy: actor.id ?? '',
    madeAt: nowOf(services),
  };
  await store.commit([
    store.approvals.addChain(version),
    store.audit.add({
      actor,
      action: 'approval_chain.saved',
      subjectKind: 'company',
      subjectId: kind,
      at: version.madeAt,
      data: {
        number: version.number,
        enabled: checked.enabled,
        steps: checked.steps.length,
        way: checked.platform ? 'platform' : 'own',
      },
    }),
  ]);
  return version;
}

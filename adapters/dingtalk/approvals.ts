import { isRecord, unexpected } from '#adapters/shared/platform-call.ts';
import { AppError } from '#core/errors/app-error.ts';
import type {
  DefinitionName,
  ForecastNode,
  FormValue,
  InstanceTrace,
  NewInstance,
  PlatformApprovals,
} from '#core/ports/platform-approvals.ts';
import { definitionOf } from './approval-form.ts';
import { instanceOf } from './approval-state.ts';
import type { DingtalkClient } from './client.ts';
import { platformId } from './constants.ts';

/** https://open.dingtalk.com/document/development/oa-approval-overview (this and the lists below, read 2026-08) */
const noSuchForm: ReadonlySet<string> = new Set([
  'formNotExist',
  'aflowProcessCodeIsError',
  'processNotFound',
]);
/** Refusals that leave open whether something was started. */
const vague: ReadonlySet<string> = new Set(['no_json', 'no_code', 'internalError', 'systemError']);
const idsPerPage = 20;
const formsPerPage = 100;
const rootDepartment = '1';

const codeOf = (error: unknown): string =>
  error instanceof AppError && error.code === 'PLATFORM_UNEXPECTED' ? String(error.details.platformCode) : '';

/** The top department is −1 for approvals. */
const departmentOf = ([first]: readonly string[]): number =>
  first === undefined || first === rootDepartment ? -1 : Number(first);

const filled = ({ field, value }: FormValue): object => ({
  id: field.id,
  name: field.name,
  componentType: field.control,
  value,
});

const instanceBody = ({ definitionId, asker, values, steps }: NewInstance, agentId: string): object => ({
  originatorUserId: asker.id,
  processCode: definitionId,
  deptId: departmentOf(asker.departmentIds),
  ...(agentId === '' ? {} : { microappAgentId: Number(agentId) }),
  ...(steps === null
    ? {}
    : {
        approvers: steps.map(({ rule, personIds }) => ({
          actionType: personIds.length === 1 ? 'NONE' : rule === 'and' ? 'AND' : 'OR',
          userIds: personIds,
        })),
      }),
  formComponentValues: values.map(filled),
});

type Fields = Readonly<Record<string, unknown>>;
const list = (value: unknown): readonly Fields[] => (Array.isArray(value) ? value.filter(isRecord) : []);

/** Predicted nodes with their people; nodes that only inform are left out. Null where people are not told. */
function forecastOf(result: Fields): readonly ForecastNode[] | null {
  if (String(result.isForecastSuccess) !== 'true') return null;
  const nodes = list(result.workflowActivityRules).filter(
    ({ workflowActor: actor }) => !(isRecord(actor) && actor.actorType === 'notifier'),
  );
  const known = nodes.map((node) => ({
    name: String(node.activityName ?? ''),
    rule:
      isRecord(node.workflowActor) && node.workflowActor.approvalType === 'AND'
        ? ('and' as const)
        : ('or' as const),
    personIds: list(node.activityActioners).map(({ userId }) => String(userId)),
  }));
  return known.length > 0 && known.every(({ personIds }) => personIds.length > 0) ? known : null;
}

async function forms(client: DingtalkClient): Promise<readonly DefinitionName[]> {
  const found: DefinitionName[] = [];
  for (let token = '0'; ; ) {
    const path = `/v1.0/workflow/processes/userVisibilities/templates?maxResults=${formsPerPage}&nextToken=${token}`;
    const { result } = await client.api({ method: 'GET', path, repeatable: true });
    if (!isRecord(result) || !Array.isArray(result.processList)) throw unexpected(platformId, 'processList');
    found.push(
      ...list(result.processList).map((one) => ({
        id: String(one.processCode),
        name: String(one.name ?? ''),
      })),
    );
    const next = String(result.nextToken ?? '');
    if (next === '' || next === token) return found;
    token = next;
  }
}

async function idsIn(client: DingtalkClient, trace: InstanceTrace): Promise<readonly string[]> {
  const found: string[] = [];
  for (let token = 0; ; ) {
    const body = {
      processCode: trace.definitionId,
      startTime: trace.from,
      endTime: trace.to,
      userIds: [trace.askerId],
      nextToken: token,
      maxResults: idsPerPage,
    };
    const path = '/v1.0/workflow/processes/instanceIds/query';
    const { result } = await client.api({ method: 'POST', path, body, repeatable: true });
    if (!isRecord(result) || !Array.isArray(result.list)) throw unexpected(platformId, 'list');
    found.push(...result.list.map(String));
    const next = Number(result.nextToken ?? 0);
    if (!(next > token)) return found;
    token = next;
  }
}

/**
 * DingTalk's OA approvals. It has no idempotency of its own; the ids of instances can be listed by internal apps only. Events come by
 * the app's subscription to `bpms_instance_change` and `bpms_task_change`, to third-party apps by rows of the market.
 * @param lists whether the app is an internal one
 */
export function dingtalkApprovals(
  client: DingtalkClient,
  agentId: string,
  lists: boolean,
): PlatformApprovals {
  return {
    idempotent: false,
    takesSteps: true,
    async definitions() {
      try {
        return await forms(client);
      } catch (error) {
        // Third-party apps may not list forms: a code is typed then.
        if (error instanceof AppError && error.code === 'PLATFORM_PERMISSION') return null;
        throw error;
      }
    },
    async definition(id) {
      const path = `/v1.0/workflow/forms/schemas/processCodes?processCode=${encodeURIComponent(id)}`;
      try {
        const { result } = await client.api({ method: 'GET', path, repeatable: true });
        if (!isRecord(result)) throw unexpected(platformId, 'schema');
        return definitionOf(id, result);
      } catch (error) {
        if (noSuchForm.has(codeOf(error))) return null;
        throw error;
      }
    },
    async forecast({ requestId, definitionId, asker, values }) {
      const body = {
        requestId,
        processCode: definitionId,
        userId: asker.id,
        deptId: departmentOf(asker.departmentIds),
        formComponentValues: values.map(filled),
      };
      const path = '/v1.0/workflow/processes/forecast';
      const { result } = await client.api({ method: 'POST', path, body, repeatable: true });
      return isRecord(result) ? forecastOf(result) : null;
    },
    follow: async () => undefined,
    async create(instance) {
      const path = '/v1.0/workflow/processInstances';
      try {
        const body = instanceBody(instance, agentId);
        const { instanceId } = await client.api({ method: 'POST', path, body, repeatable: false });
        if (typeof instanceId !== 'string' || instanceId === '') throw unexpected(platformId, 'no_json');
        return instanceId;
      } catch (error) {
        const code = codeOf(error);
        if (code === '' || vague.has(code)) throw error;
        throw new AppError('APPROVAL_REFUSED', {
          cause: error,
          details: { platform: platformId, platformCode: code },
        });
      }
    },
    find: lists ? (trace) => idsIn(client, trace) : null,
    async read(instanceId) {
      const path = `/v1.0/workflow/processInstances?processInstanceId=${encodeURIComponent(instanceId)}`;
      const { result } = await client.api({ method: 'GET', path, repeatable: true });
      if (!isRecord(result)) throw unexpected(platformId, 'instance');
      return instanceOf(instanceId, result);
    },
    async cancel({ id, askerId }) {
      const body = { processInstanceId: id, isSystem: false, remark: '', operatingUserId: askerId };
      const path = '/v1.0/workflow/processInstances/terminate';
      await client.api({ method: 'POST', path, body, repeatable: true });
    },
  };
}

import { isRecord, unexpected } from '#adapters/shared/platform-call.ts';
import { AppError } from '#core/errors/app-error.ts';
import type { FormValue, NewInstance, PlatformApprovals } from '#core/ports/platform-approvals.ts';
import { definitionOf } from './approval-form.ts';
import { instanceOf } from './approval-state.ts';
import type { FeishuClient } from './client.ts';
import { platformId } from './constants.ts';

/** https://open.feishu.cn/document/server-docs/approval-v4 (read 2026-02): this and the lists below. */
const knownRequest = '60012';
const subscribedAlready = '1390007';
const noSuchDefinition: ReadonlySet<string> = new Set(['1390002', '1390016']);
const noSuchInstance = '1390003';
/** The platform has read the form and made nothing of it. */
const refusals: ReadonlySet<string> = new Set([
  '1390001',
  '1390002',
  '1390004',
  '1390013',
  '1390015',
  '1390016',
  '1390018',
  '99992402',
]);

const codeOf = (error: unknown): string =>
  error instanceof AppError && error.code === 'PLATFORM_UNEXPECTED' ? String(error.details.platformCode) : '';

function filled({ field, value }: FormValue): object {
  const { id, control: type } = field;
  if (type === 'number') return { id, type, value: Number(value) };
  if (type === 'amount') return { id, type, value: Number(value), currency: 'CNY' };
  return { id, type, value: type === 'date' ? `${value}T00:00:00+08:00` : value };
}

const instanceBody = ({ requestId, definitionId, asker, values }: NewInstance): object => ({
  approval_code: definitionId,
  open_id: asker.id,
  ...(asker.departmentIds[0] === undefined || asker.departmentIds[0] === '0'
    ? {}
    : { department_id: asker.departmentIds[0] }),
  form: JSON.stringify(values.map(filled)),
  uuid: requestId,
});

const path = (...parts: readonly string[]): string =>
  `/approval/v4/${parts.map((part) => encodeURIComponent(part)).join('/')}`;

/**
 * Feishu's approvals, v4. A definition is found by the code in its console's address; who decides is its own business, and it tells
 * nobody before it starts. `uuid` makes one instance of every request, so that nothing has to stand in the form.
 */
export function feishuApprovals(client: FeishuClient): PlatformApprovals {
  const query = { user_id_type: 'open_id' };
  const instance = (id: string) => client.get(path('instances', id), query);
  return {
    idempotent: true,
    takesSteps: false,
    definitions: async () => null,
    async definition(id) {
      try {
        return definitionOf(id, await client.get(path('approvals', id), { ...query, locale: 'zh-CN' }));
      } catch (error) {
        if (noSuchDefinition.has(codeOf(error))) return null;
        throw error;
      }
    },
    forecast: async () => null,
    async follow(definitionId) {
      try {
        await client.write('POST', path('approvals', definitionId, 'subscribe'), {}, true);
      } catch (error) {
        if (codeOf(error) !== subscribedAlready) throw error;
      }
    },
    async create(wanted) {
      try {
        const made = await client.write('POST', path('instances'), instanceBody(wanted), true);
        if (typeof made.instance_code !== 'string') throw unexpected(platformId, 'instance_code');
        return made.instance_code;
      } catch (error) {
        const code = codeOf(error);
        if (code === knownRequest) return String((await instance(wanted.requestId)).instance_code);
        if (!refusals.has(code)) throw error;
        throw new AppError('APPROVAL_REFUSED', {
          cause: error,
          details: { platform: platformId, platformCode: code },
        });
      }
    },
    // A repetition with the same uuid finds the instance by itself.
    find: async () => [],
    async read(instanceId) {
      try {
        const data = await instance(instanceId);
        if (!isRecord(data)) throw unexpected(platformId, 'data');
        return instanceOf(data);
      } catch (error) {
        if (codeOf(error) === noSuchInstance) return null;
        throw error;
      }
    },
    async cancel({ id, definitionId, askerId }) {
      const body = { approval_code: definitionId, instance_code: id, user_id: askerId };
      await client.write('POST', `${path('instances', 'cancel')}?user_id_type=open_id`, body, true);
    },
  };
}

import { isRecord, unexpected } from '#adapters/shared/platform-call.ts';
import type { InstanceState } from '#core/ports/platform-approvals.ts';
import { platformId } from './constants.ts';

type Fields = Readonly<Record<string, unknown>>;
type Act = InstanceState['acts'][number];

const list = (value: unknown): readonly Fields[] => (Array.isArray(value) ? value.filter(isRecord) : []);

function stateOf({ status, result }: Fields): InstanceState['state'] {
  if (status === 'RUNNING' || status === 'NEW') return 'pending';
  if (status === 'TERMINATED') return 'withdrawn';
  if (status === 'COMPLETED' && result === 'agree') return 'approved';
  if (status === 'COMPLETED' && result === 'refuse') return 'rejected';
  throw unexpected(platformId, 'instance_status');
}

function verdictOf({ type, result }: Fields): Act['verdict'] | null {
  if (/REDIRECT/.test(`${String(type)} ${String(result)}`)) return 'passed_on';
  if (result === 'AGREE') return 'agreed';
  return result === 'REFUSE' ? 'refused' : null;
}

/** Minutes are the finest that DingTalk prints: `2022-08-31T11:52Z`. */
function timeOf(value: unknown): string | null {
  const ms = Date.parse(String(value ?? ''));
  return Number.isNaN(ms) ? null : new Date(ms).toISOString();
}

/**
 * An instance in the product's words: https://open.dingtalk.com/document/development/obtains-the-details-of-a-single-approval-instance-pop
 * (read 2026-08). @throws AppError `PLATFORM_UNEXPECTED` for a state that no document names
 */
export function instanceOf(instanceId: string, result: Fields): InstanceState {
  const state = stateOf(result);
  const open = list(result.tasks).filter(({ status }) => status === 'RUNNING');
  return {
    instanceId,
    definitionId: String(result.processCode ?? ''),
    state,
    waitingFor: state === 'pending' ? open.map(({ userId }) => String(userId)) : [],
    acts: list(result.operationRecords).flatMap((record) => {
      const verdict = verdictOf(record);
      const comment = typeof record.remark === 'string' && record.remark !== '' ? record.remark : null;
      return verdict === null
        ? []
        : [{ personId: String(record.userId), verdict, comment, at: timeOf(record.date) }];
    }),
    texts: new Map(
      list(result.formComponentValues).map(({ id, name, value }) => [
        String(id ?? name),
        String(value ?? ''),
      ]),
    ),
  };
}

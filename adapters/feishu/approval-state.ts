import { isRecord, unexpected } from '#adapters/shared/platform-call.ts';
import type { InstanceState } from '#core/ports/platform-approvals.ts';
import { listIn } from './approval-form.ts';
import { platformId } from './constants.ts';

type Fields = Readonly<Record<string, unknown>>;
type Verdict = InstanceState['acts'][number]['verdict'];

/** https://open.feishu.cn/document/server-docs/approval-v4/instance/get (read 2026-02) */
const states: Readonly<Record<string, InstanceState['state']>> = {
  PENDING: 'pending',
  APPROVED: 'approved',
  REJECTED: 'rejected',
  CANCELED: 'withdrawn',
  DELETED: 'withdrawn',
};
const verdicts: Readonly<Record<string, Verdict>> = {
  PASS: 'agreed',
  REJECT: 'refused',
  TRANSFER: 'passed_on',
};

const list = (value: unknown): readonly Fields[] => (Array.isArray(value) ? value.filter(isRecord) : []);

/** Milliseconds as text; "0" is none. */
function timeOf(value: unknown): string | null {
  const ms = Number(value);
  return Number.isFinite(ms) && ms > 0 ? new Date(ms).toISOString() : null;
}

/** An instance in the product's words. @throws AppError `PLATFORM_UNEXPECTED` for a state that no document names */
export function instanceOf(data: Fields): InstanceState {
  const state = states[String(data.status)];
  if (!state) throw unexpected(platformId, 'status');
  const open = list(data.task_list).filter(({ status }) => status === 'PENDING');
  const form = data.form === undefined || data.form === '' ? [] : listIn(data.form);
  return {
    instanceId: String(data.instance_code ?? ''),
    definitionId: String(data.approval_code ?? ''),
    state,
    waitingFor: state === 'pending' ? open.map((task) => String(task.open_id ?? '')) : [],
    acts: list(data.timeline).flatMap((line) => {
      const verdict = verdicts[String(line.type)];
      if (!verdict) return [];
      const comment = typeof line.comment === 'string' && line.comment !== '' ? line.comment : null;
      return [{ personId: String(line.open_id ?? ''), verdict, comment, at: timeOf(line.create_time) }];
    }),
    texts: new Map(
      form.flatMap(({ id, value }) => (typeof value === 'string' ? [[String(id), value] as const] : [])),
    ),
  };
}

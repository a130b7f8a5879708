import { isRecord, unexpected } from '#adapters/shared/platform-call.ts';
import type { InstanceState } from '#core/ports/platform-approvals.ts';
import type { WecomRecord } from './approval-form.ts';
import { platformId } from './constants.ts';

type Act = InstanceState['acts'][number];

/** sp_status of an application: https://developer.work.weixin.qq.com/document/path/91983 (read 2026-08) */
const states: ReadonlyMap<number, InstanceState['state']> = new Map([
  [1, 'pending'],
  [2, 'approved'],
  [3, 'rejected'],
  [4, 'withdrawn'],
  [6, 'withdrawn'],
  [7, 'withdrawn'],
  [10, 'approved'],
]);

/** sp_yj of a person. 11 (sent back) and 12 (added somebody) decide nothing. */
const verdicts: ReadonlyMap<number, Act['verdict']> = new Map([
  [2, 'agreed'],
  [3, 'refused'],
  [4, 'passed_on'],
  [13, 'agreed'],
  [14, 'agreed'],
  [15, 'passed_on'],
]);
const running = 1;
const copied = 2;

interface Word {
  readonly personId: string;
  readonly code: number;
  readonly comment: string;
  readonly seconds: number;
  /** Whether the node that it stands in runs now. */
  readonly open: boolean;
}

const list = (value: unknown): readonly WecomRecord[] => (Array.isArray(value) ? value.filter(isRecord) : []);

/** Words in the newer list of nodes. */
const inNodes = (info: WecomRecord): readonly Word[] =>
  list(isRecord(info.process_list) ? info.process_list.node_list : null)
    .filter(({ node_type: type }) => Number(type) !== copied)
    .flatMap((node) =>
      list(node.sub_node_list).map((one) => ({
        personId: String(one.userid ?? ''),
        code: Number(one.sp_yj),
        comment: String(one.speech ?? ''),
        seconds: Number(one.sptime ?? 0),
        open: Number(node.sp_status) === running,
      })),
    );

/** Words in the older list, which every application has. */
const inRecords = (info: WecomRecord): readonly Word[] =>
  list(info.sp_record).flatMap((record) =>
    list(record.details).map((one) => ({
      personId: String(isRecord(one.approver) ? (one.approver.userid ?? '') : ''),
      code: Number(one.sp_status),
      comment: String(one.speech ?? ''),
      seconds: Number(one.sptime ?? 0),
      open: Number(record.sp_status) === running,
    })),
  );

function textsOf(info: WecomRecord): ReadonlyMap<string, string> {
  const data = isRecord(info.apply_data) ? info.apply_data : {};
  return new Map(
    list(data.contents).flatMap(({ id, value }) =>
      isRecord(value) && typeof value.text === 'string' ? [[String(id), value.text] as const] : [],
    ),
  );
}

/** An application's detail in the product's words. @throws AppError `PLATFORM_UNEXPECTED` for a state that no document names */
export function instanceOf(info: WecomRecord): InstanceState {
  const state = states.get(Number(info.sp_status));
  if (!state) throw unexpected(platformId, 'sp_status');
  const nodes = inNodes(info);
  const words = nodes.length > 0 ? nodes : inRecords(info);
  return {
    instanceId: String(info.sp_no ?? ''),
    definitionId: String(info.template_id ?? ''),
    state,
    waitingFor:
      state === 'pending'
        ? words.filter(({ code, open }) => open && code === running).map((w) => w.personId)
        : [],
    acts: [...words]
      .sort((a, b) => a.seconds - b.seconds)
      .flatMap(({ personId, code, comment, seconds }) => {
        const verdict = verdicts.get(code);
        const at = seconds > 0 ? new Date(seconds * 1000).toISOString() : null;
        return verdict ? [{ personId, verdict, comment: comment || null, at }] : [];
      }),
    texts: textsOf(info),
  };
}

import { isRecord, unexpected } from '#adapters/shared/platform-call.ts';
import { AppError } from '#core/errors/app-error.ts';
import type {
  ApprovalDefinition,
  FormValue,
  InstanceTrace,
  NewInstance,
  PlatformApprovals,
} from '#core/ports/platform-approvals.ts';
import { definitionOf, type WecomRecord } from './approval-form.ts';
import { instanceOf } from './approval-state.ts';
import type { WecomClient } from './client.ts';
import { platformId } from './constants.ts';

/** Characters of a summary line that WeCom shows: https://developer.work.weixin.qq.com/document/path/91853 (read 2026-08). */
const summaryLength = 20;
const pageSize = 100;
/** A window of getapprovalinfo: 31 days at most. */
const longestWindowSeconds = 31 * 86_400;

/** A day in WeCom's zone as the seconds that a date control takes. */
const secondsOf = (day: string): string => String(Date.parse(`${day}T00:00:00+08:00`) / 1000);

function filledOf({ field, value }: FormValue): WecomRecord {
  switch (field.control) {
    case 'Number':
      return { new_number: value };
    case 'Money':
      return { new_money: value };
    case 'Date':
      return { date: { type: 'day', s_timestamp: secondsOf(value) } };
    case 'Selector':
      return { selector: { type: 'single', options: [{ key: value }] } };
    default:
      return { text: value };
  }
}

function applicationOf({ definitionId, asker, values, summary, steps }: NewInstance): WecomRecord {
  const text = summary.slice(0, summaryLength) || '审批';
  return {
    creator_userid: asker.id,
    template_id: definitionId,
    use_template_approver: steps === null ? 1 : 0,
    ...(steps === null
      ? {}
      : {
          process: {
            node_list: steps.map(({ rule, personIds }) => ({
              type: 1,
              // In requests 1 is "all" and 2 "any": the reverse of ApproverAttr in answers.
              apv_rel: rule === 'and' ? 1 : 2,
              userid: personIds,
            })),
          },
        }),
    apply_data: {
      contents: values.map((one) => ({
        control: one.field.control,
        id: one.field.id,
        value: filledOf(one),
      })),
    },
    summary_list: [{ summary_info: [{ text, lang: 'zh_CN' }] }],
  };
}

/** A number in the refusal means that WeCom has read the form and made nothing of it. */
function refusalOf(error: unknown): unknown {
  const code = error instanceof AppError ? error.details.platformCode : null;
  const definite =
    error instanceof AppError && error.code === 'PLATFORM_UNEXPECTED' && /^\d+$/.test(String(code));
  if (!definite) return error;
  return new AppError('APPROVAL_REFUSED', {
    cause: error,
    details: { platform: platformId, platformCode: String(code) },
  });
}

async function idsIn(client: WecomClient, trace: InstanceTrace): Promise<readonly string[]> {
  const end = Math.ceil(trace.to / 1000);
  const start = Math.max(Math.floor(trace.from / 1000), end - longestWindowSeconds);
  const found: string[] = [];
  for (let cursor = ''; ; ) {
    const body = await client.post(
      'oa/getapprovalinfo',
      {
        starttime: String(start),
        endtime: String(end),
        new_cursor: cursor,
        size: pageSize,
        filters: [
          { key: 'template_id', value: trace.definitionId },
          { key: 'creator', value: trace.askerId },
        ],
      },
      true,
    );
    if (!Array.isArray(body.sp_no_list)) throw unexpected(platformId, 'sp_no_list');
    found.push(...body.sp_no_list.map(String));
    const next = String(body.new_next_cursor ?? '');
    if (next === '' || next === cursor) return found;
    cursor = next;
  }
}

/** The company's approval app is switched off: offers are approved inside Jinji then, and the connection is as good as before. */
const switchedOff = '301056';

/** Asks for one number of the last day: only those may who may use approvals. @throws AppError `PLATFORM_PERMISSION` */
export async function readApprovals(client: WecomClient, nowMs: number): Promise<void> {
  const end = Math.floor(nowMs / 1000);
  const window = { starttime: String(end - 86_400), endtime: String(end), new_cursor: '', size: 1 };
  try {
    await client.post('oa/getapprovalinfo', window, true);
  } catch (error) {
    if (!(error instanceof AppError) || error.details.platformCode !== switchedOff) throw error;
    throw new AppError('PLATFORM_PERMISSION', {
      cause: error,
      details: { ...error.details, permission: '审批' },
    });
  }
}

/**
 * WeCom's approval app: https://developer.work.weixin.qq.com/document/path/91853 · …/91815 (read 2026-08).
 *
 * It lists no templates, tells nobody beforehand who will be asked, has no idempotency of its own, and lets an application be taken
 * back only in its client; events of all templates come by the data callback.
 */
export function wecomApprovals(client: WecomClient): PlatformApprovals {
  const definition = async (id: string): Promise<ApprovalDefinition | null> => {
    try {
      return definitionOf(id, await client.post('oa/gettemplatedetail', { template_id: id }, true));
    } catch (error) {
      // An id that WeCom does not know or does not show has no code of its own.
      if (refusalOf(error) !== error) return null;
      throw error;
    }
  };
  return {
    idempotent: false,
    takesSteps: true,
    cancel: null,
    definitions: async () => null,
    definition,
    forecast: async () => null,
    follow: async () => undefined,
    async create(instance) {
      try {
        const { sp_no: number } = await client.post('oa/applyevent', applicationOf(instance), false);
        if (typeof number !== 'string' || number === '') throw unexpected(platformId, 'sp_no');
        return number;
      } catch (error) {
        throw refusalOf(error);
      }
    },
    find: (trace) => idsIn(client, trace),
    async read(instanceId) {
      const { info } = await client.post('oa/getapprovaldetail', { sp_no: instanceId }, true);
      if (!isRecord(info)) throw unexpected(platformId, 'info');
      return instanceOf(info);
    },
  };
}

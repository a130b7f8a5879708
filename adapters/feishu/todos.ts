import { unexpected } from '#adapters/shared/platform-call.ts';
import { AppError } from '#core/errors/app-error.ts';
import type { MirroredRequest, MirroredTask, PlatformTodos, TodoMemory } from '#core/ports/platform-todos.ts';
import type { TwoLanguages } from '#core/ports/two-languages.ts';
import type { FeishuClient } from './client.ts';
import { platformId } from './constants.ts';

/** Our own name of the definition; Feishu answers with the name that instances carry. */
const ownCode = 'jinji_approvals';
const noSuchDefinition = '1390002';
const linesShown = 3;

const statuses = {
  pending: 'PENDING',
  approved: 'APPROVED',
  rejected: 'REJECTED',
  withdrawn: 'CANCELED',
  timed_out: 'TERMINATED',
} as const;
const taskStatuses = {
  waiting: 'PENDING',
  agreed: 'APPROVED',
  refused: 'REJECTED',
  passed_on: 'TRANSFERRED',
  not_needed: 'DONE',
} as const;

/** Texts in both languages, named by place. */
function resources(words: readonly TwoLanguages[]) {
  const texts = (lang: 'zh' | 'en') =>
    words.map((one, index) => ({ key: `@i18n@${index + 1}`, value: one[lang] }));
  return [
    { locale: 'zh-CN', is_default: true, texts: texts('zh') },
    { locale: 'en-US', is_default: false, texts: texts('en') },
  ];
}

const linksTo = (url: string) => ({ pc_link: url, mobile_link: url });
const ms = (time: number | null): string => String(time ?? 0);

const taskBody = (task: MirroredTask, { url, version }: MirroredRequest) => ({
  task_id: task.key,
  open_id: task.personId,
  title: '@i18n@1',
  links: linksTo(url),
  status: taskStatuses[task.state],
  create_time: ms(task.askedAt),
  end_time: ms(task.endedAt),
  update_time: ms(version),
  display_method: 'NORMAL',
});

function instanceBody(code: string, request: MirroredRequest): object {
  const shown = request.lines.slice(0, linesShown);
  return {
    approval_code: code,
    instance_id: request.key,
    status: statuses[request.state],
    links: linksTo(request.url),
    title: '@i18n@1',
    form: shown.flatMap((_, index) => ({ name: `@i18n@${index * 2 + 2}`, value: `@i18n@${index * 2 + 3}` })),
    ...(request.askerId === null ? {} : { open_id: request.askerId }),
    start_time: ms(request.askedAt),
    end_time: ms(request.endedAt),
    update_time: ms(request.version),
    update_mode: 'UPDATE',
    display_method: 'NORMAL',
    task_list: request.tasks.map((task) => taskBody(task, request)),
    i18n_resources: resources([
      request.title,
      ...shown.flatMap(({ label, text }) => [label, { zh: text, en: text }]),
    ]),
  };
}

async function defined(client: FeishuClient, { listUrl }: MirroredRequest): Promise<string> {
  const made = await client.write(
    'POST',
    '/approval/v4/external_approvals?user_id_type=open_id',
    {
      approval_name: '@i18n@1',
      approval_code: ownCode,
      group_code: ownCode,
      group_name: '@i18n@1',
      external: {
        biz_name: '@i18n@1',
        create_link_pc: listUrl,
        create_link_mobile: listUrl,
        support_pc: true,
        support_mobile: true,
        support_batch_read: false,
        enable_mark_readed: false,
        enable_quick_operate: false,
      },
      // Nobody begins one from Feishu: requests begin in Jinji.
      viewers: [{ viewer_type: 'NONE' }],
      i18n_resources: resources([{ zh: '进击审批', en: 'Jinji approvals' }]),
    },
    true,
  );
  if (typeof made.approval_code !== 'string') throw unexpected(platformId, 'approval_code');
  return made.approval_code;
}

/**
 * Feishu's approval centre, into which other systems copy their requests (三方审批): one definition of ours, and each request as a whole
 * with its tasks. Our own ids and a growing time make every repetition harmless, and a late one without effect.
 * https://open.feishu.cn/document/server-docs/approval-v4/external_approval (read 2026-02; fields as typed in SDK 1.74)
 */
export function feishuTodos(client: FeishuClient): PlatformTodos {
  async function definition(request: MirroredRequest, memory: TodoMemory): Promise<string> {
    const known = memory.get('definition');
    if (known !== null) return known;
    const code = await defined(client, request);
    await memory.set({ definition: code });
    return code;
  }
  return {
    async show(request, memory) {
      const code = await definition(request, memory);
      try {
        await client.write('POST', '/approval/v4/external_instances', instanceBody(code, request), true);
      } catch (error) {
        const platformCode = error instanceof AppError ? error.details.platformCode : null;
        // An administrator has deleted it: the next try makes it anew.
        if (platformCode === noSuchDefinition) await memory.set({ definition: null });
        throw error;
      }
    },
  };
}

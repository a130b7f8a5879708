import { shortened } from '#adapters/shared/card-words.ts';
import { unexpected } from '#adapters/shared/platform-call.ts';
import type { Card, PlatformMessages } from '#core/ports/platform-messages.ts';
import type { DingtalkClient } from './client.ts';
import { platformId } from './constants.ts';
import { noticeOutcome } from './notice-result.ts';

/** As for work notices; a limit of its own is not printed. */
const largestBytes = 2048;
const mostLines = 6;

const withoutTemplate = {
  zh: '服务商还没有设置经钉钉审核的消息模板（DINGTALK_SUITE_MESSAGE_TEMPLATE）：提醒只在进击里显示，不发到钉钉',
  en: 'The provider has not yet set a message template that DingTalk has reviewed (DINGTALK_SUITE_MESSAGE_TEMPLATE): notices are shown inside Jinji and do not go to DingTalk',
};

/** Values of the template's variables `title`, `text` and `url`, shortened until they fit. */
export function templateData(card: Card): string {
  const between = card.lang === 'zh' ? '：' : ': ';
  const dataOf = (length: number): string =>
    JSON.stringify({
      title: shortened(card.title, 50),
      text: card.lines
        .slice(0, mostLines)
        .map(({ label, text }) => `${shortened(label, 16)}${between}${shortened(text, length)}`)
        .join('\n'),
      url: card.url,
    });
  const bytes = (text: string) => new TextEncoder().encode(text).length;
  return [100, 60, 30, 10].map(dataOf).find((data) => bytes(data) <= largestBytes) ?? dataOf(0);
}

/**
 * Work notices of a third-party app, which may send nothing but a template that was reviewed in its console. Whether the platform
 * drops a repetition is not documented, nor whether such a notice can be changed: so a notice whose answer was lost is not sent
 * again, and none is closed.
 * https://open.dingtalk.com/document/isvapp/work-notification-templating-send-notification-interface (read 2026-08)
 * @param templateId null: the operator has set none
 */
export function templateNotices(
  client: DingtalkClient,
  agentId: string,
  templateId: string | null,
): PlatformMessages {
  const agent = Number(agentId);
  return {
    notSetUp: templateId === null ? withoutTemplate : null,
    async send(to, card) {
      const body = { agent_id: agent, template_id: templateId, userid_list: to, data: templateData(card) };
      const path = 'topapi/message/corpconversation/sendbytemplate';
      const { task_id: task } = await client.oapiFlat(path, body, false);
      if (typeof task !== 'number') throw unexpected(platformId, 'task_id');
      return { kind: 'sent', ref: String(task) };
    },
    mayRepeat: () => false,
    close: async () => null,
    outcome: (ref, to) => noticeOutcome(client, { agentId: agent, task: Number(ref), to }),
  };
}

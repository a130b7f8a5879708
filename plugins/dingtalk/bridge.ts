import { closePage$ } from 'dingtalk-jsapi/api/union/closePage.js';
import { complexChoose$ } from 'dingtalk-jsapi/api/union/complexChoose.js';
import { onRecordEnd$ } from 'dingtalk-jsapi/api/union/onRecordEnd.js';
import { quitPage$ } from 'dingtalk-jsapi/api/union/quitPage.js';
import { requestAuthCode$ } from 'dingtalk-jsapi/api/union/requestAuthCode.js';
import { scan$ } from 'dingtalk-jsapi/api/union/scan.js';
import { setNavigationTitle$ } from 'dingtalk-jsapi/api/union/setNavigationTitle.js';
import { share$ } from 'dingtalk-jsapi/api/union/share.js';
import { startRecord$ } from 'dingtalk-jsapi/api/union/startRecord.js';
import { stopRecord$ } from 'dingtalk-jsapi/api/union/stopRecord.js';
import { translateVoice$ } from 'dingtalk-jsapi/api/union/translateVoice.js';
import dd from 'dingtalk-jsapi/entry/union.js';
import {
  BridgeCancelled,
  type BridgeStart,
  type ClientBridge,
  type Dictation,
} from '#core/ports/client-bridge.ts';

/** Longest recording that the client turns into words, in seconds. */
const longestSpeech = 60;
/** Functions that want `dd.config`: https://open.dingtalk.com/document/orgapp/jsapi-overview (read 2026-08). */
const protectedCalls = [
  'biz.contact.complexPicker',
  'device.audio.startRecord',
  'device.audio.stopRecord',
  'device.audio.onRecordEnd',
  'device.audio.translateVoice',
];

/** `DingTalk/7.6` on phones, `DingTalk(7.6)` on desktops. */
export const isClient = (userAgent: string): boolean => /DingTalk/i.test(userAgent);
const isPhone = (userAgent: string): boolean => /Android|iPhone|iPad|iPod/i.test(userAgent);

/** The client's refusal as one error; its code -1 means that the person closed a picker. */
function refusal(cause: unknown): Error {
  const { errorCode } = (cause ?? {}) as { readonly errorCode?: string | number };
  if (String(errorCode) === '-1') return new BridgeCancelled();
  return new Error(String(errorCode ?? 'dingtalk'), { cause });
}
const calling = <T>(call: Promise<unknown>): Promise<T> =>
  call.then(
    (value) => value as T,
    (cause: unknown) => {
      throw refusal(cause);
    },
  );

interface Recording {
  readonly mediaId: string;
  readonly duration: number;
}

/** The bridge to DingTalk's client, over the official package. */
export async function openBridge({ app, sign }: BridgeStart): Promise<ClientBridge> {
  const { corpId = '', clientId = '', agentId = '' } = app;
  const phone = isPhone(navigator.userAgent);
  let configured: Promise<void> | null = null;
  /** The client takes one configuration for each loaded page; it is asked for when first needed. */
  const config = (): Promise<void> => {
    configured ??= sign(window.location.href.split('#')[0] ?? '').then(
      ({ timestamp, nonceStr, signature }) =>
        new Promise((resolve, reject) => {
          dd.config({
            agentId,
            corpId,
            timeStamp: String(timestamp),
            nonceStr,
            signature,
            type: 0,
            jsApiList: protectedCalls,
          });
          dd.ready(() => resolve());
          dd.error((cause: unknown) => reject(refusal(cause)));
        }),
    );
    return configured;
  };
  const mayConfigure = agentId !== '';
  return {
    signInCode: async () =>
      (await calling<{ readonly code: string }>(requestAuthCode$({ corpId, clientId }))).code,
    setTitle(title) {
      void calling(setNavigationTitle$({ title })).catch(() => undefined);
    },
    close() {
      void calling(phone ? closePage$({}) : quitPage$({})).catch(() => undefined);
    },
    share: phone ? ({ url, title, text }) => calling(share$({ type: 0, url, title, content: text })) : null,
    shareOutside: null,
    scan: phone
      ? async () =>
          (await calling<{ readonly text?: string; readonly code?: string }>(scan$({ type: 'all' }))).text ??
          ''
      : null,
    // Only files on the company's own drive can be shown.
    preview: null,
    pickPeople: mayConfigure
      ? async ({ title, most }) => {
          await config();
          const chosen = await calling<{
            readonly users: readonly { readonly name: string; readonly emplId: string }[];
          }>(
            complexChoose$({
              ...everybody,
              title,
              corpId,
              appId: agentId,
              multiple: most > 1,
              maxUsers: most,
            }),
          );
          return chosen.users.map(({ emplId, name }) => ({ id: emplId, name: name || null }));
        }
      : null,
    dictate: phone && mayConfigure ? () => config().then(dictate) : null,
    showName: null,
  };
}

/** The picker's other wishes: the whole company, people only. */
const everybody = {
  deptId: '',
  rootPage: '',
  limitTips: '',
  pickedUsers: [],
  disabledUsers: [],
  requiredUsers: [],
  showLabelPick: false,
  responseUserOnly: true,
  pickedDepartments: [],
  showOrgEcological: false,
  disabledDepartments: [],
  filterOrgEcological: true,
  requiredDepartments: [],
  startWithDepartmentId: '0',
};

async function dictate(): Promise<Dictation> {
  await calling(startRecord$({ maxDuration: longestSpeech }));
  const words = async ({ mediaId, duration }: Recording): Promise<string> =>
    (await calling<{ readonly content?: string }>(translateVoice$({ mediaId, duration }))).content ?? '';
  let over = false;
  return {
    async stop() {
      over = true;
      return words(await calling<Recording>(stopRecord$({})));
    },
    cancel() {
      over = true;
      void calling(stopRecord$({})).catch(() => undefined);
    },
    onEnd(call) {
      const ended = (recording: Recording) => {
        if (!over) void words(recording).then(call, () => call(''));
      };
      void calling<Recording>(onRecordEnd$({})).then(ended, () => undefined);
    },
  };
}

import * as ww from '@wecom/jssdk';
import {
  BridgeCancelled,
  type BridgeSignature,
  type BridgeStart,
  type ClientBridge,
  type Dictation,
} from '#core/ports/client-bridge.ts';

/** Functions that are asked for: https://developer.work.weixin.qq.com/document/path/90514 (read 2026-08). */
const functions = [
  'shareAppMessage',
  'shareToExternalContact',
  'scanQRCode',
  'previewFile',
  'selectEnterpriseContact',
  'startRecord',
  'stopRecord',
  'onVoiceRecordEnd',
  'translateVoice',
];

export const isClient = (userAgent: string): boolean => /wxwork\/[\d.]/i.test(userAgent);
/** Words for customers are taken from 3.1.6 on, as the types of the package say. */
const takesWords = (userAgent: string): boolean => {
  const [major = 0, minor = 0, patch = 0] = (/wxwork\/([\d.]+)/i.exec(userAgent)?.[1] ?? '')
    .split('.')
    .map(Number);
  return major > 3 || (major === 3 && (minor > 1 || (minor === 1 && patch >= 6)));
};
const isPhone = (userAgent: string): boolean => /Android|iPhone|iPad|iPod/i.test(userAgent);

/** The client's refusal as one error. */
function refusal(cause: unknown): Error {
  const { errMsg = 'wecom' } = (cause ?? {}) as { readonly errMsg?: string };
  return /:cancel/.test(errMsg) ? new BridgeCancelled() : new Error(errMsg, { cause });
}
const refusing = <T>(call: Promise<T>): Promise<T> =>
  call.catch((cause: unknown) => {
    throw refusal(cause);
  });

/** The display component of names, once its script has come. */
interface OpenData {
  bind(element: Element): void;
}
const openData = (): OpenData | undefined => (window as { readonly WWOpenData?: OpenData }).WWOpenData;

function load(address: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const script = document.createElement('script');
    script.src = address;
    script.referrerPolicy = 'origin';
    script.onload = () => resolve();
    script.onerror = () => reject(new Error('names'));
    document.head.append(script);
  });
}

/** The bridge to WeCom's client, over the official package. It signs by itself, and again when the address changes. */
export async function openBridge({ app, sdk, sign }: BridgeStart): Promise<ClientBridge> {
  const signed = new Map<string, Promise<BridgeSignature>>();
  const signatureOf = (url: string): Promise<BridgeSignature> => {
    const known = signed.get(url) ?? sign(url);
    signed.set(url, known);
    known.catch(() => signed.delete(url));
    return known;
  };
  let registered = false;
  /** Registering signs at once, which needs a session: it waits for the first function that is wanted. */
  const register = (): void => {
    if (registered) return;
    registered = true;
    ww.register(registration);
  };
  const registration: ww.RegisterOptions = {
    corpId: app.corpId ?? '',
    ...(app.agentId ? { agentId: app.agentId } : {}),
    jsApiList: functions,
    async getConfigSignature(url) {
      const { timestamp, nonceStr, signature } = await signatureOf(url);
      return { timestamp, nonceStr, signature };
    },
    async getAgentConfigSignature(url) {
      const { timestamp, nonceStr, appSignature } = await signatureOf(url);
      return { timestamp, nonceStr, signature: appSignature ?? '' };
    },
  };
  const calling = <T>(call: () => Promise<T>): Promise<T> => {
    register();
    return refusing(call());
  };
  const phone = isPhone(navigator.userAgent);
  return {
    signInCode: null,
    // The title of the page is the title of the window.
    setTitle: () => undefined,
    close: () => void ww.closeWindow().catch(() => undefined),
    share: async ({ url, title, text }) => {
      await calling(() =>
        ww.shareAppMessage({ title, desc: text, link: url, imgUrl: `${window.location.origin}/favicon.svg` }),
      );
    },
    shareOutside:
      app.customerContact === 'on' && takesWords(navigator.userAgent)
        ? async ({ text }) =>
            void (await calling(() => ww.shareToExternalContact({ text: { content: text } })))
        : null,
    scan: async () => (await calling(() => ww.scanQRCode({ needResult: true }))).resultStr ?? '',
    preview: phone
      ? async ({ url, name, size }) => void (await calling(() => ww.previewFile({ url, name, size })))
      : null,
    async pickPeople({ most }) {
      const { result } = await calling(() =>
        ww.selectEnterpriseContact({
          fromDepartmentId: -1,
          mode: (most > 1 ? 'multi' : 'single') as ww.SelectEnterpriseContactMode,
          type: ['user' as ww.SelectEnterpriseContactType],
        }),
      );
      return result.userList.map(({ id, name }) => ({ id, name: name && name !== id ? name : null }));
    },
    dictate: phone ? () => calling(dictate) : null,
    showName: nameShower(sdk.names ?? '', register),
  };
}

/** Shows names in WeCom's own component; it comes with the first name that is wanted. */
function nameShower(address: string, register: () => void): NonNullable<ClientBridge['showName']> {
  let ready: Promise<OpenData | undefined> | null = null;
  return (place, { kind, id }) => {
    register();
    const element = document.createElement('ww-open-data');
    element.setAttribute('type', kind === 'person' ? 'userName' : 'departmentName');
    element.setAttribute('openid', id);
    // Until the component speaks, the id stands there.
    element.textContent = id;
    (place as Element).replaceChildren(element);
    ready ??= (openData() ? Promise.resolve() : load(address)).then(() => ww.initOpenData()).then(openData);
    ready.then(
      (component) => component?.bind(element),
      () => undefined,
    );
  };
}

async function dictate(): Promise<Dictation> {
  await refusing(ww.startRecord());
  const words = async (localId: string): Promise<string> =>
    (await refusing(ww.translateVoice({ localId, isShowProgressTips: false }))).translateResult ?? '';
  let over = false;
  return {
    async stop() {
      over = true;
      return words((await refusing(ww.stopRecord())).localId);
    },
    cancel() {
      over = true;
      ww.stopRecord().catch(() => undefined);
    },
    onEnd(call) {
      void ww.onVoiceRecordEnd(({ localId }) => {
        if (!over) words(localId).then(call, () => call(''));
      });
    },
  };
}

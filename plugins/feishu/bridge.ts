import { BridgeCancelled, type BridgeStart, type ClientBridge } from '#core/ports/client-bridge.ts';

interface Answered<T> {
  readonly success: (value: T) => void;
  readonly fail: (problem: { readonly errno?: number; readonly errMsg?: string }) => void;
}

/** Feishu's functions, as far as they are used: https://open.feishu.cn/document/client-docs/h5 (read 2026-02). */
interface Tt {
  requestAccess?(
    wish: {
      readonly appID: string;
      readonly scopeList: readonly string[];
      readonly state: string;
    } & Answered<{
      readonly code: string;
    }>,
  ): void;
  requestAuthCode?(wish: { readonly appId: string } & Answered<{ readonly code: string }>): void;
  closeWindow?(wish: Partial<Answered<unknown>>): void;
  scanCode?(wish: { readonly scanType: readonly string[] } & Answered<{ readonly result: string }>): void;
  share?(
    wish: {
      readonly channelType: readonly string[];
      readonly contentType: 'url';
      readonly title: string;
      readonly url: string;
      readonly content: string;
    } & Answered<unknown>,
  ): void;
  setNavigationBarTitle?(wish: { readonly title: string }): void;
  chooseContact?(
    wish: { readonly multi: boolean; readonly maxNum: number } & Answered<{
      readonly data: readonly { readonly openId: string; readonly name?: string }[];
    }>,
  ): void;
}

interface H5Sdk {
  ready(call: () => void): void;
  error(call: (problem: unknown) => void): void;
  config(wish: {
    readonly appId: string;
    readonly timestamp: number;
    readonly nonceStr: string;
    readonly signature: string;
    readonly jsApiList: readonly string[];
    readonly onSuccess: () => void;
    readonly onFail: (problem: unknown) => void;
  }): void;
}

const page = (): { readonly tt?: Tt; readonly h5sdk?: H5Sdk } => window as never;

/** Feishu and Lark write their name and version into the browser's. */
export const isClient = (userAgent: string): boolean => /\b(?:Lark|Feishu)\//i.test(userAgent);

/** `requestAccess` is not known to this client. */
const unknownFunction = 103;
/** The person pressed "cancel". */
const cancelled: ReadonlySet<number> = new Set([1, 2_700_002]);

function refusal({ errno, errMsg = '' }: { readonly errno?: number; readonly errMsg?: string }): Error {
  if (errno !== undefined && cancelled.has(errno)) return new BridgeCancelled();
  return new Error(errno === undefined ? errMsg : String(errno));
}

function calling<T>(call: (answered: Answered<T>) => void): Promise<T> {
  return new Promise((resolve, reject) => {
    call({ success: resolve, fail: (problem) => reject(refusal(problem)) });
  });
}

/** Feishu's SDK may only be loaded from Feishu; it is asked for inside the client alone. */
function load(address: string): Promise<void> {
  if (page().h5sdk) return Promise.resolve();
  return new Promise((resolve, reject) => {
    const script = document.createElement('script');
    script.src = address;
    script.onload = () => resolve();
    script.onerror = () => reject(new Error('sdk'));
    document.head.append(script);
  });
}

/** The bridge to Feishu's client, over its own SDK. */
export async function openBridge({ app, sdk, sign }: BridgeStart): Promise<ClientBridge> {
  await load(sdk.h5 ?? '');
  const { tt, h5sdk } = page();
  if (!tt || !h5sdk) throw new Error('sdk');
  await new Promise<void>((resolve) => h5sdk.ready(resolve));
  const { appId = '' } = app;
  /** A signature is good for one use, so each protected call brings its own. */
  const config = async (name: string): Promise<void> => {
    const { timestamp, nonceStr, signature } = await sign(window.location.href.split('#')[0] ?? '');
    await new Promise<void>((onSuccess, onFail) => {
      h5sdk.config({ appId, timestamp, nonceStr, signature, jsApiList: [name], onSuccess, onFail });
    });
  };
  const { chooseContact, scanCode, share } = tt;
  return {
    signInCode: () => signInCode(tt, appId),
    setTitle: (title) => tt.setNavigationBarTitle?.({ title }),
    close: tt.closeWindow ? () => tt.closeWindow?.({}) : null,
    share: share
      ? async ({ url, title, text }) => {
          await config('share');
          await calling((answered) =>
            share({ channelType: ['lark'], contentType: 'url', url, title, content: text, ...answered }),
          );
        }
      : null,
    shareOutside: null,
    scan: scanCode
      ? async () => {
          await config('scanCode');
          const scanned = await calling<{ readonly result: string }>((answered) =>
            scanCode({ scanType: ['barCode', 'qrCode'], ...answered }),
          );
          return scanned.result;
        }
      : null,
    preview: null,
    pickPeople: chooseContact
      ? async ({ most }) => {
          await config('chooseContact');
          const { data } = await calling<{
            readonly data: readonly { readonly openId: string; readonly name?: string }[];
          }>((answered) => chooseContact({ multi: most > 1, maxNum: most, ...answered }));
          return data.map(({ openId, name }) => ({ id: openId, name: name || null }));
        }
      : null,
    // Words come from the server here, which asks Feishu's recogniser.
    dictate: null,
    showName: null,
  };
}

/** A code for silent sign-in: clients before 6.9 know the older function only. */
async function signInCode(tt: Tt, appId: string): Promise<string> {
  const older = async () => {
    const { requestAuthCode } = tt;
    if (!requestAuthCode) throw new Error(String(unknownFunction));
    return (await calling<{ readonly code: string }>((answered) => requestAuthCode({ appId, ...answered })))
      .code;
  };
  const { requestAccess } = tt;
  if (!requestAccess) return older();
  try {
    const wish = { appID: appId, scopeList: [], state: '' };
    return (await calling<{ readonly code: string }>((answered) => requestAccess({ ...wish, ...answered })))
      .code;
  } catch (error) {
    if (error instanceof Error && error.message === String(unknownFunction)) return older();
    throw error;
  }
}

import { WebSocket } from 'undici';

/** What lives in an isolate, in bytes. */
export interface HeapUsage {
  /** Objects of JavaScript. */
  readonly objects: number;
  /** Memory of array buffers, such as the word vectors. */
  readonly buffers: number;
}

interface Answer {
  readonly id?: number;
  readonly result?: Readonly<Record<string, number>>;
  readonly error?: { readonly message: string };
}

/** Asks an inspector by the protocol that Chrome's tools speak (https://chromedevtools.github.io/devtools-protocol/). */
async function inspect<T>(
  url: string,
  use: (call: (method: string) => Promise<Readonly<Record<string, number>>>) => Promise<T>,
): Promise<T> {
  // The inspector answers only pages of this machine.
  const socket = new WebSocket(url, { headers: { Origin: 'http://localhost' } });
  await new Promise<void>((resolve, reject) => {
    socket.addEventListener('open', () => resolve());
    socket.addEventListener('error', () => reject(new Error(`no inspector answers at ${url}`)));
  });
  let last = 0;
  const call = (method: string) =>
    new Promise<Readonly<Record<string, number>>>((resolve, reject) => {
      last += 1;
      const id = last;
      socket.addEventListener('message', (event) => {
        const answer = JSON.parse(String(event.data)) as Answer;
        if (answer.id !== id) return;
        if (answer.error !== undefined) reject(new Error(`${method}: ${answer.error.message}`));
        else resolve(answer.result ?? {});
      });
      socket.send(JSON.stringify({ id, method }));
    });
  try {
    return await use(call);
  } finally {
    socket.close();
  }
}

/** The heap of the isolate behind an inspector's address, after what nobody holds any more was collected. */
export async function heapOf(inspector: URL): Promise<HeapUsage> {
  const targets = (await (await fetch(new URL('json', inspector))).json()) as {
    webSocketDebuggerUrl: string;
  }[];
  const address = targets[0]?.webSocketDebuggerUrl;
  if (address === undefined) throw new Error(`the inspector at ${inspector} names nothing to inspect`);
  return inspect(address, async (call) => {
    await call('Runtime.enable');
    await call('HeapProfiler.enable');
    // A snapshot collects garbage first; workerd leaves the plain request for it unanswered.
    await call('HeapProfiler.takeHeapSnapshot');
    const {
      usedSize = 0,
      backingStorageSize = 0,
      embedderHeapUsedSize = 0,
    } = await call('Runtime.getHeapUsage');
    return { objects: usedSize + embedderHeapUsedSize, buffers: backingStorageSize };
  });
}

/** What is known of a take on this device; its bytes lie beside it. */
export interface KeptTake {
  /** Id of the recording on the server. */
  readonly id: string;
  /** `<question>.<turn>` of one interview. */
  readonly place: string;
  readonly mode: 'voice' | 'video';
  readonly mediaType: string;
  /** Null while it is being recorded, or when the page was closed meanwhile. */
  readonly segmentCount: number | null;
  readonly durationMs: number | null;
}

/** Keeps takes until the server has them, across a closed page. */
export interface TakeStore {
  /** False where the browser keeps nothing: then the page must stay open. */
  readonly lasting: boolean;
  putTake(take: KeptTake): Promise<void>;
  putSegment(id: string, position: number, content: Blob): Promise<void>;
  segment(id: string, position: number): Promise<Blob | null>;
  segmentCount(id: string): Promise<number>;
  takes(place: string): Promise<readonly KeptTake[]>;
  drop(id: string): Promise<void>;
}

const answered = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });

const finished = (transaction: IDBTransaction): Promise<void> =>
  new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onerror = () => reject(transaction.error);
    transaction.onabort = () => reject(transaction.error);
  });

function open(): Promise<IDBDatabase> {
  const request = indexedDB.open('jinji-takes', 1);
  request.onupgradeneeded = () => {
    request.result.createObjectStore('takes', { keyPath: 'id' });
    request.result.createObjectStore('segments');
  };
  return answered(request);
}

const keyOf = (id: string, position: number) => `${id}/${String(position).padStart(5, '0')}`;
const rangeOf = (id: string) => IDBKeyRange.bound(`${id}/`, `${id}0`, false, true);

function databaseStore(db: IDBDatabase): TakeStore {
  const write = async (store: 'takes' | 'segments', act: (target: IDBObjectStore) => void) => {
    const transaction = db.transaction(store, 'readwrite');
    act(transaction.objectStore(store));
    await finished(transaction);
  };
  return {
    lasting: true,
    putTake: (take) => write('takes', (target) => target.put(take)),
    async putSegment(id, position, content) {
      // Bytes and not the Blob: older Safari cannot keep Blobs.
      const bytes = await content.arrayBuffer();
      await write('segments', (target) => target.put(bytes, keyOf(id, position)));
    },
    async segment(id, position) {
      const found = await answered<ArrayBuffer | undefined>(
        db.transaction('segments').objectStore('segments').get(keyOf(id, position)),
      );
      return found ? new Blob([found]) : null;
    },
    segmentCount: (id) => answered(db.transaction('segments').objectStore('segments').count(rangeOf(id))),
    async takes(place) {
      const all = await answered<KeptTake[]>(db.transaction('takes').objectStore('takes').getAll());
      return all.filter((take) => take.place === place);
    },
    async drop(id) {
      await write('takes', (target) => target.delete(id));
      await write('segments', (target) => target.delete(rangeOf(id)));
    },
  };
}

/** Takes in the page's memory, for browsers without a database. */
export function memoryTakeStore(): TakeStore {
  const takes = new Map<string, KeptTake>();
  const segments = new Map<string, Blob>();
  return {
    lasting: false,
    putTake: async (take) => {
      takes.set(take.id, take);
    },
    putSegment: async (id, position, content) => {
      segments.set(keyOf(id, position), content);
    },
    segment: async (id, position) => segments.get(keyOf(id, position)) ?? null,
    segmentCount: async (id) => [...segments.keys()].filter((key) => key.startsWith(`${id}/`)).length,
    takes: async (place) => [...takes.values()].filter((take) => take.place === place),
    drop: async (id) => {
      takes.delete(id);
      for (const key of segments.keys()) if (key.startsWith(`${id}/`)) segments.delete(key);
    },
  };
}

let opened: Promise<TakeStore> | null = null;

/** The store of this browser, opened once. */
export function takeStore(): Promise<TakeStore> {
  opened ??= open().then(databaseStore, memoryTakeStore);
  return opened;
}

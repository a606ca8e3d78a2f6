/** IndexedDB as promises: opened once, every write on disk before it counts. */
const NAME = "interview-recorder";
const VERSION = 1;

export const STORES = { keys: "keys", segments: "segments", chunks: "chunks", notes: "notes" } as const;

export function openDatabase(factory: IDBFactory, name = NAME): Promise<IDBDatabase> {
  const opening = factory.open(name, VERSION);
  opening.onupgradeneeded = () => {
    const database = opening.result;
    database.createObjectStore(STORES.keys);
    database.createObjectStore(STORES.segments, { keyPath: "id" });
    database.createObjectStore(STORES.chunks, { keyPath: ["segment", "n"] });
    database.createObjectStore(STORES.notes);
  };
  return answered(opening);
}

/** The result of a request. */
export function answered<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => {
      resolve(request.result);
    };
    request.onerror = () => {
      reject(request.error ?? new Error("The browser's storage failed."));
    };
  });
}

/** Run `work` in one transaction and wait until it is durable; its result is told only then. */
export async function transact<T>(
  database: IDBDatabase,
  stores: string[],
  mode: IDBTransactionMode,
  work: (transaction: IDBTransaction) => Promise<T> | T,
): Promise<T> {
  const transaction = database.transaction(stores, mode, { durability: "strict" });
  const over = new Promise<void>((resolve, reject) => {
    transaction.oncomplete = () => {
      resolve();
    };
    transaction.onabort = () => {
      reject(transaction.error ?? new Error("The browser's storage gave up."));
    };
  });
  const [result] = await Promise.all([Promise.resolve(work(transaction)), over]);
  return result;
}

import { answered, STORES, transact } from "./database";
import type { Chunk, Segment } from "./segment";
import type { Sealed } from "./vault";

/** The segment is not there: somebody cleared the browser's storage. */
export class SegmentGone extends Error {}

export type Change = (segment: Segment) => Segment;

/** Where segments, their chunks and notes lie. Each method is one transaction. */
export interface Shelf {
  readonly isDurable: boolean;
  segments(): Promise<Segment[]>;
  /** Add a segment; where `number` says so it is numbered after its session's and track's highest. */
  add(segment: Segment): Promise<Segment>;
  /** Add a chunk and change its segment with it; rejects with `SegmentGone`. */
  append(chunk: Chunk, change: Change): Promise<Segment>;
  /** Change a segment, and forget those of its chunks that `forgets` names. */
  change(id: string, change: Change, forgets?: readonly number[]): Promise<Segment>;
  /** Chunks from number `from` on, in order, until `mostBytes` are reached; one at least. */
  chunks(segment: string, from: number, mostBytes: number): Promise<Chunk[]>;
  remove(segment: string): Promise<void>;
  note(name: string): Promise<Sealed | undefined>;
  notes(): Promise<string[]>;
  setNote(name: string, note: Sealed | null): Promise<void>;
}

const BOTH = [STORES.segments, STORES.chunks];

/** A shelf in IndexedDB, durable before a promise resolves. */
export class DurableShelf implements Shelf {
  readonly isDurable = true;
  readonly #database: IDBDatabase;

  constructor(database: IDBDatabase) {
    this.#database = database;
  }

  segments(): Promise<Segment[]> {
    return this.#read(STORES.segments, (store) => answered(store.getAll() as IDBRequest<Segment[]>));
  }

  add(segment: Segment): Promise<Segment> {
    return transact(this.#database, [STORES.segments], "readwrite", async (transaction) => {
      const store = transaction.objectStore(STORES.segments);
      const numbered = withNumber(segment, await answered(store.getAll() as IDBRequest<Segment[]>));
      store.add(numbered);
      return numbered;
    });
  }

  append(chunk: Chunk, change: Change): Promise<Segment> {
    return transact(this.#database, BOTH, "readwrite", async (transaction) => {
      const changed = await changedIn(transaction, chunk.segment, change);
      transaction.objectStore(STORES.chunks).add(chunk);
      return changed;
    });
  }

  change(id: string, change: Change, forgets: readonly number[] = []): Promise<Segment> {
    return transact(this.#database, BOTH, "readwrite", async (transaction) => {
      const changed = await changedIn(transaction, id, change);
      for (const n of forgets) transaction.objectStore(STORES.chunks).delete([id, n]);
      return changed;
    });
  }

  chunks(segment: string, from: number, mostBytes: number): Promise<Chunk[]> {
    const range = IDBKeyRange.bound([segment, from], [segment, Number.MAX_SAFE_INTEGER]);
    return this.#read(STORES.chunks, (store) => collect(store.openCursor(range), mostBytes));
  }

  async remove(segment: string): Promise<void> {
    await transact(this.#database, BOTH, "readwrite", (transaction) => {
      transaction.objectStore(STORES.segments).delete(segment);
      transaction.objectStore(STORES.chunks).delete(everyChunk(segment));
    });
  }

  note(name: string): Promise<Sealed | undefined> {
    return this.#read(STORES.notes, (store) => answered(store.get(name) as IDBRequest<Sealed | undefined>));
  }

  notes(): Promise<string[]> {
    return this.#read(STORES.notes, (store) => answered(store.getAllKeys() as IDBRequest<string[]>));
  }

  async setNote(name: string, note: Sealed | null): Promise<void> {
    await transact(this.#database, [STORES.notes], "readwrite", (transaction) => {
      const store = transaction.objectStore(STORES.notes);
      if (note === null) store.delete(name);
      else store.put(note, name);
    });
  }

  #read<T>(name: string, work: (store: IDBObjectStore) => Promise<T>): Promise<T> {
    return transact(this.#database, [name], "readonly", (transaction) => work(transaction.objectStore(name)));
  }
}

async function changedIn(transaction: IDBTransaction, id: string, change: Change): Promise<Segment> {
  const store = transaction.objectStore(STORES.segments);
  const known = (await answered(store.get(id))) as Segment | undefined;
  if (known === undefined) throw new SegmentGone("The browser's storage lost this segment.");
  const changed = change(known);
  store.put(changed);
  return changed;
}

function collect(request: IDBRequest<IDBCursorWithValue | null>, mostBytes: number): Promise<Chunk[]> {
  const found: Chunk[] = [];
  let bytes = 0;
  return new Promise((resolve, reject) => {
    request.onerror = () => {
      reject(request.error ?? new Error("The browser's storage failed."));
    };
    request.onsuccess = () => {
      const cursor = request.result;
      const chunk = cursor?.value as Chunk | undefined;
      if (cursor === null || chunk === undefined || (found.length > 0 && bytes + chunk.size > mostBytes)) {
        resolve(found);
        return;
      }
      found.push(chunk);
      bytes += chunk.size;
      cursor.continue();
    };
  });
}

function everyChunk(segment: string): IDBKeyRange {
  return IDBKeyRange.bound([segment, 0], [segment, Number.MAX_SAFE_INTEGER]);
}

/** The segment with its number: after the highest of its session and track, or null to let the server decide. */
export function withNumber(segment: Segment, known: readonly Segment[]): Segment {
  const same = known.filter((one) => one.session === segment.session && one.track === segment.track);
  const isUncertain = same.some((one) => one.number === null);
  if (segment.number === null || isUncertain) return { ...segment, number: null };
  return { ...segment, number: 1 + Math.max(0, ...same.map((one) => one.number ?? 0)) };
}

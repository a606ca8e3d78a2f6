import { systemClock, type Clock } from "./clock";
import { openDatabase } from "./database";
import { Emitter } from "./emitter";
import type { TrackName } from "./formats";
import { MemoryShelf } from "./memory_shelf";
import { Notes } from "./notes";
import {
  acknowledge,
  anew,
  factsOf,
  isPending,
  joined,
  NOTHING,
  plus,
  type Chunk,
  type ChunkFacts,
  type Segment,
} from "./segment";
import { DurableShelf, type Shelf } from "./shelf";
import { sha256, Vault } from "./vault";

/** What a recorder says about a run that it begins. */
export interface NewSegment {
  /** Made by the recorder, which holds the lock of this name before the segment can be seen. */
  id: string;
  session: string;
  createUrl: string;
  track: TrackName;
  mimeType: string;
  /** Whether segments may exist that this browser knows nothing of; then the server numbers it. */
  isNumberedByServer: boolean;
}

/** Chunks to send in one request, in the clear. */
export interface Batch {
  facts: ChunkFacts[];
  body: Uint8Array<ArrayBuffer>;
  sha256: string;
}

/** A chunk can no longer be read; the others can. */
export class ChunkUnreadable extends Error {
  readonly n: number;

  constructor(n: number) {
    super("A piece of the recording could not be read from the browser's storage.");
    this.n = n;
  }
}

interface SpoolNews {
  /** Something was added, acknowledged or removed. */
  changed: undefined;
}

/** What was recorded and is not yet safe with the server: encrypted, in order, surviving the page. */
export class Spool {
  readonly news = new Emitter<SpoolNews>();
  /** Small things that are kept beside the recording. */
  readonly notes: Notes;
  readonly #shelf: Shelf;
  readonly #vault: Vault;
  readonly #clock: Clock;

  constructor(shelf: Shelf, vault: Vault, clock: Clock = systemClock) {
    this.#shelf = shelf;
    this.#vault = vault;
    this.#clock = clock;
    this.notes = new Notes(shelf, vault);
  }

  /** The origin's spool; where the browser stores nothing, one in memory that says so by `isDurable`. */
  static async open(factory: IDBFactory | undefined = globalThis.indexedDB, clock = systemClock): Promise<Spool> {
    try {
      const database = await openDatabase(factory);
      return new Spool(new DurableShelf(database), await Vault.open(database), clock);
    } catch {
      return new Spool(new MemoryShelf(), await Vault.open(null), clock);
    }
  }

  get isDurable(): boolean {
    return this.#shelf.isDurable;
  }

  async begin(made: NewSegment): Promise<Segment> {
    const now = this.#clock.now();
    const segment = await this.#shelf.add({
      id: made.id,
      session: made.session,
      createUrl: made.createUrl,
      track: made.track,
      number: made.isNumberedByServer ? null : 0,
      mimeType: made.mimeType,
      startedAt: new Date(now).toISOString(),
      madeAt: now,
      location: null,
      attempt: 0,
      spooled: NOTHING,
      sent: NOTHING,
      acknowledged: -1,
      offset: 0,
      partial: 0,
      resendsHeader: false,
      isClosed: false,
      isDone: false,
      refusal: null,
    });
    this.#tell();
    return segment;
  }

  /** Keep one chunk; resolves when it is on the disk, rejects where the browser refuses it. `ms` is what it lasts. */
  async put(segment: string, n: number, bytes: ArrayBuffer, about: { mime: string; ms: number }): Promise<void> {
    const sum = await sha256(bytes);
    const facts: ChunkFacts = { segment, n, size: bytes.byteLength, sha256: sum, at: this.#clock.now(), ...about };
    const chunk: Chunk = { ...facts, ...(await this.#vault.seal(bytes, nameOf(segment, n))) };
    const counted = { bytes: facts.size, chunks: 1, ms: facts.ms };
    await this.#shelf.append(chunk, (known) => ({ ...known, spooled: plus(known.spooled, counted) }));
    this.#tell();
  }

  /** Say what is really recorded, before the upload is created. */
  describe(id: string, mimeType: string): Promise<Segment> {
    return this.#change(id, (known) => ({ ...known, mimeType }));
  }

  /** No more chunks will come. */
  close(id: string): Promise<Segment> {
    return this.#change(id, (known) => ({ ...known, isClosed: true }));
  }

  /** Segments in the order they were made. */
  async segments(session?: string): Promise<Segment[]> {
    const all = await this.#shelf.segments();
    const wanted = session === undefined ? all : all.filter((one) => one.session === session);
    return wanted.sort((one, other) => one.madeAt - other.madeAt);
  }

  /** What goes out next, about `mostBytes` of it; null where nothing waits. Rejects with `ChunkUnreadable`. */
  async batch(segment: Segment, mostBytes: number): Promise<Batch | null> {
    const chunks = await this.#pending(segment, mostBytes);
    if (chunks.length === 0) return null;
    const plain = await Promise.all(chunks.map((chunk) => this.#opened(chunk)));
    const body = joined(plain).subarray(segment.partial);
    return { facts: chunks.map(factsOf), body, sha256: await sha256(body) };
  }

  async #pending(segment: Segment, mostBytes: number): Promise<Chunk[]> {
    const header = segment.resendsHeader ? await this.#shelf.chunks(segment.id, 0, 0) : [];
    const rest = await this.#shelf.chunks(segment.id, segment.acknowledged + 1, mostBytes);
    return [...header.filter((one) => one.n === 0 && segment.acknowledged >= 0), ...rest];
  }

  async #opened(chunk: Chunk): Promise<Uint8Array<ArrayBuffer>> {
    try {
      return await this.#vault.open(chunk, nameOf(chunk.segment, chunk.n));
    } catch {
      throw new ChunkUnreadable(chunk.n);
    }
  }

  /**
   * Take in that the server holds `offset` bytes of the segment's upload, and forget what it holds.
   * Null where that contradicts what it acknowledged before.
   */
  async acknowledged(segment: Segment, offset: number): Promise<Segment | null> {
    const chunks = await this.#pending(segment, Math.max(0, offset - segment.offset) + segment.partial);
    const next = acknowledge(segment, chunks.map(factsOf), offset);
    if (next === null) return null;
    // The header stays until the whole segment is verified: without it nothing that follows could ever be read.
    const forgets = chunks.map((chunk) => chunk.n).filter((n) => n !== 0 && !isPending(next, n));
    const { acknowledged, sent, partial, resendsHeader } = next;
    return this.#change(
      segment.id,
      (known) => ({ ...known, acknowledged, sent, offset, partial, resendsHeader }),
      forgets,
    );
  }

  created(segment: Segment, location: string): Promise<Segment> {
    return this.#change(segment.id, (known) => ({ ...known, location }));
  }

  /** Prepare an upload anew from what is still here. */
  restart(segment: Segment): Promise<Segment> {
    return this.#change(segment.id, anew);
  }

  /** Give up a chunk that cannot be read. */
  skip(segment: Segment, n: number): Promise<Segment> {
    const skipped = (known: Segment): Segment => ({
      ...known,
      acknowledged: Math.max(known.acknowledged, n),
      // What the server has of it already counts as sent bytes of nobody.
      partial: 0,
      resendsHeader: n === 0 ? false : known.resendsHeader,
    });
    return this.#change(segment.id, skipped, [n]);
  }

  /** The server takes no more of it; what is here stays until `purge`. */
  refuse(segment: Segment, code: string): Promise<Segment> {
    return this.#change(segment.id, (known) => ({ ...known, refusal: code }));
  }

  /** The server has verified the whole segment: nothing of it is kept but its counts. */
  complete(segment: Segment): Promise<Segment> {
    return this.#change(segment.id, (known) => ({ ...known, isDone: true }), [0]);
  }

  /** Forget everything of a session, whether it was sent or not. */
  async purge(session: string): Promise<void> {
    for (const segment of await this.segments(session)) await this.#shelf.remove(segment.id);
    await this.notes.purge(session);
    this.#tell();
  }

  /** Forget what has lain finished or refused for longer than `ms`, and the notes of those sessions. */
  async tidy(ms: number): Promise<void> {
    const isOver = (one: Segment): boolean => one.isDone || one.refusal !== null;
    const all = await this.segments();
    for (const session of new Set(all.map((one) => one.session))) {
      const own = all.filter((one) => one.session === session);
      if (own.every((one) => isOver(one) && one.madeAt < this.#clock.now() - ms)) await this.purge(session);
    }
  }

  async #change(id: string, change: (known: Segment) => Segment, forgets?: readonly number[]): Promise<Segment> {
    const changed = await this.#shelf.change(id, change, forgets);
    this.#tell();
    return changed;
  }

  #tell(): void {
    this.news.emit("changed", undefined);
  }
}

function nameOf(segment: string, n: number): string {
  return `${segment}/${String(n)}`;
}

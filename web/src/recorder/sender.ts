import { systemClock, type Clock } from "./clock";
import { Emitter } from "./emitter";
import type { Segment } from "./segment";
import { ChunkUnreadable, type Spool } from "./spool";
import { Tus, type Outcome } from "./tus";

const SHORTEST_PAUSE_MS = 250;
const LONGEST_PAUSE_MS = 5000;
const SMALLEST_BATCH = 256 * 1024;
const LARGEST_BATCH = 4 * 1024 ** 2;
const QUICK_MS = 2000;
const MOST_DOUBTS = 5;

/** Something that the people who run the interview should know. */
export interface Issue {
  session: string;
  kind: string;
  message: string;
}

interface SenderNews {
  /** Whether the last request reached the server. */
  reach: boolean;
  issue: Issue;
}

type Locks = Pick<LockManager, "request">;

export interface SenderParts {
  spool: Spool;
  tus?: Tus;
  clock?: Clock;
  locks?: Locks | undefined;
  /** Where `online` is heard; null outside of a browser. */
  network?: EventTarget | null;
}

/** The name under which a live recorder holds its segment. */
export function lockOf(segment: string): string {
  return `interview-segment-${segment}`;
}

/**
 * Empties the spool into the server, oldest first, one page of the origin at a time.
 * It forgets a chunk only when the server acknowledged it, asks on any doubt, and tries again without end.
 */
export class Sender {
  readonly news = new Emitter<SenderNews>();
  readonly #spool: Spool;
  readonly #tus: Tus;
  readonly #clock: Clock;
  readonly #locks: Locks | undefined;
  #draining: Promise<void> | null = null;
  #isAskedAgain = false;
  #isStopped = false;
  #nap = new AbortController();
  #pause = 0;
  #batchBytes = SMALLEST_BATCH;
  #doubts = 0;

  constructor(parts: SenderParts) {
    this.#spool = parts.spool;
    this.#tus = parts.tus ?? new Tus();
    this.#clock = parts.clock ?? systemClock;
    this.#locks = "locks" in parts ? parts.locks : globalThis.navigator.locks;
    const network = parts.network === undefined ? globalThis : parts.network;
    network?.addEventListener("online", () => this.hurry());
    this.#spool.news.on("changed", () => void this.drain());
  }

  /** Try at once instead of waiting for the pause to end. */
  hurry(): void {
    this.#pause = 0;
    this.#nap.abort();
    void this.drain();
  }

  /** Send no more; what waits stays in the spool. */
  stop(): void {
    this.#isStopped = true;
    this.#nap.abort();
  }

  /**
   * Resolves when nothing that can be sent is left. While a drain runs this is that drain's promise,
   * with one more look at the spool afterwards: a chunk that came meanwhile is never missed.
   */
  drain(): Promise<void> {
    this.#isAskedAgain = true;
    this.#draining ??= this.#drainAll().finally(() => {
      this.#draining = null;
    });
    return this.#draining;
  }

  async #drainAll(): Promise<void> {
    while (this.#isAskedAgain && !this.#isStopped) {
      this.#isAskedAgain = false;
      try {
        await this.#alone("interview-sender", () => this.#pass());
      } catch {
        // The browser's storage or its locks failed; what waits is not given up.
        this.#isAskedAgain = await this.#wait(0);
      }
    }
  }

  async #alone(name: string, work: () => Promise<void>): Promise<void> {
    if (this.#locks === undefined) return work();
    await this.#locks.request(name, work);
  }

  async #pass(): Promise<void> {
    for (;;) {
      const waiting = (await this.#spool.segments()).filter((one) => !one.isDone && one.refusal === null);
      const went = [];
      for (const segment of waiting) went.push(!this.#isStopped && (await this.#step(segment)));
      if (!went.includes(true)) return;
    }
  }

  /** Do the next thing for a segment; false where there is nothing to do for it now. */
  async #step(segment: Segment): Promise<boolean> {
    try {
      return await this.#advance(segment);
    } catch (failure) {
      if (!(failure instanceof ChunkUnreadable)) throw failure;
      await this.#spool.skip(segment, failure.n);
      this.#report(segment, "chunk_unreadable", failure.message);
      return true;
    }
  }

  async #advance(segment: Segment): Promise<boolean> {
    const batch = await this.#spool.batch(segment, this.#batchBytes);
    if (batch === null) return this.#conclude(segment);
    if (segment.location === null) return this.#settle(segment, await this.#tus.create(segment));
    const began = this.#clock.now();
    const outcome = await this.#tus.append(segment.location, segment.offset, batch.body, batch.sha256);
    if (outcome.kind === "done" && outcome.offset !== segment.offset + batch.body.length) {
      return this.#settle(segment, { kind: "doubt", code: "unexpected_offset" });
    }
    this.#adjust(outcome, this.#clock.now() - began);
    return this.#settle(segment, outcome);
  }

  /** Larger batches while they go through quickly, the smallest after any failure. */
  #adjust(outcome: Outcome, ms: number): void {
    const grows = outcome.kind === "done" && ms < QUICK_MS;
    this.#batchBytes = grows ? Math.min(this.#batchBytes * 2, LARGEST_BATCH) : SMALLEST_BATCH;
  }

  /** All chunks are with the server: tell it the length once the recorder has stopped, and let it confirm. */
  async #conclude(segment: Segment): Promise<boolean> {
    const closed = segment.isClosed ? segment : await this.#closedIfAbandoned(segment);
    if (closed === null) return false;
    if (closed.location === null) {
      await this.#spool.complete(closed);
      return true;
    }
    const told = await this.#tus.finish(closed.location, closed.offset);
    const confirmed = told.kind === "done" ? await this.#tus.head(closed.location) : told;
    if (confirmed.kind === "done" && confirmed.offset === closed.offset && confirmed.length === closed.offset) {
      this.#reached();
      await this.#spool.complete(closed);
      return true;
    }
    if (confirmed.kind === "gone" || confirmed.kind === "refused") return this.#closedEarly(closed, confirmed.code);
    return this.#settle(closed, confirmed.kind === "done" ? { kind: "doubt", code: "unconfirmed" } : confirmed);
  }

  async #closedEarly(segment: Segment, code: string): Promise<boolean> {
    this.#report(segment, code, "The server closed the upload before its length was told; every byte had arrived.");
    await this.#spool.complete(segment);
    return true;
  }

  /** A recorder holds a lock as long as its page lives, so a segment whose lock is free will get no more chunks. */
  async #closedIfAbandoned(segment: Segment): Promise<Segment | null> {
    if (this.#locks === undefined) return null;
    return this.#locks.request(lockOf(segment.id), { ifAvailable: true }, (lock) =>
      lock === null ? null : this.#spool.close(segment.id),
    );
  }

  /** Take in what a request came to; true where the next one may follow. */
  async #settle(segment: Segment, outcome: Outcome): Promise<boolean> {
    if (outcome.kind === "later") return this.#wait(outcome.afterMs);
    this.#reached();
    if (outcome.kind === "refused") return this.#refused(segment, outcome.code);
    if (outcome.kind === "gone") return this.#startAnew(segment, outcome.code);
    if (outcome.kind === "doubt") return this.#ask(segment, outcome.code);
    this.#doubts = 0;
    if (outcome.location !== null) {
      await this.#spool.created(segment, outcome.location);
      return true;
    }
    return this.#agree(segment, outcome.offset);
  }

  async #ask(segment: Segment, code: string): Promise<boolean> {
    this.#doubts += 1;
    if (this.#doubts > MOST_DOUBTS) {
      this.#report(segment, code, "The server refuses the same bytes again and again.");
      this.#doubts = 0;
      return this.#wait(LONGEST_PAUSE_MS);
    }
    if (segment.location === null) return this.#wait(0);
    const told = await this.#tus.head(segment.location);
    if (told.kind === "done") return this.#agree(segment, told.offset);
    return told.kind === "doubt" ? this.#wait(0) : this.#settle(segment, told);
  }

  async #agree(segment: Segment, offset: number): Promise<boolean> {
    const next = await this.#spool.acknowledged(segment, offset);
    if (next === null) return this.#startAnew(segment, "offset_contradicts");
    return true;
  }

  async #startAnew(segment: Segment, code: string): Promise<boolean> {
    this.#report(segment, code, "The upload was gone; what is still here is sent again as a new one.");
    await this.#spool.restart(segment);
    return true;
  }

  async #refused(segment: Segment, code: string): Promise<boolean> {
    this.#report(segment, code, "The server takes no more of this recording.");
    await this.#spool.refuse(segment, code);
    return true;
  }

  #reached(): void {
    this.#pause = 0;
    this.news.emit("reach", true);
  }

  async #wait(afterMs: number): Promise<boolean> {
    this.news.emit("reach", false);
    this.#pause = Math.min(Math.max(this.#pause * 2, SHORTEST_PAUSE_MS), LONGEST_PAUSE_MS);
    this.#nap = new AbortController();
    await this.#clock.sleep(Math.max(this.#pause, afterMs), this.#nap.signal);
    return !this.#isStopped;
  }

  #report(segment: Segment, kind: string, message: string): void {
    this.news.emit("issue", { session: segment.session, kind, message: `${segment.track}: ${message}` });
  }
}

import { IDBFactory, IDBKeyRange } from "fake-indexeddb";

import { lockOf, Sender, type Issue } from "../sender";
import type { Segment } from "../segment";
import { Spool } from "../spool";
import { Tus } from "../tus";
import { FakeClock } from "./fake_clock";
import { FakeLocks } from "./fake_locks";
import { nodeFetch, TusServer } from "./tus_server";

globalThis.IDBKeyRange = IDBKeyRange;

export const CHUNK_MS = 2000;

/** A spool, a sender and a server, all real but for the browser's storage and its clock. */
export class Bench {
  readonly storage = new IDBFactory();
  readonly clock = new FakeClock();
  readonly locks = new FakeLocks();
  readonly issues: Issue[] = [];
  readonly reached: boolean[] = [];
  readonly #releases: (() => void)[] = [];
  server!: TusServer;
  spool!: Spool;
  sender!: Sender;

  static async open(): Promise<Bench> {
    const bench = new Bench();
    bench.server = await new TusServer().start();
    await bench.reload();
    return bench;
  }

  /** A page opened on the same storage, as after a crash. */
  async reload(): Promise<void> {
    this.spool = await Spool.open(this.storage, this.clock);
    this.sender = new Sender({
      spool: this.spool,
      tus: new Tus(nodeFetch),
      clock: this.clock,
      locks: this.locks,
      network: null,
    });
    this.sender.news.on("issue", (issue) => this.issues.push(issue));
    this.sender.news.on("reach", (isReached) => this.reached.push(isReached));
  }

  /** A segment that a recorder of this page holds. */
  begin(isNumberedByServer = false): Promise<Segment> {
    const { createUrl } = this.server;
    const mimeType = "video/webm;codecs=vp9,opus";
    const id = crypto.randomUUID();
    void this.locks.request(lockOf(id), () => new Promise<void>((release) => this.#releases.push(release)));
    return this.spool.begin({ id, session: "s1", createUrl, track: "camera", mimeType, isNumberedByServer });
  }

  /** The page is gone, and its locks with it. */
  async crash(): Promise<void> {
    this.sender.stop();
    for (const release of this.#releases) release();
    await new Promise((resolve) => setTimeout(resolve, 0));
  }

  put(segment: Segment, n: number, text: string): Promise<void> {
    return this.spool.put(segment.id, n, bytesOf(text), { mime: segment.mimeType, ms: CHUNK_MS });
  }

  async segment(): Promise<Segment> {
    const [found] = await this.spool.segments();
    if (found === undefined) throw new Error("The spool holds no segment.");
    return found;
  }

  /** What the server holds of each upload, as text. */
  get received(): string[] {
    return this.server.whole.map((one) => one.bytes.toString());
  }

  async close(): Promise<void> {
    this.sender.stop();
    await this.server.stop();
  }
}

export function bytesOf(text: string): ArrayBuffer {
  return new TextEncoder().encode(text).buffer;
}

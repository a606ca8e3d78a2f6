import { systemClock, type Clock } from "./clock";
import { recorderOptions, TIMESLICE_MS, type RecordingConfig, type TrackName } from "./formats";
import { lockOf } from "./sender";
import { SegmentGone } from "./shelf";
import type { Spool } from "./spool";

const RETRY_MS = 1000;

export type TrackFailure = "storage_refused" | "storage_lost" | "recorder_failed" | "device_ended";

export interface TrackParts {
  stream: MediaStream;
  track: TrackName;
  mimeType: string;
  config: RecordingConfig;
  session: string;
  createUrl: string;
  isNumberedByServer: boolean;
  spool: Spool;
  clock?: Clock;
  locks?: Pick<LockManager, "request"> | undefined;
  /** Called for each failure, at once; chunks that the browser refuses are held and tried again. */
  onFailure: (failure: TrackFailure, message: string) => void;
  /** Called when the browser took a chunk that it had refused. */
  onRecovery: () => void;
}

/** One run of a MediaRecorder: one segment, its chunks put into the spool in order. */
export class TrackRecorder {
  readonly #parts: TrackParts;
  readonly #clock: Clock;
  readonly #recorder: MediaRecorder;
  readonly #id: string;
  #chain: Promise<void> = Promise.resolve();
  #next = 0;
  #runningMs = 0;
  #resumedAt: number | null = null;
  #toldMs = 0;
  #release: () => void = () => undefined;
  #stopped: Promise<void>;
  #isWanted = true;
  #isLost = false;

  private constructor(parts: TrackParts, id: string) {
    this.#parts = parts;
    this.#clock = parts.clock ?? systemClock;
    this.#id = id;
    this.#recorder = new MediaRecorder(parts.stream, recorderOptions(parts.mimeType, parts.config));
    this.#stopped = new Promise((resolve) => {
      this.#recorder.addEventListener("stop", () => {
        resolve();
      });
    });
  }

  /** Begin a segment and record into it. */
  static async start(parts: TrackParts): Promise<TrackRecorder> {
    const { spool, session, createUrl, track, mimeType, isNumberedByServer } = parts;
    const id = crypto.randomUUID();
    const made = new TrackRecorder(parts, id);
    await made.#claim();
    await spool.begin({ id, session, createUrl, track, mimeType, isNumberedByServer });
    made.#begin();
    return made;
  }

  /** Hold the segment's lock while this page lives, so that no sender takes it for abandoned. */
  #claim(): Promise<void> {
    const locks = "locks" in this.#parts ? this.#parts.locks : globalThis.navigator.locks;
    if (locks === undefined) return Promise.resolve();
    return new Promise((resolve) => {
      void locks.request(lockOf(this.#id), () => {
        resolve();
        return new Promise<void>((release) => {
          this.#release = release;
        });
      });
    });
  }

  #begin(): void {
    this.#recorder.addEventListener("dataavailable", (event) => {
      this.#take(event.data);
    });
    this.#recorder.addEventListener("error", () => {
      this.#parts.onFailure("recorder_failed", "The browser stopped recording.");
    });
    this.#recorder.addEventListener("stop", () => {
      if (this.#isWanted) this.#parts.onFailure("device_ended", "The camera or microphone stopped.");
    });
    this.#recorder.start(TIMESLICE_MS);
    this.#resumedAt = this.#clock.now();
  }

  get track(): TrackName {
    return this.#parts.track;
  }

  get segmentId(): string {
    return this.#id;
  }

  /** What is really recorded, which need not be what was asked for. */
  get mimeType(): string {
    return this.#recorder.mimeType || this.#parts.mimeType;
  }

  /** How long it has recorded, without pauses. */
  get recordedMs(): number {
    return this.#runningMs + (this.#resumedAt === null ? 0 : this.#clock.now() - this.#resumedAt);
  }

  pause(): void {
    if (this.#recorder.state !== "recording") return;
    this.#runningMs = this.recordedMs;
    this.#resumedAt = null;
    // What was recorded up to here need not wait for the end of the pause.
    this.#recorder.requestData();
    this.#recorder.pause();
  }

  resume(): void {
    if (this.#recorder.state !== "paused") return;
    this.#recorder.resume();
    this.#resumedAt = this.#clock.now();
  }

  /** Stop, and wait until the last chunk is in the spool and the segment is closed. */
  async stop(): Promise<void> {
    this.#isWanted = false;
    if (this.#recorder.state !== "inactive") this.#recorder.stop();
    await this.#stopped;
    this.#runningMs = this.recordedMs;
    this.#resumedAt = null;
    await this.#chain;
    try {
      await this.#parts.spool.close(this.#id);
    } catch {
      // The storage was cleared; the failure was told when its chunk was refused.
    }
    this.#release();
  }

  #take(blob: Blob): void {
    if (blob.size === 0) return;
    const n = this.#next++;
    const total = this.recordedMs;
    const ms = Math.max(0, Math.round(total - this.#toldMs));
    this.#toldMs = total;
    this.#chain = this.#chain.then(() => this.#keep(n, blob, ms));
  }

  /** Told once: every chunk that follows is lost for the same reason. */
  #lose(message: string): void {
    if (this.#isLost) return;
    this.#isLost = true;
    this.#parts.onFailure("storage_lost", message);
  }

  async #keep(n: number, blob: Blob, ms: number): Promise<void> {
    const bytes = await blob.arrayBuffer();
    for (let tries = 0; ; tries++) {
      try {
        if (n === 0) await this.#parts.spool.describe(this.#id, this.mimeType);
        await this.#parts.spool.put(this.#id, n, bytes, { mime: this.mimeType, ms });
        if (tries > 0) this.#parts.onRecovery();
        return;
      } catch (failure) {
        if (failure instanceof SegmentGone) {
          this.#lose(failure.message);
          return;
        }
        this.#parts.onFailure("storage_refused", String(failure));
        await this.#clock.sleep(RETRY_MS);
      }
    }
  }
}

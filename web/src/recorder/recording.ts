import { systemClock, type Clock } from "./clock";
import { Emitter } from "./emitter";
import { chooseFormat, type RecordingConfig, type TrackName } from "./formats";
import type { Segment } from "./segment";
import type { Issue, Sender } from "./sender";
import type { Spool } from "./spool";
import { statusOf, type Status } from "./status";
import { TrackRecorder, type TrackFailure } from "./track_recorder";

const LOW_BYTES = 100 * 1024 ** 2;
const TICK_MS = 500;
/** From this many unsent chunks on the room that is left is watched: a minute. */
const LONG_BACKLOG = 30;

/** The session that is recorded, as `session/start` answered it. */
export interface RecordedSession {
  id: string;
  uploadUrl: string;
  config: RecordingConfig;
  /** Whether the session was open before; then other segments may exist elsewhere. */
  isResumed: boolean;
}

export interface Failure {
  kind: TrackFailure | "refused" | "no_format" | "storage_low" | "storage_volatile";
  track: TrackName | null;
  message: string;
}

interface RecordingNews {
  status: Status;
  /** Something a person has to know at once. */
  failure: Failure;
  /** The browser stores again what it had refused. */
  recovery: undefined;
  issue: Issue;
}

/** A session's recording: its tracks, the spool they fill and the sender that empties it. */
export class Recording {
  readonly news = new Emitter<RecordingNews>();
  readonly #session: RecordedSession;
  readonly #spool: Spool;
  readonly #sender: Sender;
  readonly #clock: Clock;
  readonly #tracks = new Map<TrackName, TrackRecorder>();
  readonly #off: (() => void)[] = [];
  #isPaused = false;
  #isReached = true;
  #isRoomTold = false;
  #status: Status = statusOf([], { isRecording: false, isPaused: false, isReached: true });

  constructor(session: RecordedSession, spool: Spool, sender: Sender, clock: Clock = systemClock) {
    this.#session = session;
    this.#spool = spool;
    this.#sender = sender;
    this.#clock = clock;
    this.#off.push(
      spool.news.on("changed", () => void this.refresh()),
      sender.news.on("reach", (isReached) => {
        this.#isReached = isReached;
        void this.refresh();
      }),
      sender.news.on("issue", (issue) => {
        if (issue.session === session.id) this.news.emit("issue", issue);
      }),
    );
  }

  get status(): Status {
    return this.#status;
  }

  /** Which tracks are recorded now. */
  get tracks(): TrackName[] {
    return [...this.#tracks.keys()];
  }

  /** How long the longest running track has recorded, without pauses. */
  get recordedMs(): number {
    return Math.max(0, ...[...this.#tracks.values()].map((one) => one.recordedMs));
  }

  /** Record a stream as a track; false where this browser can record nothing of the kind. */
  async start(track: TrackName, stream: MediaStream): Promise<boolean> {
    const holds = { audio: stream.getAudioTracks().length > 0, video: stream.getVideoTracks().length > 0 };
    const isSupported = (type: string): boolean => MediaRecorder.isTypeSupported(type);
    const mimeType = chooseFormat(this.#session.config.format, holds, isSupported);
    if (mimeType === null) {
      this.#fail({ kind: "no_format", track, message: "This browser cannot record." });
      return false;
    }
    await this.#checkRoom();
    // A request, not a promise: browsers may say no, and the backlog is kept small by sending at once.
    if (this.#spool.isDurable) void navigator.storage.persist();
    await this.stop(track);
    try {
      this.#tracks.set(track, await this.#recorder(track, stream, mimeType));
    } catch (failure) {
      this.#fail({ kind: "recorder_failed", track, message: String(failure) });
      return false;
    }
    if (this.#isPaused) this.#tracks.get(track)?.pause();
    await this.refresh();
    return true;
  }

  #recorder(track: TrackName, stream: MediaStream, mimeType: string): Promise<TrackRecorder> {
    return TrackRecorder.start({
      stream,
      track,
      mimeType,
      config: this.#session.config,
      session: this.#session.id,
      createUrl: this.#session.uploadUrl,
      isNumberedByServer: this.#session.isResumed,
      spool: this.#spool,
      clock: this.#clock,
      onFailure: (kind, message) => {
        this.#onFailure(track, stream, { kind, track, message });
      },
      onRecovery: () => {
        this.news.emit("recovery", undefined);
      },
    });
  }

  #onFailure(track: TrackName, stream: MediaStream, failure: Failure): void {
    this.#fail(failure);
    // A segment without its head is worthless, so what follows begins a new one.
    if (failure.kind === "storage_lost") void this.start(track, stream);
    if (failure.kind === "device_ended" || failure.kind === "recorder_failed") void this.stop(track);
  }

  /** Warn, once, where little room is left or nothing is kept at all. */
  async #checkRoom(): Promise<void> {
    if (this.#isRoomTold) return;
    if (!this.#spool.isDurable) {
      this.#isRoomTold = true;
      const message = "This browser keeps nothing beyond this page.";
      this.#fail({ kind: "storage_volatile", track: null, message });
      return;
    }
    const { quota, usage } = await navigator.storage.estimate();
    if (quota !== undefined && quota - (usage ?? 0) < LOW_BYTES) {
      this.#isRoomTold = true;
      this.#fail({ kind: "storage_low", track: null, message: `${quota - (usage ?? 0)} bytes are free.` });
    }
  }

  pause(): void {
    this.#isPaused = true;
    for (const one of this.#tracks.values()) one.pause();
    void this.refresh();
  }

  resume(): void {
    this.#isPaused = false;
    for (const one of this.#tracks.values()) one.resume();
    void this.refresh();
  }

  /** Stop one track, or all of them; resolves when the last chunk is in the spool. */
  async stop(track?: TrackName): Promise<void> {
    const wanted = [...this.#tracks.values()].filter((one) => track === undefined || one.track === track);
    for (const one of wanted) this.#tracks.delete(one.track);
    await Promise.all(wanted.map((one) => one.stop()));
    await this.refresh();
  }

  /** Resolves when everything recorded is verified by the server, or refused for good; waits without end. */
  async settled(): Promise<Status> {
    for (;;) {
      await this.#sender.drain();
      const status = await this.refresh();
      if (status.isVerified && status.unsent.chunks === 0) return status;
      await this.#clock.sleep(TICK_MS);
    }
  }

  async refresh(): Promise<Status> {
    const segments = await this.#spool.segments(this.#session.id);
    const isRecording = this.#tracks.size > 0;
    this.#status = statusOf(segments, { isRecording, isPaused: this.#isPaused, isReached: this.#isReached });
    this.news.emit("status", this.#status);
    this.#stopRefused(segments);
    if (this.#status.unsent.chunks >= LONG_BACKLOG) await this.#checkRoom();
    return this.#status;
  }

  /** What the server will never take, perhaps because the agreement was withdrawn, must not be recorded any further. */
  #stopRefused(segments: readonly Segment[]): void {
    for (const [track, recorder] of this.#tracks) {
      const refusal = segments.find((one) => one.id === recorder.segmentId)?.refusal ?? null;
      if (refusal === null) continue;
      this.#fail({ kind: "refused", track, message: refusal });
      void this.stop(track);
    }
  }

  /** Listen no more; what waits in the spool is still sent. */
  leave(): void {
    for (const off of this.#off) off();
  }

  #fail(failure: Failure): void {
    this.news.emit("failure", failure);
  }
}

/** What plays, how far it is, and how several tracks are kept in step: plain TypeScript, so that React only watches. */

export interface Snapshot {
  time: number;
  duration: number;
  isPlaying: boolean;
  isWaiting: boolean;
  hasFailed: boolean;
  rate: number;
  volume: number;
  isMuted: boolean;
}

/** One recorded track; `offset` is when it began, in seconds after the leading one. */
interface Attached {
  element: HTMLMediaElement;
  offset: number;
}

const START: Snapshot = {
  time: 0, duration: 0, isPlaying: false, isWaiting: false, hasFailed: false, rate: 1, volume: 1, isMuted: false,
};
/** Beyond this a track jumps; below it, it hurries or lingers, which nobody sees. */
const JUMP_SECONDS = 0.35;
const CLOSE_SECONDS = 0.06;
const NUDGE = 0.06;
const EVENTS = [
  "timeupdate", "durationchange", "play", "pause", "playing", "waiting", "seeking", "seeked", "error", "loadedmetadata",
  "ended", "canplay",
] as const;

/** How fast a track plays that is `drift` seconds ahead of the leading one; null where it has to jump. */
export function correctedRate(drift: number, rate: number): number | null {
  if (Math.abs(drift) > JUMP_SECONDS) return null;
  if (Math.abs(drift) < CLOSE_SECONDS) return rate;
  return rate * (drift > 0 ? 1 - NUDGE : 1 + NUDGE);
}

/** The tracks of one recording as one player. The first that is attached with `leads` is the clock and the sound. */
export class Playback {
  private snapshot = START;
  private leader: HTMLMediaElement | null = null;
  private readonly followers = new Set<Attached>();
  private readonly listeners = new Set<() => void>();

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  readonly read = (): Snapshot => this.snapshot;

  /** Puts an element under this player until the returned function is called. */
  lead(element: HTMLMediaElement, toldDuration: number | null): () => void {
    this.leader = element;
    const changed = () => this.look(element, toldDuration);
    // A file whose address was renewed goes on where the old one was.
    const resume = () => {
      if (this.snapshot.time > 0.1 && element.currentTime < 0.1) element.currentTime = this.snapshot.time;
      this.apply(element);
    };
    for (const event of EVENTS) element.addEventListener(event, changed);
    element.addEventListener("loadedmetadata", resume);
    changed();
    return () => {
      for (const event of EVENTS) element.removeEventListener(event, changed);
      element.removeEventListener("loadedmetadata", resume);
      if (this.leader === element) this.leader = null;
    };
  }

  follow(element: HTMLMediaElement, offset: number): () => void {
    const follower = { element, offset };
    element.muted = true;
    this.followers.add(follower);
    const join = () => this.step(follower);
    element.addEventListener("loadedmetadata", join);
    return () => {
      element.removeEventListener("loadedmetadata", join);
      this.followers.delete(follower);
    };
  }

  readonly toggle = (): void => {
    if (this.snapshot.isPlaying) this.pause();
    else this.play();
  };

  /** Loads again what could not be read; an element that got another address has forgotten its failure by then. */
  reload(): void {
    for (const element of [this.leader, ...Array.from(this.followers, (one) => one.element)]) {
      if (element?.error) element.load();
    }
  }

  play(): void {
    if (this.leader?.ended) this.leader.currentTime = 0;
    // Refused where the browser wants a click first; the picture then simply stays.
    this.leader?.play().catch(() => undefined);
  }

  pause(): void {
    this.leader?.pause();
  }

  seek(time: number): void {
    const to = Math.min(Math.max(0, time), this.snapshot.duration || Infinity);
    this.change({ time: to });
    if (this.leader) this.leader.currentTime = to;
    for (const follower of this.followers) this.step(follower);
  }

  skip(seconds: number): void {
    this.seek(this.snapshot.time + seconds);
  }

  setRate(rate: number): void {
    this.change({ rate });
    if (this.leader) this.apply(this.leader);
  }

  setVolume(volume: number): void {
    this.change({ volume, isMuted: volume === 0 });
    if (this.leader) this.apply(this.leader);
  }

  toggleMuted(): void {
    this.change({ isMuted: !this.snapshot.isMuted, volume: this.snapshot.volume || 1 });
    if (this.leader) this.apply(this.leader);
  }

  private apply(element: HTMLMediaElement): void {
    element.playbackRate = this.snapshot.rate;
    element.volume = this.snapshot.volume;
    element.muted = this.snapshot.isMuted;
  }

  private look(element: HTMLMediaElement, toldDuration: number | null): void {
    const duration = Number.isFinite(element.duration) ? element.duration : (toldDuration ?? 0);
    const isLoaded = element.readyState > 0;
    this.change({
      duration,
      ...(isLoaded ? { time: element.currentTime } : {}),
      isPlaying: !element.paused && !element.ended,
      isWaiting: !element.paused && element.readyState < 3,
      hasFailed: element.error !== null,
    });
    for (const follower of this.followers) this.step(follower);
  }

  /** Brings a track to where the leading one is. */
  private step({ element, offset }: Attached): void {
    const { time, isPlaying, rate } = this.snapshot;
    const at = time - offset;
    const isWithin = at >= 0 && !(at > element.duration);
    if (!isWithin || !isPlaying) {
      if (!element.paused) element.pause();
      if (element.readyState > 0 && Math.abs(element.currentTime - Math.max(0, at)) > CLOSE_SECONDS) element.currentTime = Math.max(0, at);
      return;
    }
    const corrected = correctedRate(element.currentTime - at, rate);
    if (corrected === null && !element.seeking) element.currentTime = at;
    element.playbackRate = corrected ?? rate;
    if (element.paused) element.play().catch(() => undefined);
  }

  private change(told: Partial<Snapshot>): void {
    const next = { ...this.snapshot, ...told };
    if ((Object.keys(next) as (keyof Snapshot)[]).every((name) => Object.is(next[name], this.snapshot[name]))) return;
    this.snapshot = next;
    for (const listener of this.listeners) listener();
  }
}

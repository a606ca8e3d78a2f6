/** How long an answer has taken, without pauses. */
export class AnswerClock {
  #ms: number;
  #since: number | null = null;
  readonly #now: () => number;

  constructor(ms = 0, now: () => number = () => performance.now()) {
    this.#ms = ms;
    this.#now = now;
  }

  get ms(): number {
    return this.#ms + (this.#since === null ? 0 : this.#now() - this.#since);
  }

  get isRunning(): boolean {
    return this.#since !== null;
  }

  go(): void {
    this.#since ??= this.#now();
  }

  halt(): void {
    this.#ms = this.ms;
    this.#since = null;
  }
}

type Work = (lock: Lock | null) => unknown;

/** Exclusive locks as the browser gives them, as far as the recorder asks for them. */
export class FakeLocks {
  readonly #held = new Map<string, Promise<unknown>>();

  request = (async (name: string, first: LockOptions | Work, second: Work = () => undefined) => {
    const [options, work] = typeof first === "function" ? [{} as LockOptions, first] : [first, second];
    if (options.ifAvailable === true && this.#held.has(name)) return work(null);
    while (this.#held.has(name)) await this.#held.get(name);
    const running = Promise.resolve(work({ name, mode: "exclusive" }));
    const quiet = running.catch(() => undefined);
    this.#held.set(name, quiet);
    try {
      return await running;
    } finally {
      this.#held.delete(name);
    }
  }) as LockManager["request"];
}

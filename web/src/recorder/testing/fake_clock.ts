import type { Clock } from "../clock";

/** A clock whose sleeps are over at once, and which remembers how long they would have been. */
export class FakeClock implements Clock {
  readonly sleeps: number[] = [];
  time = Date.UTC(2026, 10, 20, 9);

  now(): number {
    return this.time;
  }

  async sleep(ms: number): Promise<void> {
    this.sleeps.push(ms);
    this.time += ms;
    // Real work, such as a request, gets its turn before the sleep is over.
    await new Promise((resolve) => setTimeout(resolve, 0));
  }
}

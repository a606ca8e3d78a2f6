import { Problem, Unreachable } from "@/api";

const SHORTEST_PAUSE_MS = 400;
const LONGEST_PAUSE_MS = 5000;

/** Whether the same request may succeed later. */
export function mayPass(failure: unknown): boolean {
  if (failure instanceof Unreachable) return true;
  return failure instanceof Problem && (failure.status >= 500 || ["request_in_progress", "rate_limited"].includes(failure.code) || failure.status === 429);
}

/**
 * Do something until it succeeds or is refused for good; `onTrouble` hears each failure that may pass, and null
 * once it has. What is done must be safe to repeat.
 */
export async function persist<T>(work: () => Promise<T>, onTrouble: (failure: Error | null) => void): Promise<T> {
  for (let pause = SHORTEST_PAUSE_MS; ; pause = Math.min(pause * 2, LONGEST_PAUSE_MS)) {
    try {
      const result = await work();
      onTrouble(null);
      return result;
    } catch (failure) {
      if (!mayPass(failure)) throw failure;
      onTrouble(failure as Error);
      await pauseOrOnline(pause);
    }
  }
}

function pauseOrOnline(ms: number): Promise<void> {
  return new Promise((resolve) => {
    const over = (): void => {
      clearTimeout(timer);
      removeEventListener("online", over);
      resolve();
    };
    const timer = setTimeout(over, ms);
    addEventListener("online", over);
  });
}

const TRIES = 4;
const PATIENCE_MS = 6000;
const QUICK_MS = 250;
const SLOW_MS = 1000;

export type Reach = { kind: "good" | "slow" | "poor"; ms: number } | { kind: "none" };

/** How quickly the server answers: the middle of a few small requests. */
export async function measureReach(): Promise<Reach> {
  const times: number[] = [];
  for (let n = 0; n < TRIES; n++) {
    const began = performance.now();
    try {
      await fetch("/health", { cache: "no-store", credentials: "omit", signal: AbortSignal.timeout(PATIENCE_MS) });
    } catch {
      return { kind: "none" };
    }
    times.push(performance.now() - began);
  }
  // The first one also opens the connection.
  const middle = times.slice(1).sort((one, other) => one - other)[Math.floor((TRIES - 1) / 2)] ?? 0;
  const ms = Math.round(middle);
  return { kind: ms <= QUICK_MS ? "good" : ms <= SLOW_MS ? "slow" : "poor", ms };
}

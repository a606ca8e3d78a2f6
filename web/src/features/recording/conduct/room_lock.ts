/** Whether this tab is the one that holds the room. */
export type Hold = "asking" | "held" | "elsewhere" | "lost";

/**
 * Hold a room for this tab until it closes. `tell` hears "held", or "elsewhere" where another tab holds it,
 * and "lost" when another tab took it over.
 */
export function holdRoom(name: string, tell: (hold: Hold) => void, takesOver = false): void {
  // Without locks two tabs cannot be told apart; the server still keeps one session, and nothing is lost.
  if (!("locks" in navigator)) {
    tell("held");
    return;
  }
  const options: LockOptions = takesOver ? { steal: true } : { ifAvailable: true };
  navigator.locks
    .request(name, options, (lock) => {
      tell(lock === null ? "elsewhere" : "held");
      return lock === null ? undefined : new Promise<void>(() => undefined);
    })
    .catch(() => {
      tell("lost");
    });
}

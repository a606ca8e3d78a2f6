import { useCallback, useEffect, useState, useSyncExternalStore } from "react";

import type { Recording, Status } from "@/recorder";

import type { Conduct, View } from "./conduct";

/** How the interview stands, drawn anew whenever that changes. */
export function useConduct(conduct: Conduct): View {
  return useSyncExternalStore(conduct.subscribe, conduct.view);
}

/** How the recording stands. */
export function useStatus(recording: Recording): Status {
  const [status, setStatus] = useState(recording.status);
  useEffect(() => recording.news.on("status", setStatus), [recording]);
  return status;
}

/** Have the browser ask before the page is left while something would be lost or interrupted. */
export function useStayWarning(isNeeded: boolean): void {
  useEffect(() => {
    if (!isNeeded) return undefined;
    const warn = (event: BeforeUnloadEvent): void => event.preventDefault();
    addEventListener("beforeunload", warn);
    return () => removeEventListener("beforeunload", warn);
  }, [isNeeded]);
}

/** Whole seconds that are read again every half second while they run. */
export function useSeconds(read: () => number, isRunning: boolean): number {
  const listen = useCallback(
    (changed: () => void) => {
      const timer = isRunning ? setInterval(changed, 500) : undefined;
      return () => clearInterval(timer);
    },
    [isRunning],
  );
  return useSyncExternalStore(listen, () => Math.floor(read()));
}

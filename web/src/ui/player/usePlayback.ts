import { useSyncExternalStore } from "react";

import type { Playback, Snapshot } from "./playback";

/** A part of what the player is at; the page draws again only when that part changes. */
export function usePlayback<T extends string | number | boolean>(playback: Playback, part: (now: Snapshot) => T): T {
  return useSyncExternalStore(playback.subscribe, () => part(playback.read()));
}

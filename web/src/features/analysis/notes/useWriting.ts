import { useCallback, useRef, useState } from "react";

import type { Schemas } from "@/api";
import { useMay } from "@/ui/Caller";
import type { Playback } from "@/ui/player/playback";

import { secondsBetween } from "../transcript";

interface Writing {
  /** The moment of the note that is being written; null while none is. */
  at: number | null;
  /** Begins a note at the present moment; undefined for those who may not write. */
  open: (() => void) | undefined;
  close: () => void;
}

/** The note that a person is about to write: the recording waits meanwhile, and the keyboard goes back where it was. */
export function useWriting(session: Schemas["SessionData"], zero: string | null, playback: Playback): Writing {
  const may = useMay("decisions:write");
  const [at, setAt] = useState<number | null>(null);
  const opener = useRef<Element | null>(null);
  const open = useCallback(() => {
    opener.current = document.activeElement;
    const { time, duration } = playback.read();
    const isLive = duration === 0 && session.status === "in_progress";
    playback.pause();
    setAt(isLive ? Math.max(0, secondsBetween(zero, new Date().toISOString())) : time);
  }, [playback, session.status, zero]);
  const close = useCallback(() => {
    setAt(null);
    if (opener.current instanceof HTMLElement) opener.current.focus();
  }, []);
  return { at, open: may ? open : undefined, close };
}

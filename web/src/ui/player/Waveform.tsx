import { useMemo } from "react";

import classes from "./Player.module.css";
import { outline } from "./outline";

/** The outline of the sound, filled as far as the recording has played; it tells nothing that words do not. */
export function Waveform({ peaks, share }: { peaks: readonly number[]; share: number }) {
  const path = useMemo(() => outline(peaks), [peaks]);
  return (
    <div className={classes.waveform} aria-hidden="true" data-waveform="">
      <Shape path={path} />
      <div className={classes.heard} style={{ clipPath: `inset(0 ${(1 - share) * 100}% 0 0)` }}><Shape path={path} /></div>
    </div>
  );
}

function Shape({ path }: { path: string }) {
  return (
    <svg viewBox="0 0 1 2" preserveAspectRatio="none" focusable="false">
      <path d={path} />
    </svg>
  );
}

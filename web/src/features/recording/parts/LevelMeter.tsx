import { useEffect, useState } from "react";

import { SILENCE, watchLevel } from "../devices/level";
import { messages } from "../messages";
import classes from "./LevelMeter.module.css";

const BARS = 16;

/** How loud the microphone is, as a row of bars. `onHeard` is told once, with the first sound. */
export function LevelMeter({ stream, onHeard }: { stream: MediaStream; onHeard?: () => void }) {
  const [level, setLevel] = useState(0);
  useEffect(() => watchLevel(stream, setLevel), [stream]);
  const isHeard = level > SILENCE;
  useEffect(() => {
    if (isHeard) onHeard?.();
  }, [isHeard, onHeard]);
  const lit = Math.round(scaled(level) * BARS);
  return (
    <div
      className={classes.meter}
      role="meter"
      aria-label={messages.devices.level}
      aria-valuemin={0}
      aria-valuemax={BARS}
      aria-valuenow={lit}
    >
      {Array.from({ length: BARS }, (_, n) => <span key={n} className={n < lit ? classes.lit : classes.bar} />)}
    </div>
  );
}

/** Loudness as an ear judges it: quiet speech fills a third, loud speech nearly all. */
function scaled(level: number): number {
  if (level <= 0.001) return 0;
  return Math.min(1, Math.max(0, (20 * Math.log10(level) + 60) / 54));
}

import { useElementSize } from "@mantine/hooks";

import { durationText } from "../time";
import { groupMarks, groupText, type Mark } from "./marks";
import { messages } from "./messages";
import type { Playback } from "./playback";
import classes from "./Player.module.css";
import { usePlayback } from "./usePlayback";

/** Where the recording is, as a slider, with the questions above it. */
export function TimeLine({ playback, marks }: { playback: Playback; marks: readonly Mark[] }) {
  const time = usePlayback(playback, (now) => now.time);
  const duration = usePlayback(playback, (now) => now.duration);
  const { ref, width } = useElementSize<HTMLDivElement>();
  const share = duration > 0 ? time / duration : 0;
  return (
    <div className={classes.line} ref={ref}>
      {marks.length > 0 && (
        <ul className={classes.marks} aria-label={messages.marks}>
          {groupMarks(marks, duration, width).map((group) => {
            const label = group.marks.map((mark) => mark.label).join(" / ");
            return (
              <li key={group.marks[0]?.id} style={{ left: `${group.share * 100}%` }}>
                <button
                  type="button"
                  className={classes.mark}
                  aria-label={messages.mark(groupText(group), durationText(group.second), label)}
                  title={label}
                  onClick={() => playback.seek(group.second)}
                >
                  {groupText(group)}
                </button>
              </li>
            );
          })}
        </ul>
      )}
      <input
        type="range"
        className={classes.slider}
        min={0}
        max={duration || 1}
        step={0.1}
        value={Math.min(time, duration || 1)}
        style={{ backgroundSize: `${share * 100}% 100%` }}
        aria-label={messages.position}
        aria-valuetext={messages.positionText(durationText(time), durationText(duration))}
        onChange={(event) => playback.seek(Number(event.currentTarget.value))}
      />
    </div>
  );
}

import { useElementSize } from "@mantine/hooks";

import { durationText } from "../time";
import { groupMarks, groupText, type Mark, type MarkGroup } from "./marks";
import { messages } from "./messages";
import type { Playback } from "./playback";
import classes from "./Player.module.css";
import { usePlayback } from "./usePlayback";
import { Waveform } from "./Waveform";

interface Props {
  playback: Playback;
  marks: readonly Mark[];
  notes: readonly Mark[];
  /** How loud each stretch is, 0 to 1; empty where nobody knows. */
  peaks: readonly number[];
}

/** Where the recording is, as a slider over the outline of its sound, with the questions above and the notes below. */
export function TimeLine({ playback, marks, notes, peaks }: Props) {
  const time = usePlayback(playback, (now) => now.time);
  const duration = usePlayback(playback, (now) => now.duration);
  const { ref, width } = useElementSize<HTMLDivElement>();
  const share = duration > 0 ? time / duration : 0;
  return (
    <div className={classes.line} ref={ref}>
      <Marks kind="question" groups={groupMarks(marks, duration, width)} playback={playback} />
      {peaks.length > 0 && <Waveform peaks={peaks} share={share} />}
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
      <Marks kind="note" groups={groupMarks(notes, duration, width)} playback={playback} />
    </div>
  );
}

interface MarksProps {
  kind: "question" | "note";
  groups: readonly MarkGroup[];
  playback: Playback;
}

function Marks({ kind, groups, playback }: MarksProps) {
  if (groups.length === 0) return null;
  const words = messages.marks[kind];
  return (
    <ul className={classes.marks} aria-label={words.all} data-kind={kind}>
      {groups.map((group) => {
        const label = group.marks.map((mark) => mark.label).join(" / ");
        const text = kind === "question" ? groupText(group) : String(group.marks.length);
        return (
          <li key={group.marks[0]?.id} style={{ left: `${group.share * 100}%` }}>
            <button
              type="button"
              className={classes.mark}
              aria-label={words.one(text, durationText(group.second), label)}
              title={label}
              onClick={() => playback.seek(group.second)}
            >
              {kind === "question" || group.marks.length > 1 ? text : null}
            </button>
          </li>
        );
      })}
    </ul>
  );
}

import { messages } from "../messages";
import classes from "./Avatar.module.css";

export type Mood = "resting" | "speaking" | "listening";

/** A calm drawn figure. It shows who speaks and who listens, and nothing else: it imitates no person and reads none. */
export function Avatar({ mood, size = 148 }: { mood: Mood; size?: number }) {
  return (
    <figure className={classes.figure} data-mood={mood}>
      <svg width={size} height={size} viewBox="0 0 160 160" aria-hidden="true" focusable="false">
        <circle className={classes.halo} cx="80" cy="80" r="74" />
        <circle className={classes.ring} cx="80" cy="80" r="62" />
        <path className={classes.body} d="M36 142c4-26 22-38 44-38s40 12 44 38a74 74 0 0 1-88 0Z" />
        <circle className={classes.head} cx="80" cy="68" r="30" />
        <path className={classes.hair} d="M50 66c0-20 13-31 30-31s30 11 30 31c-6-9-16-14-30-14s-24 5-30 14Z" />
        <path className={classes.face} d="M69 70v3M91 70v3M73 84c4 3.5 10 3.5 14 0" />
        <g className={classes.voice}>
          <rect x="66" y="121" width="5" height="12" rx="2.5" />
          <rect x="74" y="117" width="5" height="20" rx="2.5" />
          <rect x="82" y="114" width="5" height="26" rx="2.5" />
          <rect x="90" y="119" width="5" height="16" rx="2.5" />
        </g>
      </svg>
      <figcaption className={classes.caption}>{messages.interview.assistant}</figcaption>
    </figure>
  );
}

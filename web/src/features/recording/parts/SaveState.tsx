import { VisuallyHidden } from "@mantine/core";

import type { Status } from "@/recorder";

import { messages } from "../messages";
import classes from "./SaveState.module.css";

const words = messages.save;

interface Shown {
  look: string | undefined;
  word: string;
  detail: string;
}

/** Whether what was recorded is safe: always in sight, and told to screen readers when it changes. */
export function SaveState({ status, isPaused }: { status: Status; isPaused: boolean }) {
  const { look, word, detail } = shown(status, isPaused);
  return (
    <div className={`${classes.state} ${look ?? ""}`} data-state={status.state} data-unsent={status.unsent.chunks}>
      <span className={classes.dot} aria-hidden="true" />
      <span>
        {word}
        {detail !== "" && <span className={classes.detail}> · {detail}</span>}
      </span>
      {/* The seconds change all the time; only the word is announced. */}
      <VisuallyHidden role="status" aria-live="polite">{word}</VisuallyHidden>
    </div>
  );
}

function shown(status: Status, isPaused: boolean): Shown {
  const seconds = Math.ceil(status.unsent.ms / 1000);
  if (status.state === "offline") return { look: classes.offline, word: words.offline, detail: words.kept(seconds) };
  const detail = seconds > 4 ? words.unsent(seconds) : "";
  if (status.isRecording && !isPaused) return { look: classes.recording, word: words.recording, detail };
  if (status.state === "saving") return { look: classes.saving, word: words.saving, detail };
  return { look: classes.saved, word: isPaused ? words.paused : words.saved, detail };
}

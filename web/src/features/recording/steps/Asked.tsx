import { Button, Group, Text } from "@mantine/core";
import { useEffect, useRef, useState } from "react";

import { Icon } from "@/ui/Icon";

import type { Conduct, Phase, View } from "../conduct/conduct";
import { messages } from "../messages";
import { Avatar, type Mood } from "../parts/Avatar";
import { Timer } from "../parts/Timer";
import classes from "./Asked.module.css";

const words = messages.interview;

interface AskedProps {
  conduct: Conduct;
  view: View;
  progress: string;
  showsHints: boolean;
  isWaiting: boolean;
}

/** The figure that asks, and the question in writing. */
export function Asked({ conduct, view, progress, showsHints, isWaiting }: AskedProps) {
  const turn = view.turns[view.at];
  return (
    <section className={classes.asked} aria-label={progress}>
      <div className={classes.top}>
        <Avatar mood={moodOf(view)} size={112} />
        <div className={classes.facts}>
          <Text className={classes.progress}>{turn === undefined ? "" : progress}</Text>
          <Text c="dimmed" size="sm" role="status">{saying(view)}</Text>
          {turn !== undefined && view.phase !== "asking" && <Timer conduct={conduct} turn={turn} isRunning={view.phase === "answering" && !view.isPaused} />}
        </div>
      </div>
      {turn === undefined ? (
        <div>
          <Text component="h2" className={classes.question}>{isWaiting && view.turns.length === 0 ? words.waiting : words.last}</Text>
          {isWaiting && <Text c="dimmed" mt="sm" maw="36em">{view.turns.length === 0 ? words.waitingText : words.nextWaits}</Text>}
        </div>
      ) : (
        <>
          <Question key={turn.key} text={turn.text} isFirst={view.at === 0} />
          <Way conduct={conduct} phase={view.phase} />
          {showsHints && turn.hints.length > 0 && <Hints key={turn.key} hints={turn.hints} />}
        </>
      )}
    </section>
  );
}

/** The question in writing. It takes the keyboard when it follows another, whose buttons are gone. */
function Question({ text, isFirst }: { text: string; isFirst: boolean }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (!isFirst) heading.current?.focus({ preventScroll: false });
  }, [isFirst]);
  return <h2 ref={heading} tabIndex={-1} className={classes.question}>{text}</h2>;
}

function moodOf({ phase, isPaused }: View): Mood {
  if (phase === "speaking") return "speaking";
  return phase === "answering" && !isPaused ? "listening" : "resting";
}

function saying({ phase, isPaused }: View): string {
  if (isPaused) return messages.save.paused;
  if (phase === "speaking") return words.speaking;
  if (phase === "answering") return words.listening;
  if (phase === "storing") return words.storing;
  if (phase === "stored") return words.answered;
  return phase === "asking" || phase === "loading" ? words.asking : "";
}

function Way({ conduct, phase }: { conduct: Conduct; phase: Phase }) {
  return (
    <Group gap="xs">
      {phase === "speaking" && <Button size="xs" variant="default" onClick={() => conduct.hush()}>{words.skipSpeech}</Button>}
      {phase === "answering" && (
        <Button size="xs" variant="subtle" leftSection={<Icon name="play" size={14} />} onClick={() => void conduct.repeat()}>{words.hear}</Button>
      )}
    </Group>
  );
}

function Hints({ hints }: { hints: readonly string[] }) {
  const [shown, setShown] = useState(0);
  return (
    <div className={classes.hints}>
      <ul aria-live="polite">
        {hints.slice(0, shown).map((hint) => <li key={hint}>{hint}</li>)}
      </ul>
      {shown < hints.length && (
        <Button size="xs" variant="subtle" leftSection={<Icon name="info" size={15} />} onClick={() => setShown(shown + 1)}>{words.hints}</Button>
      )}
    </div>
  );
}

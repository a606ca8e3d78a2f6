import { Button, Group, Text, Textarea } from "@mantine/core";

import { Icon } from "@/ui/Icon";

import type { Conduct, View } from "../conduct/conduct";
import type { Equipment } from "../conduct/studio";
import { firstOpen } from "../conduct/turns";
import { messages } from "../messages";
import { Dictation } from "../parts/Dictation";
import { LevelMeter } from "../parts/LevelMeter";
import { Picture } from "../parts/Picture";
import classes from "./Answering.module.css";

const words = messages.interview;

interface AnsweringProps {
  conduct: Conduct;
  view: View;
  equipment: Equipment;
  language: string;
  allowsRetake: boolean;
  onPause: () => void;
  onResume: () => void;
  onFinish: () => void;
}

/** The candidate's side: picture, level, the answer in writing, and what to do next. */
export function Answering(props: AnsweringProps) {
  const { conduct, view, equipment, language } = props;
  const { stream } = equipment;
  const isOpen = view.phase === "answering" || view.phase === "speaking";
  const isWaiting = view.phase === "waiting";
  const isOver = view.phase === "stored" || view.phase === "complete";
  return (
    <section className={classes.answering} aria-label={words.self}>
      {stream !== null && (
        <div className={classes.self}>
          <Picture stream={stream} label={words.self} />
          {(isOpen || isWaiting) && !view.isPaused && <LevelMeter stream={stream} />}
        </div>
      )}
      {isOver && <Stored {...props} />}
      {!isOver && !isWaiting && (
        <>
          <Textarea
            label={words.answer}
            description={stream === null ? words.answerHelpWritten : words.answerHelpSpoken}
            rows={stream === null ? 10 : 5}
            maxLength={60_000}
            value={view.text}
            disabled={!isOpen || view.isPaused}
            onChange={(event) => conduct.write(event.currentTarget.value)}
          />
          {/* Who keeps the microphone off is not asked to give it to the browser's maker. */}
          {stream !== null && <Dictation language={language} isOn={isOpen && !view.isPaused} onWords={conduct.add} />}
          <Controls {...props} isOpen={isOpen} />
        </>
      )}
    </section>
  );
}

function Controls({ conduct, view, onPause, onResume, isOpen }: AnsweringProps & { isOpen: boolean }) {
  return (
    <div className={classes.controls}>
      <Button
        size="md"
        disabled={!isOpen || view.isPaused}
        loading={view.phase === "storing"}
        leftSection={<Icon name="check" />}
        onClick={() => void conduct.done()}
      >
        {words.done}
      </Button>
      <Button
        size="md"
        variant="default"
        disabled={!isOpen}
        leftSection={<Icon name={view.isPaused ? "play" : "pause"} />}
        onClick={view.isPaused ? onResume : onPause}
      >
        {view.isPaused ? words.resume : words.pause}
      </Button>
    </div>
  );
}

/** After an answer: the next question, the same once more where that is allowed, or the end. */
function Stored({ conduct, view, allowsRetake, onFinish }: AnsweringProps) {
  const isLast = firstOpen(view.turns) < 0;
  const hasTurn = view.turns[view.at] !== undefined;
  return (
    <div className={`surface ${classes.stored ?? ""}`}>
      {hasTurn && (
        <Text fw={560} role="status" className={classes.tick}><Icon name="check" /> {words.answered}</Text>
      )}
      {isLast && hasTurn && <Text>{words.last}</Text>}
      <Group gap="sm">
        {isLast ? (
          <Button size="md" autoFocus onClick={onFinish}>{words.finish}</Button>
        ) : (
          <Button size="md" autoFocus onClick={() => void conduct.next()} rightSection={<Icon name="arrowRight" />}>{words.nextQuestion}</Button>
        )}
        {allowsRetake && hasTurn && (
          <Button size="md" variant="default" leftSection={<Icon name="repeat" />} onClick={() => void conduct.again()}>{words.again}</Button>
        )}
      </Group>
      <Text size="sm" c="dimmed">{isLast ? words.finishNote : allowsRetake ? words.againNote : ""}</Text>
    </div>
  );
}

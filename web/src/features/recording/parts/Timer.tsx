import { Text, VisuallyHidden } from "@mantine/core";
import { useCallback } from "react";

import { durationText } from "@/ui/time";

import type { Conduct } from "../conduct/conduct";
import type { Turn } from "../conduct/turns";
import { useSeconds } from "../conduct/useConduct";
import { messages } from "../messages";

const words = messages.interview;
const NEAR_SECONDS = 30;

/** How long the answer has taken, or what is left of its time. Nobody is cut off: the end is told, not enforced. */
export function Timer({ conduct, turn, isRunning }: { conduct: Conduct; turn: Turn; isRunning: boolean }) {
  const read = useCallback(() => conduct.answerMs / 1000, [conduct]);
  const seconds = useSeconds(read, isRunning);
  const limit = turn.timeLimitSeconds;
  if (limit === null) return <Text size="sm" className="numbers">{words.timeTaken(durationText(seconds))}</Text>;
  const left = limit - seconds;
  const isOver = left <= 0;
  return (
    <>
      <Text size="sm" className="numbers" {...(isOver ? { c: "var(--live)" } : {})}>
        {isOver ? words.timeUp : words.timeLeft(durationText(left))}
      </Text>
      <VisuallyHidden role="status">{isOver ? words.timeUp : left <= NEAR_SECONDS && limit > NEAR_SECONDS ? words.halfMinute : ""}</VisuallyHidden>
    </>
  );
}

import { Alert, Progress } from "@mantine/core";

import type { Status } from "@/recorder";
import { Icon } from "@/ui/Icon";
import { durationText } from "@/ui/time";

import type { Entered } from "../conduct/enter";
import type { Turn } from "../conduct/turns";
import { useConduct, useStatus, useStayWarning } from "../conduct/useConduct";
import { useHandingIn, type Receipt } from "../conduct/useHandingIn";
import { messages } from "../messages";
import { Frame } from "../parts/Frame";
import { Line, Lines } from "../parts/Lines";
import { SaveState } from "../parts/SaveState";

const words = messages.review;

/** What was saved, each line true when the server says so. The page lets go at the end alone. */
export function Review({ entered, onDone }: { entered: Entered; onDone: (receipt: Receipt) => void }) {
  const status = useStatus(entered.recording);
  const { turns: planned } = useConduct(entered.conduct);
  const { turns, isRecordingSaved, isEnded, isCutOff } = useHandingIn(entered, onDone);
  useStayWarning(!isEnded);
  return (
    <Frame step="review" title={words.title} intro={words.intro} aside={<SaveState status={status} isPaused={false} />}>
      {(isCutOff || status.state === "offline") && (
        <Alert color="red" variant="light" mb="md" role="status" icon={<Icon name="offline" />}>{words.offline}</Alert>
      )}
      {status.refusals[0] !== undefined && (
        <Alert color="red" variant="light" mb="md" role="alert" icon={<Icon name="alert" />}>{words.refused(status.refusals[0])}</Alert>
      )}
      <Lines>
        <Line title={words.parts.recording} isTrue={isRecordingSaved} text={recordingWords(status)} />
        {!isRecordingSaved && status.recorded.bytes > 0 && (
          <Progress value={(100 * status.sent.bytes) / status.recorded.bytes} aria-label={words.parts.recording} size="sm" />
        )}
        <Answers turns={turns ?? planned} isKnown={turns !== null} />
        <Line title={words.parts.handing} isTrue={isEnded} text={isEnded ? words.done : ""} />
      </Lines>
    </Frame>
  );
}

/** How much was saved: bytes, pieces and time. */
export function amountWords({ sent }: Status): string {
  if (sent.chunks === 0) return words.nothing;
  return words.amount((sent.bytes / 1e6).toFixed(1), sent.chunks, durationText(Math.round(sent.ms / 1000)));
}

function recordingWords(status: Status): string {
  const left = Math.ceil(status.unsent.ms / 1000);
  return left > 0 ? `${amountWords(status)} · ${words.left(left)}` : amountWords(status);
}

/** A line for each question, true where the server holds an answer. */
export function Answers({ turns, isKnown }: { turns: readonly Turn[]; isKnown: boolean }) {
  return turns.map((turn, n) => (
    <Line key={turn.key} title={words.question(n + 1)} isTrue={isKnown && turn.versions > 0} text={answerWords(turn, isKnown)} />
  ));
}

function answerWords(turn: Turn, isKnown: boolean): string {
  if (!isKnown) return words.checking;
  return turn.versions > 0 ? words.stored : words.notAnswered;
}


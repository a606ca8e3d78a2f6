import { Alert, Button, Text } from "@mantine/core";
import { useState } from "react";

import type { Failure } from "@/recorder";
import { Icon } from "@/ui/Icon";

import type { View } from "../conduct/conduct";
import type { Entered } from "../conduct/enter";
import type { Equipment } from "../conduct/studio";
import { useConduct, useStatus, useStayWarning } from "../conduct/useConduct";
import { useRoomNews } from "../conduct/useRoomNews";
import { messages } from "../messages";
import { Frame } from "../parts/Frame";
import { FinishDialog } from "../parts/FinishDialog";
import { SaveState } from "../parts/SaveState";
import { Answering } from "./Answering";
import { Asked } from "./Asked";
import classes from "./Interview.module.css";

const words = messages.interview;

interface InterviewProps {
  entered: Entered;
  equipment: Equipment;
  failure: Failure | null;
  onReconnect: () => Promise<void>;
  onComplete: () => void;
}

/** The questions, one after the other. */
export function Interview({ entered, equipment, failure, onReconnect, onComplete }: InterviewProps) {
  const { conduct, recording, started } = entered;
  const view = useConduct(conduct);
  const status = useStatus(recording);
  const [isLeaving, setIsLeaving] = useState(false);
  useRoomNews(entered, onComplete);
  useStayWarning(status.isRecording || status.unsent.chunks > 0 || view.text !== "" || view.phase === "storing");
  const pause = (): void => {
    conduct.pause();
    recording.pause();
  };
  const resume = (): void => {
    recording.resume();
    conduct.resume();
  };
  const isAlone = view.phase === "waiting" || (view.phase === "complete" && started.questions.length === 0);
  return (
    <Frame
      step="interview"
      title={progressOf(view)}
      hidesTitle
      isWide
      aside={
        started.recording_started && equipment.stream !== null ? (
          <SaveState status={status} isPaused={view.isPaused} />
        ) : (
          <Text size="sm" c="dimmed">{messages.save.written}</Text>
        )
      }
    >
      <Notes view={view} failure={failure} onReconnect={onReconnect} />
      <div className={classes.layout}>
        <Asked conduct={conduct} view={view} progress={progressOf(view)} showsHints={started.interview.shows_hints} isWaiting={isAlone} />
        {(view.phase !== "waiting" || equipment.stream !== null) && (
          <Answering
            conduct={conduct}
            view={view}
            equipment={equipment}
            language={started.interview.language}
            allowsRetake={started.interview.allows_retake}
            onPause={pause}
            onResume={resume}
            onFinish={() => setIsLeaving(true)}
          />
        )}
      </div>
      <FinishDialog isOpen={isLeaving} onFinish={onComplete} onClose={() => setIsLeaving(false)} />
    </Frame>
  );
}

function progressOf({ at, turns }: View): string {
  const turn = turns[at];
  if (turn === undefined) return messages.steps.interview;
  return turn.planned === null ? words.live : words.progress(at + 1, turns.length);
}

interface NotesProps {
  view: View;
  failure: Failure | null;
  onReconnect: () => Promise<void>;
}

/** What the candidate has to know now; each stands still until it is over. */
function Notes({ view, failure, onReconnect }: NotesProps) {
  const kind = failure === null ? null : kindOf(failure);
  return (
    <div className={classes.notes} aria-live="polite">
      {view.isCutOff && <Alert color="red" variant="light" icon={<Icon name="offline" />}>{words.cutOff}</Alert>}
      {view.isPaused && <Alert variant="light" icon={<Icon name="pause" />}>{words.paused}</Alert>}
      {kind !== null && (
        <Alert color="red" variant="light" icon={<Icon name="alert" />}>
          {words.failure[kind]}
          {kind === "device" && (
            <div><Button size="xs" variant="default" mt="xs" onClick={() => void onReconnect()}>{words.failure.reconnect}</Button></div>
          )}
        </Alert>
      )}
    </div>
  );
}

function kindOf({ kind, track }: Failure): "device" | "screen" | "refused" | "storage" | "volatile" | "none" {
  if (kind === "refused") return "refused";
  if (track === "screen") return "screen";
  if (kind === "device_ended" || kind === "recorder_failed") return "device";
  if (kind === "no_format") return "none";
  return kind === "storage_volatile" ? "volatile" : "storage";
}

import type { Failure, Recording } from "@/recorder";

import * as calls from "./calls";
import { Conduct } from "./conduct";
import { Drafts } from "./drafts";
import { openOutbox, openRecording, record, type Equipment } from "./studio";
import { speak } from "../devices/speech";

/** An open session with everything that conducts it. */
export interface Entered {
  started: calls.Started;
  recording: Recording;
  conduct: Conduct;
  /** Forget what this browser keeps of the session. */
  purge: () => Promise<void>;
}

export interface EnterWith {
  token: string;
  consent: calls.ConsentGiven | null;
  equipment: Equipment;
  onFailure: (failure: Failure | null) => void;
  onRefusal: (failure: unknown) => void;
}

/** Start or resume the session, begin to record, and take the first open question. */
export async function enter({ token, consent, equipment, onFailure, onRefusal }: EnterWith): Promise<Entered> {
  const outbox = await openOutbox();
  const { mode, network, speaks } = equipment;
  const started = await calls.start({ token, mode, consent, network, speaks });
  const recording = openRecording(started, outbox, { onFailure });
  if (started.recording_started) await record(recording, equipment);
  const id = started.session_id;
  const conduct = new Conduct({
    plan: started.questions,
    calls: {
      read: () => calls.read(id),
      ask: (question) => calls.ask(id, question),
      answer: (sent) => calls.answer(id, sent),
    },
    drafts: new Drafts(outbox.spool.notes, id),
    say: (text, signal) => speak(text, started.interview.language, signal),
    asksBeforeNext: started.interview.allows_retake,
    onRefusal,
  });
  void conduct.open();
  return { started, recording, conduct, purge: () => outbox.spool.purge(id) };
}

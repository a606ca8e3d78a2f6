import { Recording, Sender, Spool, type Failure, type RecordedSession, type RecordingConfig } from "@/recorder";

import { reportIssue, type Mode, type Started } from "./calls";

/** The browser's spool and the sender that empties it: one of each for the page, begun as soon as it opens. */
export interface Outbox {
  spool: Spool;
  sender: Sender;
}

/** How long a session that nobody came back to keeps its place in this browser once nothing of it is unsent. */
const KEPT_MS = 2 * 24 * 3600 * 1000;

let outbox: Promise<Outbox> | null = null;

/** The page's outbox. What an earlier page left unsent goes out at once. */
export function openOutbox(): Promise<Outbox> {
  outbox ??= Spool.open().then(async (spool) => {
    await spool.tidy(KEPT_MS);
    const sender = new Sender({ spool });
    void sender.drain();
    return { spool, sender };
  });
  return outbox;
}

/** How many seconds of recordings wait in this browser. */
export async function unsentSeconds(): Promise<number> {
  const { spool } = await openOutbox();
  const waiting = (await spool.segments()).filter((one) => !one.isDone && one.refusal === null);
  return Math.ceil(waiting.reduce((sum, one) => sum + one.spooled.ms - one.sent.ms, 0) / 1000);
}

/** What the candidate takes part with. */
export interface Equipment {
  mode: Mode;
  stream: MediaStream | null;
  screen: MediaStream | null;
  network: string | null;
  speaks: boolean;
}

export interface StudioNews {
  /** Null once it is over. */
  onFailure: (failure: Failure | null) => void;
}

/** The recording of one session, and its news to the people who run the interview. */
export function openRecording(started: Started, { spool, sender }: Outbox, news: StudioNews): Recording {
  const session: RecordedSession = {
    id: started.session_id,
    uploadUrl: sameOrigin(started.upload_url),
    config: started.recording_config as unknown as RecordingConfig,
    isResumed: started.resumed,
  };
  const recording = new Recording(session, spool, sender);
  recording.news.on("failure", (failure) => {
    news.onFailure(failure);
    void reportIssue(session.id, failure.kind, `${failure.track ?? "page"}: ${failure.message}`);
  });
  recording.news.on("recovery", () => news.onFailure(null));
  recording.news.on("issue", ({ kind, message }) => void reportIssue(session.id, kind, message));
  return recording;
}

/** The server names itself as links do; the page reaches it where the page came from. */
function sameOrigin(address: string): string {
  const { pathname, search } = new URL(address, location.href);
  return new URL(pathname + search, location.origin).href;
}

/** Begin to record what the candidate brought. */
export async function record(recording: Recording, { mode, stream, screen }: Equipment): Promise<void> {
  if (mode === "text" || stream === null) return;
  await recording.start(mode === "video" ? "camera" : "audio", stream);
  if (screen !== null) await recording.start("screen", screen);
}

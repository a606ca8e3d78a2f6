import { Button, Text } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { useMemo, useState } from "react";

import type { Schemas } from "@/api";
import { FailureNote } from "@/ui/FailureNote";
import { Icon } from "@/ui/Icon";
import type { Playback } from "@/ui/player/playback";
import { Player, type Source } from "@/ui/player/Player";

import { cuesOf } from "./cues";
import { messages } from "./messages";
import { messages as noteWords } from "./notes/messages";
import type { Note } from "./notes/useNotes";
import classes from "./Review.module.css";
import { sizeText } from "./sizes";
import { sourcesOf } from "./sources";
import type { Exchange } from "./transcript";
import { usePeaks } from "./usePeaks";
import { useRetry } from "./useRetry";

const words = messages.player;

interface Props {
  recording: Schemas["RecordingInfo"];
  session: Schemas["SessionData"];
  exchanges: readonly Exchange[];
  notes: readonly Note[];
  playback: Playback;
  onNote: (() => void) | undefined;
}

/** The recording, or what became of it. */
export function RecordingPanel({ recording, session, exchanges, notes, playback, onNote }: Props) {
  const fresh = useMemo(() => sourcesOf(recording), [recording]);
  const [kept, setKept] = useState<{ files: string; sources: Source[] }>({ files: "", sources: [] });
  // Addresses are signed anew at every answer; a film that plays keeps the one that it began with.
  const files = fresh.map((one) => one.url.split("?")[0]).join(" ");
  if (files !== kept.files) setKept({ files, sources: fresh });
  const duration = fresh[0]?.durationSeconds ?? 0;
  const marks = useMemo(
    () => exchanges.map((one) => ({ id: one.id, number: one.position, label: one.question, second: one.askedAt })),
    [exchanges],
  );
  const noteMarks = useMemo(
    () => notes.map((one, index) => ({ id: one.note_id, number: index + 1, label: noteWords.markOf(one.author_name, one.text), second: one.at_seconds })),
    [notes],
  );
  const peaks = usePeaks(recording, session.candidate_id);
  const cues = useMemo(() => cuesOf(exchanges, duration), [exchanges, duration]);
  const queries = useQueryClient();
  const renew = async () => {
    await queries.invalidateQueries({ queryKey: ["recording", session.candidate_id] });
    setKept({ files: "", sources: [] });
    // Within the same second the fresh address is the old one, and nothing would load again by itself.
    requestAnimationFrame(() => playback.reload());
  };
  if (kept.sources.length === 0) return <NoFilm recording={recording} session={session} />;
  return <Player playback={playback} sources={kept.sources} marks={marks} notes={noteMarks} cues={cues} peaks={peaks} onNote={onNote} onRenew={() => void renew()} />;
}

function stateText({ recording, session }: Pick<Props, "recording" | "session">): string {
  const bytes = recording.tracks.flatMap((track) => track.segments).reduce((all, segment) => all + segment.bytes, 0);
  if (session.status === "in_progress") return bytes > 0 ? words.live(sizeText(bytes)) : words.liveNone;
  if (recording.processing_status === "failed" || recording.recording_status === "failed") return words.failed;
  if (recording.processing_status === "completed" || recording.recording_status === "not_started") return words.none;
  return words.pending;
}

function NoFilm({ recording, session }: Pick<Props, "recording" | "session">) {
  const isFailed = recording.processing_status === "failed";
  const retry = useRetry("recording", session);
  const reason = recording.recording_reason;
  return (
    <section className={`surface ${classes.noFilm ?? ""}`} aria-label={words.title}>
      <Icon name="camera" size={22} />
      <Text role="status">{stateText({ recording, session })}</Text>
      {reason !== null && <Text size="sm" c="dimmed">{words.reasons[reason] ?? reason.replaceAll("_", " ")}</Text>}
      <FailureNote failure={retry.failure} />
      {isFailed && retry.may && <Button variant="default" loading={retry.isRunning} onClick={retry.run}>{words.retry}</Button>}
    </section>
  );
}

import { Button, Group, Text, Title } from "@mantine/core";
import { useClipboard } from "@mantine/hooks";
import { useMutation, useQueryClient } from "@tanstack/react-query";

import { api, type Schemas } from "@/api";
import { FailureNote } from "@/ui/FailureNote";
import { durationText } from "@/ui/time";

import { messages } from "./messages";
import receipt from "./Receipt.module.css";
import classes from "./Review.module.css";
import said from "./Transcript.module.css";
import { sizeText } from "./sizes";

const words = messages.receipt;
type Track = Schemas["TrackShown"];
const TRACKS = ["camera", "screen", "audio"] as const;

/** What arrived, byte for byte, and what was made of it. */
export function Receipt({ recording, candidateId }: { recording: Schemas["RecordingInfo"]; candidateId: number }) {
  if (recording.tracks.length === 0) return null;
  return (
    <section className={`surface ${classes.panel ?? ""}`} aria-labelledby="receipt">
      <Title order={2} size="h3" id="receipt">{words.title}</Title>
      <Text size="sm" c="dimmed" mb="sm">{words.lead}</Text>
      {recording.tracks.map((track) => (
        <div key={track.track} className={receipt.track}>
          <Title order={3} size="h4" fz="sm">{messages.player.tracks[track.track] ?? track.track}</Title>
          <Segments track={track} />
          {track.sha256 !== null && <File track={track} />}
          {track.file !== null && <Copies track={track} candidateId={candidateId} sessionId={recording.session_id} />}
        </div>
      ))}
    </section>
  );
}

function Segments({ track }: { track: Track }) {
  return (
    <table className={`numbers ${receipt.table ?? ""}`}>
      <thead>
        <tr>{[words.segment, words.bytes, words.chunks, words.gaps, words.hash].map((name) => <th key={name} scope="col">{name}</th>)}</tr>
      </thead>
      <tbody>
        {track.segments.map((one) => (
          <tr key={one.upload_id}>
            <td>{one.segment}</td>
            <td>{sizeText(one.bytes)}</td>
            <td>{one.chunk_count}</td>
            <td>{one.gaps.length === 0 ? words.none : one.gaps.map((gap) => gap.join("–")).join(", ")}{one.is_truncated ? ` (${words.truncated})` : ""}</td>
            <td>{one.sha256 === null ? "–" : <Hash sha256={one.sha256} what={`${words.segment} ${String(one.segment)}`} />}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function File({ track }: { track: Track }) {
  const facts = [track.format, track.duration_seconds === null ? null : durationText(track.duration_seconds), track.size_bytes === null ? null : sizeText(track.size_bytes)];
  return (
    <Text size="sm" component="div" mt={6}>
      {words.file}: {facts.filter(Boolean).join(", ")} <Hash sha256={track.sha256 ?? ""} what={words.file} />
    </Text>
  );
}

function Hash({ sha256, what }: { sha256: string; what: string }) {
  const clipboard = useClipboard({ timeout: 2500 });
  return (
    <button type="button" className={receipt.hash} title={sha256} onClick={() => clipboard.copy(sha256)}>
      <code>{sha256.slice(0, 8)}</code> <span aria-live="polite">{clipboard.copied ? words.copied : words.copy}</span>
      <span className={said.hidden}> {words.hashOf(what)}</span>
    </button>
  );
}

function Copies({ track, candidateId, sessionId }: { track: Track; candidateId: number; sessionId: string }) {
  const queries = useQueryClient();
  const make = useMutation({
    mutationFn: () =>
      api.post("/api/interview/recording/{candidate_id}/mp4", { track: TRACKS.find((name) => name === track.track) ?? "camera", session_id: sessionId }, { path: { candidate_id: candidateId } }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ["recording", candidateId] }),
  });
  const { mp4_status: status, mp4_url: mp4, playback_url: original } = track;
  const isRunning = status === "pending" || status === "running" || (status === "done" && mp4 === null);
  return (
    <Group gap="xs" mt="xs" className={classes.acts ?? ""}>
      {original !== null && <Button component="a" href={original} download size="xs" variant="default">{words.download}</Button>}
      {mp4 !== null && <Button component="a" href={mp4} download size="xs" variant="default">{words.mp4Ready}</Button>}
      {mp4 === null && status !== "mp4" && (
        <Button size="xs" variant="default" loading={make.isPending} disabled={isRunning} onClick={() => make.mutate()}>
          {isRunning ? words.mp4Running : status === null ? words.mp4 : words.mp4Failed}
        </Button>
      )}
      <FailureNote failure={make.error} />
    </Group>
  );
}

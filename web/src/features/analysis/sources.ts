import type { Schemas } from "@/api";
import type { Source } from "@/ui/player/Player";

import { messages } from "./messages";
import { secondsBetween } from "./transcript";

type Track = Schemas["TrackShown"];
/** Which track leads: the first of these has the sound, and its clock is the recording's. */
const ORDER = ["camera", "audio", "screen"];

/** An address of ours without its host, so that it is always asked where the page came from. */
export function ownPath(url: string | null): string | null {
  if (url === null) return null;
  const { pathname, search } = new URL(url);
  return pathname + search;
}

function startOf(track: Track | undefined): string | null {
  const starts = track?.segments.flatMap((segment) => segment.started_at ?? []) ?? [];
  return starts.sort()[0] ?? null;
}

function playable(tracks: readonly Track[]): Track[] {
  return tracks
    .filter((track) => track.playback_url !== null)
    .sort((one, other) => ORDER.indexOf(one.track) - ORDER.indexOf(other.track));
}

/** The track whose sound is heard. */
export function leaderOf(recording: Schemas["RecordingInfo"]): Track | undefined {
  return playable(recording.tracks)[0];
}

/** When the leading track's first segment began, by the candidate's clock; null where nobody told. */
export function leaderStart(recording: Schemas["RecordingInfo"]): string | null {
  return startOf(leaderOf(recording));
}

/** The finished files, the leading one first, and when each began after it. */
export function sourcesOf(recording: Schemas["RecordingInfo"]): Source[] {
  const zero = leaderStart(recording);
  return playable(recording.tracks).map((track) => ({
    name: track.track,
    label: messages.player.tracks[track.track] ?? track.track,
    url: ownPath(track.playback_url) ?? "",
    poster: ownPath(track.thumbnail_url),
    offset: zero ? secondsBetween(zero, startOf(track) ?? zero) : 0,
    durationSeconds: track.duration_seconds,
    hasPicture: track.video_codec !== null,
  }));
}

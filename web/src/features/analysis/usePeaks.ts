import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef } from "react";

import { api, type Schemas } from "@/api";

import { leaderOf, ownPath } from "./sources";

const NONE: readonly number[] = [];
const TRACKS = ["camera", "audio", "screen"] as const;

function peaksOf(told: unknown): readonly number[] {
  const peaks = (told as { peaks?: unknown } | null)?.peaks;
  return Array.isArray(peaks) && peaks.every((peak) => typeof peak === "number") ? peaks : NONE;
}

/** How loud the leading track is from stretch to stretch; has it drawn where nobody has, nothing until it is there. */
export function usePeaks(recording: Schemas["RecordingInfo"], candidateId: number): readonly number[] {
  const leader = leaderOf(recording);
  useDrawing(leader, recording.session_id, candidateId);
  const address = ownPath(leader?.waveform_url ?? null);
  const found = useQuery({
    // The address is signed anew at every answer; the file behind it stays the same.
    queryKey: ["peaks", address?.split("?")[0]],
    queryFn: async ({ signal }) => {
      const answer = await fetch(address ?? "", { signal });
      if (!answer.ok) throw new Error(`The outline was answered with ${String(answer.status)}.`);
      return peaksOf(await answer.json());
    },
    enabled: address !== null,
    staleTime: Infinity,
  });
  return found.data ?? NONE;
}

/** Asks once for the outline of a recording that is older than outlines are. */
function useDrawing(leader: Schemas["TrackShown"] | undefined, sessionId: string, candidateId: number): void {
  const queries = useQueryClient();
  const asked = useRef(false);
  const track = TRACKS.find((name) => name === leader?.track);
  const isMissing = leader?.waveform_status === null;
  useEffect(() => {
    if (!isMissing || track === undefined || asked.current) return;
    asked.current = true;
    // A time line without an outline is whole; nobody needs to hear that it could not be asked for.
    void api
      .post("/api/interview/recording/{candidate_id}/waveform", { track, session_id: sessionId }, { path: { candidate_id: candidateId } })
      .then(() => queries.invalidateQueries({ queryKey: ["recording", candidateId] }))
      .catch(() => undefined);
  }, [isMissing, track, sessionId, candidateId, queries]);
}

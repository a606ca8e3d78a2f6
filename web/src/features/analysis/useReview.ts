import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";

import { api, keys, Problem, type Schemas } from "@/api";
import { personSocket, watchSession } from "@/realtime";

const POLL_MS = 4000;
const PROGRESS_MS = 1500;
const UNDER_WAY = new Set(["pending", "running"]);
const sessionKey = (id: string) => ["session", id] as const;

function isSettled(status: string): boolean {
  return status === "completed" || status === "failed";
}

/** The interview that the address names. */
export function useInterview(id: string) {
  return useQuery({
    queryKey: keys.interview(id),
    queryFn: ({ signal }) => api.get("/api/admin/interviews/{interview_id}", { path: { interview_id: id }, signal }),
    // Before a session exists there is nothing to listen to.
    refetchInterval: (asked) => (asked.state.data?.status === "scheduled" ? POLL_MS : false),
  });
}

/** The analysis of the session named, else of the interview's newest; null where there is no session yet. */
export function useAnalysis(candidateId: number, sessionId: string | null, interviewId: string) {
  return useQuery({
    queryKey: keys.analysis(candidateId, sessionId ?? interviewId),
    queryFn: async ({ signal }): Promise<Schemas["AnalysisShown"] | null> => {
      try {
        const path = { candidate_id: candidateId };
        const query = sessionId === null ? { interview_id: interviewId } : { session_id: sessionId };
        return (await api.get("/api/interview/analysis/{candidate_id}", { path, query, signal })).analysis;
      } catch (failure) {
        if (failure instanceof Problem && failure.code === "no_session") return null;
        throw failure;
      }
    },
    refetchInterval: (asked) => (asked.state.data && isSettled(asked.state.data.analysis_status) ? false : POLL_MS),
  });
}

export function useRecording(candidateId: number, sessionId: string) {
  return useQuery({
    queryKey: keys.recording(candidateId, sessionId),
    queryFn: async ({ signal }) => {
      const path = { candidate_id: candidateId };
      return (await api.get("/api/interview/recording/{candidate_id}", { path, query: { session_id: sessionId }, signal })).recording_info;
    },
    refetchInterval: (asked) => {
      const info = asked.state.data;
      if (info?.tracks.some((track) => UNDER_WAY.has(track.mp4_status ?? "") || UNDER_WAY.has(track.waveform_status ?? ""))) return 2000;
      return info && isSettled(info.processing_status) ? false : POLL_MS;
    },
  });
}

export function useSession(sessionId: string) {
  return useQuery({
    queryKey: sessionKey(sessionId),
    queryFn: async ({ signal }) =>
      (await api.get("/api/interview/session/{session_id}", { path: { session_id: sessionId }, signal })).session_data,
    refetchInterval: (asked) => (asked.state.data?.status === "completed" ? false : POLL_MS),
  });
}

/** Reads again what changed as soon as the server tells that it did. */
export function useLive(interviewId: string, candidateId: number, sessionId: string): void {
  const queries = useQueryClient();
  useEffect(() => {
    const stale = (...names: readonly (readonly unknown[])[]) => {
      for (const queryKey of names) void queries.invalidateQueries({ queryKey });
    };
    const session = sessionKey(sessionId);
    const [analysis, recording] = [["analysis", candidateId], ["recording", candidateId]];
    let progressAt = 0;
    const socket = personSocket();
    const leave = watchSession(sessionId, {
      "session-started": () => stale(session, recording),
      "question-added": () => stale(session),
      "answer-added": () => stale(session),
      "recording-progress": () => {
        if (Date.now() - progressAt < PROGRESS_MS) return;
        progressAt = Date.now();
        stale(recording);
      },
      "session-ended": () => stale(session, recording, analysis, keys.interview(interviewId)),
      "recording-ready": () => stale(session, recording),
      "analysis-progress": () => stale(analysis),
      "analysis-completed": () => stale(analysis, session),
      "analysis-failed": () => stale(analysis, session),
      "note-changed": () => stale(keys.notes(sessionId)),
    });
    // What happened before the room was joined, or while the socket was away, is not told again: read it.
    const catchUp = () => stale(session, recording, analysis, keys.notes(sessionId));
    socket.on("connect", catchUp);
    if (socket.connected) catchUp();
    return () => {
      leave();
      socket.off("connect", catchUp);
    };
  }, [queries, interviewId, candidateId, sessionId]);
}

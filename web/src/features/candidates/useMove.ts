import { notifications } from "@mantine/notifications";
import { useMutation, useQueryClient } from "@tanstack/react-query";

import { api, keys, type Schemas } from "@/api";

import { messages } from "./messages";
import { type Stage, stageWords } from "./stages";

export interface Move {
  candidate: Schemas["CandidateDetail"];
  to: Stage;
  reason?: string | null;
}

/** Moves a candidate in the pipeline; everything that shows candidates is read again. */
export function useMove() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ candidate, to, reason }: Move) =>
      api.post("/api/admin/candidates/{candidate_id}/status", { status: to, reason: reason ?? null }, { path: { candidate_id: candidate.id } }),
    onError: (failure, { candidate }) => notifications.show({ color: "red", title: messages.notMoved(candidate.name), message: failure.message }),
    onSuccess: (_, { candidate, to }) => {
      notifications.show({ id: `moved-${String(candidate.id)}`, message: messages.moved(candidate.name, stageWords(to)), color: "pine" });
    },
    onSettled: () => queries.invalidateQueries({ queryKey: keys.candidates }),
  });
}

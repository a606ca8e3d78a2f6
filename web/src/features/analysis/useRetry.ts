import { useMutation, useQueryClient } from "@tanstack/react-query";

import { api, type Schemas } from "@/api";
import { useMay } from "@/ui/Caller";

interface Retry {
  may: boolean;
  isRunning: boolean;
  failure: Error | null;
  run: () => void;
}

/** Has the analysis or the recording of a session worked on again, for those who may. */
export function useRetry(what: "analysis" | "recording", session: Pick<Schemas["SessionData"], "session_id" | "candidate_id">): Retry {
  const may = useMay("jobs:write");
  const queries = useQueryClient();
  const { session_id, candidate_id } = session;
  const asked = useMutation({
    mutationFn: (): Promise<unknown> =>
      what === "analysis"
        ? api.post("/api/interview/analysis/{candidate_id}/retry", { session_id }, { path: { candidate_id } })
        : api.post("/api/interview/recording/{candidate_id}/retry", { session_id }, { path: { candidate_id } }),
    onSuccess: () => queries.invalidateQueries({ queryKey: [what, candidate_id] }),
  });
  return { may, isRunning: asked.isPending, failure: asked.error, run: () => asked.mutate() };
}

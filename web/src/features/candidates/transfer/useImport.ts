import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";

import { api, keys, type Schemas } from "@/api";
import { upload } from "@/api/upload";

export type Import = Schemas["ImportDetail"];

const ASK_MS = 700;
const isEnded = (one: Import | undefined) => one?.status === "completed" || one?.status === "failed";

/** Sends a file and follows what the server makes of it. */
export function useImport() {
  const queries = useQueryClient();
  const [share, setShare] = useState(0);
  const sent = useMutation({
    mutationFn: async ({ file, isDryRun }: { file: File; isDryRun: boolean }) => {
      setShare(0);
      const address = `/api/admin/candidates/import${isDryRun ? "?dryRun=true" : ""}`;
      const typed = new File([file], file.name, { type: "text/csv" });
      return (await upload(address, typed, { method: "POST", onProgress: setShare })) as Import;
    },
  });
  const id = sent.data?.id ?? "";
  const followed = useQuery({
    queryKey: ["candidate-import", id],
    queryFn: ({ signal }) => api.get("/api/admin/candidates/import/{import_id}", { path: { import_id: id }, signal }),
    enabled: id !== "",
    refetchInterval: (asked) => (isEnded(asked.state.data) ? false : ASK_MS),
  });
  const state = followed.data;
  const hasChanged = isEnded(state) && state?.isDryRun === false;
  useEffect(() => {
    if (hasChanged) void queries.invalidateQueries({ queryKey: keys.candidates });
  }, [hasChanged, queries]);
  return {
    send: sent.mutate,
    isSending: sent.isPending,
    share,
    state: isEnded(state) ? state : undefined,
    running: sent.data && !isEnded(state) ? (state ?? sent.data) : undefined,
    failure: sent.error ?? followed.error,
    reset: sent.reset,
  };
}

import { useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "react-router";

import { dropPersonSocket } from "@/realtime/presence";

/** Begins as somebody else than before: what was read for another login is forgotten. */
export function useEntered(): () => Promise<void> {
  const navigate = useNavigate();
  const queries = useQueryClient();
  return async () => {
    dropPersonSocket();
    queries.clear();
    await navigate("/", { replace: true });
  };
}

import { useQuery } from "@tanstack/react-query";
import { useParams } from "react-router";

import { api, keys } from "@/api";

/** The interview that the address names. */
export function useInterview() {
  const id = useParams()["interviewId"] ?? "";
  return useQuery({
    queryKey: keys.interview(id),
    queryFn: ({ signal }) => api.get("/api/admin/interviews/{interview_id}", { path: { interview_id: id }, signal }),
  });
}

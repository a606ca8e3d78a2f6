import { useDebouncedValue } from "@mantine/hooks";
import { keepPreviousData, useQuery } from "@tanstack/react-query";

import { api, keys } from "@/api";

/** The organisation's own skills or tags that begin so. */
export function useLabels(kind: "skills" | "tags", typed: string): string[] {
  const [search] = useDebouncedValue(typed.trim(), 200);
  const found = useQuery({
    queryKey: [...keys.candidates, kind, search],
    queryFn: ({ signal }) =>
      kind === "skills"
        ? api.get("/api/admin/candidates/skills", { query: { search }, signal })
        : api.get("/api/admin/candidates/tags", { query: { search }, signal }),
    placeholderData: keepPreviousData,
    staleTime: 30_000,
  });
  return found.data?.items ?? [];
}

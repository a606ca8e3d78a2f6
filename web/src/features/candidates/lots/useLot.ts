import { useQuery } from "@tanstack/react-query";

import { api, keys } from "@/api";

/** One lot, by the id in the address. */
export function useLot(id: string) {
  return useQuery({
    queryKey: keys.lot(id),
    queryFn: ({ signal }) => api.get("/api/admin/lots/{lot_id}", { path: { lot_id: id }, signal }),
  });
}

/** The lot's draws, the one in force first. */
export function useDraws(id: string) {
  return useQuery({
    queryKey: [...keys.lot(id), "draws"],
    queryFn: async ({ signal }) => (await api.get("/api/admin/lots/{lot_id}/draws", { path: { lot_id: id }, signal })).items,
  });
}

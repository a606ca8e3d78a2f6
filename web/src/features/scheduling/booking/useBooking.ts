import { keepPreviousData, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";

import { api, keys, type Schemas } from "@/api";

export type Preview = Schemas["BookingPreview"];
export type BookedTime = Schemas["BookedDetail"];

const AS_CANDIDATE = { as: "candidate" } as const;

/** What a link books, and the free times of a week; the former week stays until the next is there. */
export function usePreview(token: string, firstDay: string | null, timezone: string) {
  return useQuery({
    queryKey: [...keys.booking(token), firstDay, timezone],
    queryFn: ({ signal }) => api.post("/api/booking/preview", { token, firstDay, timezone }, { ...AS_CANDIDATE, once: false, signal }),
    placeholderData: keepPreviousData,
    retry: false,
  });
}

/** Taking a time, moving it, calling it off; whatever comes of it, the free times are read again. */
export function useChanges(token: string, onDone: () => void) {
  const queries = useQueryClient();
  const onSettled = () => queries.invalidateQueries({ queryKey: keys.booking(token) });
  const take = useMutation({
    mutationFn: ({ startsAt, isMove }: { startsAt: string; isMove: boolean }) =>
      isMove
        ? api.post("/api/booking/reschedule", { token, startsAt }, AS_CANDIDATE)
        : api.post("/api/booking/book", { token, startsAt }, AS_CANDIDATE),
    onSuccess: onDone,
    onSettled,
  });
  const callOff = useMutation({
    mutationFn: () => api.post("/api/booking/cancel", { token }, AS_CANDIDATE),
    onSuccess: onDone,
    onSettled,
  });
  return { take, callOff };
}

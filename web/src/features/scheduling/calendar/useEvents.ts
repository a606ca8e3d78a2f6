import { keepPreviousData, useQuery } from "@tanstack/react-query";

import { api, keys, type Schemas } from "@/api";

export type CalendarEvent = Schemas["CalendarEvent"];
export type CalendarEvents = Schemas["CalendarEvents"];

/** A stretch of the calendar, as moments in RFC 3339. */
export interface Stretch {
  from: string;
  to: string;
}

/** What stands in a stretch, of some people or of everybody; the former stretch stays until it is there. */
export function useEvents(stretch: Stretch | null, userIds: readonly string[]) {
  return useQuery({
    queryKey: [...keys.calendar, stretch?.from, stretch?.to, userIds],
    queryFn: ({ signal }) => api.get("/api/calendar/events", { query: { ...stretch, userIds: userIds.join(",") }, signal }),
    enabled: stretch !== null,
    placeholderData: keepPreviousData,
    refetchInterval: 60_000,
  });
}

/** The people who can be on a panel, by name. */
export function useInterviewers() {
  return useQuery({
    queryKey: [...keys.users, "interviewers"],
    queryFn: async ({ signal }) => {
      const found = await api.get("/api/users", { query: { limit: 100 }, signal });
      return found.items
        .filter((user) => user.role !== "candidate" && user.isActive)
        .map((user) => ({ value: user.id, label: user.name || user.email }))
        .sort((left, right) => left.label.localeCompare(right.label));
    },
    staleTime: 60_000,
  });
}

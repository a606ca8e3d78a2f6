import { notifications } from "@mantine/notifications";
import { useMutation, useQueryClient } from "@tanstack/react-query";

import { api, keys, Problem } from "@/api";

import { messages } from "./messages";
import type { CalendarEvent } from "./useEvents";

interface Move {
  to: Date;
  zone: string;
  reason?: string;
  /** Go past what stands in the way: other appointments, and the interview's own rules. */
  isForced?: boolean;
}

/** Gives an interview another time; a refusal says what stands in the way. */
export function useMove(event: CalendarEvent | null, onDone: () => void) {
  const queries = useQueryClient();
  const move = useMutation({
    mutationFn: ({ to, reason, isForced = false }: Move) =>
      api.post(
        "/api/interviews/sessions/{interview_id}/reschedule",
        { scheduledAt: to.toISOString(), reason: reason === "" ? null : (reason ?? null), force: isForced, override: isForced },
        { path: { interview_id: event?.id ?? "" } },
      ),
    onSuccess: async () => {
      notifications.show({ message: messages.move.done, color: "pine" });
      await queries.invalidateQueries({ queryKey: keys.interviews });
      onDone();
    },
  });
  return { ...move, obstacle: obstacleOf(move.error) };
}

export type Obstacle = "conflict" | "rules" | null;

/** What can be gone past knowingly; other failures cannot. */
function obstacleOf(failure: Error | null): Obstacle {
  if (!(failure instanceof Problem)) return null;
  if (failure.code === "interview_conflict") return "conflict";
  return failure.code === "reschedule_too_late" || failure.code === "reschedule_not_allowed" ? "rules" : null;
}

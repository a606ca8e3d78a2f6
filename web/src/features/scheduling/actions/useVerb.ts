import { notifications } from "@mantine/notifications";
import { useMutation, useQueryClient } from "@tanstack/react-query";

import { keys } from "@/api";

/** Does something with an interview, says so, and has everything that shows it read again. */
export function useVerb<Told>(act: (told: Told) => Promise<unknown>, done: string, onDone?: () => void) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: act,
    onSuccess: async () => {
      onDone?.();
      notifications.show({ message: done, color: "pine" });
      await queries.invalidateQueries({ queryKey: keys.interviews });
    },
  });
}

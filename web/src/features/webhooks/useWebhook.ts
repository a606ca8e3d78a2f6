import { notifications } from "@mantine/notifications";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";

import { api, keys, type Schemas } from "@/api";

import { messages } from "./messages";

type Webhook = Schemas["WebhookDetail"];

/** One webhook as it is now; read again now and then, since deliveries change its state. */
export function useWebhook(id: string) {
  return useQuery({
    queryKey: keys.webhook(id),
    queryFn: ({ signal }) => api.get("/api/webhooks/{webhook_id}", { path: { webhook_id: id }, signal }),
    refetchInterval: 10_000,
  });
}

/** What can be done with a webhook. */
export function useWebhookVerbs(webhook: Webhook) {
  const queries = useQueryClient();
  const path = { webhook_id: webhook.id };
  const refresh = () => queries.invalidateQueries({ queryKey: keys.webhooks });
  const tell = (failure: Error) => notifications.show({ message: failure.message, color: "red" });
  return {
    test: useMutation({
      mutationFn: () => api.post("/api/webhooks/{webhook_id}/test", null, { path }),
      onSuccess: refresh,
    }),
    turn: useMutation({
      mutationFn: (isActive: boolean) => api.patch("/api/webhooks/{webhook_id}", { isActive }, { path }),
      onSuccess: async (saved) => {
        notifications.show({ message: saved.isActive ? messages.switchedOn : messages.switchedOff, color: "pine" });
        await refresh();
      },
      onError: tell,
    }),
    rotate: useMutation({
      mutationFn: () => api.post("/api/webhooks/{webhook_id}/rotate-secret", null, { path }),
      onSuccess: refresh,
    }),
    remove: useMutation({
      mutationFn: () => api.delete("/api/webhooks/{webhook_id}", { path }),
    }),
  };
}

import { Button, Group, Modal, Stack, Text } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";

import { api, keys, type Schemas } from "@/api";
import { Facts } from "@/ui/Facts";
import { FailureNote } from "@/ui/FailureNote";
import { Icon } from "@/ui/Icon";
import { Failed, Loading } from "@/ui/States";
import { momentText } from "@/ui/time";

import { Code } from "./Code";
import { DeliveryState } from "./Deliveries";
import { messages } from "./messages";
import classes from "./Webhooks.module.css";

type Delivery = Schemas["DeliveryDetail"];
const words = messages.deliveries;

interface Props {
  webhook: Schemas["WebhookDetail"];
  deliveryId: string | null;
  onClose: () => void;
}

/** One delivery whole: what was sent, what came back, and sending it again. */
export function DeliveryDialog({ webhook, deliveryId, onClose }: Props) {
  const path = { webhook_id: webhook.id, delivery_id: deliveryId ?? "" };
  const found = useQuery({
    queryKey: keys.webhookDelivery(webhook.id, path.delivery_id),
    queryFn: ({ signal }) => api.get("/api/webhooks/{webhook_id}/deliveries/{delivery_id}", { path, signal }),
    enabled: deliveryId !== null,
    refetchInterval: (query) => (query.state.data?.state === "pending" ? 2000 : false),
  });
  return (
    <Modal
      opened={deliveryId !== null}
      onClose={onClose}
      size="xl"
      title={found.data?.type ?? words.title}
      closeButtonProps={{ "aria-label": "Close" }}
    >
      {found.data ? <Shown webhook={webhook} delivery={found.data} /> : found.isError ? <Failed failure={found.error} /> : <Loading />}
    </Modal>
  );
}

function Shown({ webhook, delivery }: { webhook: Props["webhook"]; delivery: Delivery }) {
  const replay = useReplay(webhook.id, delivery.id);
  const facts = words.facts;
  return (
    <Stack>
      <div className={classes.facts}>
        <Facts
          facts={[
            [facts.id, <span key="id" className={classes.url}>{delivery.eventId}</span>],
            [facts.state, <DeliveryState key="state" state={delivery.state} />],
            [facts.created, momentText(delivery.createdAt)],
            [facts.tries, String(delivery.attempts)],
            [facts.answer, answerOf(delivery)],
            ...(delivery.nextTryAt ? [[facts.next, momentText(delivery.nextTryAt)] as const] : []),
          ]}
        />
      </div>
      <Part title={words.sent}>{JSON.stringify(delivery.payload, null, 2)}</Part>
      {delivery.lastAnswer && <Part title={words.received}>{delivery.lastAnswer}</Part>}
      <FailureNote failure={replay.error} />
      {webhook.isActive && (
        <Group justify="flex-end">
          <Button variant="default" leftSection={<Icon name="repeat" size={16} />} loading={replay.isPending} onClick={() => replay.mutate()}>
            {delivery.state === "pending" ? words.replayNow : words.replay}
          </Button>
        </Group>
      )}
    </Stack>
  );
}

function Part({ title, children }: { title: string; children: string }) {
  return (
    <div>
      <Text size="sm" fw={600} mb={6}>{title}</Text>
      <Code label={title}>{children}</Code>
    </div>
  );
}

function answerOf({ lastStatus, lastError, lastMilliseconds }: Delivery): string {
  const answer = lastStatus === null ? (lastError ?? "–") : String(lastStatus);
  return lastMilliseconds === null ? answer : `${answer} ${words.facts.took(lastMilliseconds)}`;
}

function useReplay(webhookId: string, deliveryId: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () =>
      api.post("/api/webhooks/{webhook_id}/deliveries/{delivery_id}/replay", null, {
        path: { webhook_id: webhookId, delivery_id: deliveryId },
      }),
    onSuccess: async () => {
      notifications.show({ message: words.replayed, color: "pine" });
      await queries.invalidateQueries({ queryKey: keys.webhook(webhookId) });
    },
  });
}

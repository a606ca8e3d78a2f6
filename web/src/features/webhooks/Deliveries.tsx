import { Group, SegmentedControl, Text, Title } from "@mantine/core";
import { useState } from "react";

import { api, keys, type Schemas } from "@/api";
import row from "@/ui/Row.module.css";
import { Rows } from "@/ui/Rows";
import { Message } from "@/ui/States";
import { agoText } from "@/ui/time";
import { usePages } from "@/ui/usePages";

import { DeliveryDialog } from "./DeliveryDialog";
import { messages } from "./messages";
import { StateBadge } from "./StateBadge";
import classes from "./Webhooks.module.css";

type Delivery = Schemas["DeliverySummary"];
const words = messages.deliveries;
const REFRESH_MS = 5000;

/** What was and is sent to a webhook. */
export function Deliveries({ webhook }: { webhook: Schemas["WebhookDetail"] }) {
  const [state, setState] = useState("");
  const [opened, setOpened] = useState<string | null>(null);
  const found = usePages(
    [...keys.webhookDeliveries(webhook.id), state],
    (cursor, signal) =>
      api.get("/api/webhooks/{webhook_id}/deliveries", {
        path: { webhook_id: webhook.id },
        query: { cursor, limit: 50, state },
        signal,
      }),
    { refreshMs: REFRESH_MS, isSearched: true },
  );
  const data = [{ value: "", label: words.all }, ...Object.entries(words.states).map(([value, label]) => ({ value, label }))];
  return (
    <section aria-labelledby="deliveries">
      <Group justify="space-between" align="flex-end" mb="sm" gap="sm">
        <div>
          <Title order={2} id="deliveries">{words.title}</Title>
          <Text c="dimmed" size="sm">{words.lead}</Text>
        </div>
        <SegmentedControl aria-label={words.filter} size="sm" value={state} onChange={setState} data={data} />
      </Group>
      <div className="surface">
        <Rows
          label={words.title}
          pages={found}
          keyOf={(delivery) => delivery.id}
          rowHeight={69}
          empty={<Message icon="link" title={state ? words.nothing : words.empty}>{state ? null : words.emptyText}</Message>}
        >
          {(delivery) => <Line delivery={delivery} onOpen={() => setOpened(delivery.id)} />}
        </Rows>
      </div>
      <DeliveryDialog webhook={webhook} deliveryId={opened} onClose={() => setOpened(null)} />
    </section>
  );
}

const TONES: Record<string, "good" | "waiting" | "bad"> = { delivered: "good", pending: "waiting", failed: "bad" };

export function DeliveryState({ state }: { state: string }) {
  return <StateBadge tone={TONES[state] ?? "waiting"}>{words.states[state] ?? state}</StateBadge>;
}

/** What is worth knowing of a delivery in one line. */
function told({ attempts, lastStatus, lastError, nextTryAt, state }: Delivery): string {
  const answer = lastStatus === null ? lastError : words.answered(lastStatus);
  const next = state === "pending" && attempts > 0 && nextTryAt ? words.nextTry(agoText(nextTryAt)) : null;
  return [attempts > 0 ? words.tried(attempts) : null, answer, next].filter(Boolean).join(" · ");
}

function Line({ delivery, onOpen }: { delivery: Delivery; onOpen: () => void }) {
  const ago = agoText(delivery.createdAt);
  return (
    <div className={row.row}>
      <div className={row.main}>
        <button type="button" className={`${row.link} ${classes.opener}`} aria-label={words.open(delivery.type, ago)} onClick={onOpen}>
          {delivery.type}
        </button>
        <Text component="span" size="sm" c="dimmed" truncate>{told(delivery) || ago}</Text>
      </div>
      <Text className={row.aside} size="sm" c="dimmed">{ago}</Text>
      <span className={classes.state}><DeliveryState state={delivery.state} /></span>
    </div>
  );
}

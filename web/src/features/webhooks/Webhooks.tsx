import { Button, Text } from "@mantine/core";
import { useState } from "react";
import { Link } from "react-router";

import { api, keys, type Schemas } from "@/api";
import { Icon } from "@/ui/Icon";
import { PageHeader } from "@/ui/PageHeader";
import row from "@/ui/Row.module.css";
import { Rows } from "@/ui/Rows";
import { Message } from "@/ui/States";
import { usePages } from "@/ui/usePages";

import { AddWebhook } from "./AddWebhook";
import { allEvents } from "./events";
import { messages } from "./messages";
import { nameOf, stateOf } from "./state";
import { StateBadge } from "./StateBadge";
import classes from "./Webhooks.module.css";

const TONES = { on: "good", failing: "bad", off: "quiet" } as const;

/** The addresses that are told of what happens. */
export default function Webhooks() {
  const [adds, setAdds] = useState(false);
  const found = usePages(keys.webhooks, (cursor, signal) => api.get("/api/webhooks", { query: { cursor, limit: 50 }, signal }));
  const add = <Button leftSection={<Icon name="add" />} onClick={() => setAdds(true)}>{messages.add}</Button>;
  return (
    <>
      <PageHeader title={messages.title} actions={add}>{messages.lead}</PageHeader>
      <div className="surface">
        <Rows
          label={messages.title}
          pages={found}
          keyOf={(webhook) => webhook.id}
          rowHeight={69}
          empty={<Message icon="link" title={messages.empty} action={add}>{messages.emptyText}</Message>}
        >
          {(webhook) => <Webhook webhook={webhook} />}
        </Rows>
      </div>
      <AddWebhook opened={adds} onClose={() => setAdds(false)} />
    </>
  );
}

function Webhook({ webhook }: { webhook: Schemas["WebhookDetail"] }) {
  const state = stateOf(webhook);
  return (
    <div className={row.row}>
      <div className={row.main}>
        <Link to={`/settings/webhooks/${webhook.id}`} className={row.link ?? ""}>{nameOf(webhook)}</Link>
        <Text component="span" size="sm" c="dimmed" truncate>{webhook.url}</Text>
      </div>
      <Text className={row.aside} size="sm" c="dimmed">{messages.eventCount(webhook.events.length, allEvents.length)}</Text>
      <span className={classes.state}><StateBadge tone={TONES[state]}>{messages.states[state]}</StateBadge></span>
    </div>
  );
}

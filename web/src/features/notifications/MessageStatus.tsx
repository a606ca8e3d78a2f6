import { Badge } from "@mantine/core";

import { messages } from "./messages";
import classes from "./MessageStatus.module.css";

const TONES: Record<string, string> = {
  queued: "calm",
  sending: "calm",
  held: "wait",
  failed: "bad",
  unconfirmed: "bad",
  sent: "done",
};

/** Where a message stands, in words; the colour only repeats them. */
export function MessageStatus({ status }: { status: string }) {
  return (
    <Badge variant="default" className={classes.badge} data-tone={TONES[status] ?? "past"} tt="none" radius="xl" leftSection={<i className={classes.dot} />}>
      {messages.statuses[status] ?? status}
    </Badge>
  );
}

import { Badge } from "@mantine/core";

import classes from "./StatusBadge.module.css";

const STATUSES: Record<string, { words: string; tone: string }> = {
  scheduled: { words: "Scheduled", tone: "calm" },
  in_progress: { words: "In progress", tone: "live" },
  completed: { words: "Completed", tone: "done" },
  cancelled: { words: "Cancelled", tone: "past" },
  no_show: { words: "No show", tone: "past" },
};

/** Where an interview stands, in words; the colour only repeats them. */
export function StatusBadge({ status }: { status: string }) {
  const { words, tone } = STATUSES[status] ?? { words: status, tone: "past" };
  return (
    <Badge variant="default" className={classes.badge} data-tone={tone} tt="none" radius="xl" leftSection={<i className={classes.dot} />}>
      {words}
    </Badge>
  );
}

import { Badge } from "@mantine/core";

import classes from "./ToneBadge.module.css";

export type Tone = "calm" | "live" | "wait" | "bad" | "done" | "past";

/** Where something stands, in words; the colour only repeats them. */
export function ToneBadge({ tone, children }: { tone: Tone; children: string }) {
  return (
    <Badge variant="default" className={classes.badge} data-tone={tone} tt="none" radius="xl" leftSection={<i className={classes.dot} />}>
      {children}
    </Badge>
  );
}

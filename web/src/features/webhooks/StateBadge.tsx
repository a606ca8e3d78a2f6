import { Badge } from "@mantine/core";

import classes from "./Webhooks.module.css";

interface Props {
  /** What the colour repeats. */
  tone: "good" | "waiting" | "bad" | "quiet";
  children: string;
}

/** A state in a word; the colour only repeats it. */
export function StateBadge({ tone, children }: Props) {
  return (
    <Badge variant="default" radius="xl" tt="none" className={classes.badge} data-tone={tone} leftSection={<i className={classes.dot} />}>
      {children}
    </Badge>
  );
}

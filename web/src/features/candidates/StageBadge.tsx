import { Badge } from "@mantine/core";

import classes from "./StageBadge.module.css";
import { stageWords } from "./stages";

/** Where a candidate stands, in words; the colour only repeats them. */
export function StageBadge({ stage }: { stage: string }) {
  return (
    <Badge variant="default" className={classes.badge ?? ""} data-stage={stage} tt="none" radius="xl" leftSection={<i className={classes.dot} />}>
      {stageWords(stage)}
    </Badge>
  );
}

import { Badge } from "@mantine/core";

import type { Schemas } from "@/api";
import badge from "@/ui/StatusBadge.module.css";

import { messages } from "./messages";

const TONES: Record<string, string> = { open: "calm", prepared: "live", drawn: "done" };

/** Where a lot stands, in words: its draw, if it has one in force, says more than its status. */
export function LotBadge({ lot }: { lot: Pick<Schemas["LotSummary"], "status" | "drawStatus"> }) {
  const isDrawn = lot.drawStatus !== null && lot.status !== "archived";
  const state = isDrawn ? (lot.drawStatus ?? "") : lot.status;
  const words = (isDrawn ? messages.drawStatus : messages.status)[state] ?? state;
  return (
    <Badge variant="default" className={badge.badge} data-tone={TONES[state] ?? "past"} tt="none" radius="xl" leftSection={<i className={badge.dot} />}>
      {words}
    </Badge>
  );
}

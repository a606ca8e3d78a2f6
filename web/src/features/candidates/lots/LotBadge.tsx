import type { Schemas } from "@/api";
import { type Tone, ToneBadge } from "@/ui/ToneBadge";

import { messages } from "./messages";

const TONES: Record<string, Tone> = { open: "calm", prepared: "live", drawn: "done" };

/** Where a lot stands, in words: its draw, if it has one in force, says more than its status. */
export function LotBadge({ lot }: { lot: Pick<Schemas["LotSummary"], "status" | "drawStatus"> }) {
  const isDrawn = lot.drawStatus !== null && lot.status !== "archived";
  const state = isDrawn ? (lot.drawStatus ?? "") : lot.status;
  const words = (isDrawn ? messages.drawStatus : messages.status)[state] ?? state;
  return <ToneBadge tone={TONES[state] ?? "past"}>{words}</ToneBadge>;
}

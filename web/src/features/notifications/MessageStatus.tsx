import { type Tone, ToneBadge } from "@/ui/ToneBadge";

import { messages } from "./messages";

const TONES: Record<string, Tone> = {
  queued: "calm",
  sending: "calm",
  held: "wait",
  failed: "bad",
  unconfirmed: "bad",
  sent: "done",
};

/** Where a message stands, in words; the colour only repeats them. */
export function MessageStatus({ status }: { status: string }) {
  return <ToneBadge tone={TONES[status] ?? "past"}>{messages.statuses[status] ?? status}</ToneBadge>;
}

import { type Tone, ToneBadge } from "./ToneBadge";

const STATUSES: Record<string, { words: string; tone: Tone }> = {
  scheduled: { words: "Scheduled", tone: "calm" },
  in_progress: { words: "In progress", tone: "live" },
  completed: { words: "Completed", tone: "done" },
  cancelled: { words: "Cancelled", tone: "past" },
  no_show: { words: "No show", tone: "past" },
};

/** Where an interview stands, in words; the colour only repeats them. */
export function StatusBadge({ status }: { status: string }) {
  const { words, tone } = STATUSES[status] ?? { words: status, tone: "past" };
  return <ToneBadge tone={tone}>{words}</ToneBadge>;
}

import { minus, NOTHING, plus, type Count, type Segment } from "./segment";

export type UploadState = "recording" | "saving" | "offline" | "saved";

/** Where a session's recording stands; counts are of bytes, chunks and milliseconds. */
export interface Status {
  state: UploadState;
  isRecording: boolean;
  isPaused: boolean;
  /** Whether the server answered when it was last asked. */
  isReached: boolean;
  recorded: Count;
  sent: Count;
  unsent: Count;
  /** Whether every segment is verified by the server. */
  isVerified: boolean;
  /** Codes of the segments that the server refused. */
  refusals: string[];
}

export interface Moment {
  isRecording: boolean;
  isPaused: boolean;
  isReached: boolean;
}

/** Sum up a session's segments. */
export function statusOf(segments: readonly Segment[], now: Moment): Status {
  const live = segments.filter((one) => one.refusal === null);
  const recorded = segments.reduce((sum, one) => plus(sum, one.spooled), NOTHING);
  const sent = segments.reduce((sum, one) => plus(sum, one.sent), NOTHING);
  const unsent = live.reduce((sum, one) => plus(sum, minus(one.spooled, one.sent)), NOTHING);
  const isVerified = live.every((one) => one.isDone);
  const isConcluding = live.some((one) => one.isClosed && !one.isDone);
  return {
    state: stateOf(now, unsent.chunks > 0 || isConcluding),
    ...now,
    recorded,
    sent,
    unsent,
    isVerified,
    refusals: segments.flatMap((one) => (one.refusal === null ? [] : [one.refusal])),
  };
}

function stateOf(now: Moment, hasUnsent: boolean): UploadState {
  if (!now.isReached && (hasUnsent || now.isRecording)) return "offline";
  if (now.isRecording && !now.isPaused) return "recording";
  return hasUnsent ? "saving" : "saved";
}

import { Problem } from "@/api";

export type RefusalKind = "unknown" | "expired" | "revoked" | "early" | "late" | "over" | "ended" | "forgotten" | "insecure" | "failed";

/** Why there is no way in, and what is known about it. */
export interface Refusal {
  kind: RefusalKind;
  /** When it opens, for one that is too early. */
  opensAt: string | null;
  requestId: string | null;
}

const KINDS: Readonly<Record<string, RefusalKind>> = {
  interview_token_unknown: "unknown",
  interview_token_expired: "expired",
  interview_token_revoked: "revoked",
  session_revoked: "revoked",
  interview_not_open_yet: "early",
  interview_closed: "late",
  interview_over: "over",
  session_ended: "ended",
  session_id_expired: "ended",
};

/** What a failure means for the way into the room. */
export function refusalOf(failure: unknown): Refusal {
  if (!(failure instanceof Problem)) return { kind: "failed", opensAt: null, requestId: null };
  const kind = KINDS[failure.code] ?? (failure.status === 422 ? "unknown" : "failed");
  return { kind, opensAt: null, requestId: failure.requestId };
}

interface Appointment {
  status: string;
  opens_at: string | null;
  closes_at: string | null;
}

/** Whether an interview that the token shows can be begun now; null where it can. */
export function refusalFor(interview: Appointment, now: number): Refusal | null {
  const refuse = (kind: RefusalKind): Refusal => ({ kind, opensAt: interview.opens_at, requestId: null });
  if (interview.status === "completed") return refuse("ended");
  if (interview.status === "cancelled" || interview.status === "no_show") return refuse("over");
  if (interview.opens_at !== null && now < Date.parse(interview.opens_at)) return refuse("early");
  const isMissed = interview.closes_at !== null && now > Date.parse(interview.closes_at);
  return isMissed && interview.status === "scheduled" ? refuse("late") : null;
}

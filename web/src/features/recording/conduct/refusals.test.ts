import { describe, expect, it } from "vitest";

import { Problem } from "@/api";

import { refusalFor, refusalOf } from "./refusals";

const NOW = Date.UTC(2026, 10, 20, 12);
const open = { status: "scheduled", opens_at: null, closes_at: null };

describe("the way in", () => {
  it.each([
    ["interview_token_unknown", 404, "unknown"],
    ["interview_token_expired", 410, "expired"],
    ["interview_token_revoked", 403, "revoked"],
    ["interview_not_open_yet", 409, "early"],
    ["interview_closed", 409, "late"],
    ["session_ended", 409, "ended"],
    ["internal_error", 500, "failed"],
  ])("is refused with %s", (code, status, kind) => {
    expect(refusalOf(new Problem(status, { code })).kind).toBe(kind);
  });

  it("is refused where nobody answers", () => {
    expect(refusalOf(new TypeError("network")).kind).toBe("failed");
  });

  it.each([
    [{ ...open, status: "completed" }, "ended"],
    [{ ...open, status: "cancelled" }, "over"],
    [{ ...open, opens_at: "2026-11-20T13:00:00Z" }, "early"],
    [{ ...open, closes_at: "2026-11-20T11:00:00Z" }, "late"],
  ])("is closed for %o", (interview, kind) => {
    expect(refusalFor(interview, NOW)?.kind).toBe(kind);
  });

  it("is open for an interview that has begun, however late", () => {
    expect(refusalFor({ status: "in_progress", opens_at: null, closes_at: "2026-11-20T11:00:00Z" }, NOW)).toBeNull();
  });
});

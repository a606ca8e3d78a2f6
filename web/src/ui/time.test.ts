import { describe, expect, it } from "vitest";

import { agoText, durationText, momentText } from "./time";

const NOW = Date.parse("2026-11-20T12:00:00Z");

describe("how long ago", () => {
  it.each([
    ["2026-11-20T11:59:30Z", "just now"],
    ["2026-11-20T11:58:00Z", "2 minutes ago"],
    ["2026-11-19T12:00:00Z", "yesterday"],
    ["2026-11-23T12:00:00Z", "in 3 days"],
    [null, "–"],
  ])("%s is %s", (moment, expected) => {
    expect(agoText(moment, NOW)).toBe(expected);
  });
});

describe("a duration", () => {
  it.each([
    [0, "0:00"],
    [245.9, "4:05"],
    [3729, "1:02:09"],
    [-3, "0:00"],
  ])("of %d s is %s", (seconds, expected) => {
    expect(durationText(seconds)).toBe(expected);
  });
});

describe("a moment", () => {
  it("is told in the zone that it was made in", () => {
    expect(momentText("2026-11-20T23:30:00Z", "Asia/Tokyo")).toContain("21");
  });

  it("is told all the same where the zone is unknown", () => {
    expect(momentText("2026-11-20T12:00:00Z", "Nowhere/City")).toContain("2026");
  });
});

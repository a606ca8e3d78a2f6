import { describe, expect, it } from "vitest";

import { momentOf, reading } from "./zoned";

describe("momentOf", () => {
  it.each([
    ["2026-12-01T10:00", "Europe/Berlin", "2026-12-01T09:00:00.000Z"],
    ["2026-07-01T10:00", "Europe/Berlin", "2026-07-01T08:00:00.000Z"],
    ["2026-07-01T10:00", "UTC", "2026-07-01T10:00:00.000Z"],
    ["2026-07-01T10:00", "Asia/Kathmandu", "2026-07-01T04:15:00.000Z"],
    ["2026-11-01T00:30", "America/New_York", "2026-11-01T04:30:00.000Z"],
  ])("%s in %s", (text, zone, moment) => {
    expect(momentOf(text, zone)).toBe(moment);
    expect(reading(moment, zone)).toBe(text);
  });

  it("takes the first of a reading that comes twice", () => {
    expect(momentOf("2026-10-25T02:30", "Europe/Berlin")).toBe("2026-10-25T00:30:00.000Z");
  });

  it("goes on after a reading that is skipped", () => {
    expect(momentOf("2026-03-29T02:30", "Europe/Berlin")).toBe("2026-03-29T01:30:00.000Z");
  });

  it("knows an empty field", () => {
    expect(momentOf("", "UTC")).toBeNull();
    expect(reading(null, "UTC")).toBe("");
  });
});

import { describe, expect, it } from "vitest";

import { byDay, clockText, dayOf, plusDays } from "./days";

describe("byDay", () => {
  it("puts each time on the day it has in the zone", () => {
    const slots = ["2026-12-01T20:00:00Z", "2026-12-01T23:30:00Z", "2026-12-02T08:00:00Z"];
    expect(byDay(slots, "Europe/Berlin").map((day) => [day.day, day.slots.length])).toEqual([["2026-12-01", 1], ["2026-12-02", 2]]);
    expect(dayOf("2026-12-01T20:00:00Z", "Asia/Kolkata")).toBe("2026-12-02");
  });
});

describe("clockText", () => {
  it("tells the two comings of an hour apart", () => {
    const first = "2026-10-25T00:30:00Z";
    const second = "2026-10-25T01:30:00Z";
    const told = [first, second].map((slot) => clockText(slot, "Europe/Berlin", [first, second]));
    expect(told[0]).not.toBe(told[1]);
    expect(clockText(first, "Europe/Berlin", [first])).not.toContain("+");
  });
});

describe("plusDays", () => {
  it("counts days, whatever the clocks do", () => {
    expect(plusDays("2026-10-24", 7)).toBe("2026-10-31");
    expect(plusDays("2026-12-31", 1)).toBe("2027-01-01");
  });
});

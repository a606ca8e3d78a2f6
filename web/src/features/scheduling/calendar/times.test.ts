import { describe, expect, it } from "vitest";

import { hoursOf, meant, wallTime } from "./times";

describe("meant", () => {
  it("reads a time on the clock of the zone, before and after the clocks change", () => {
    expect(meant("2026-03-28T10:00", "Europe/Berlin").moment?.toISOString()).toBe("2026-03-28T09:00:00.000Z");
    expect(meant("2026-03-30T10:00", "Europe/Berlin").moment?.toISOString()).toBe("2026-03-30T08:00:00.000Z");
    expect(meant("2026-10-05T10:00", "Australia/Lord_Howe").moment?.toISOString()).toBe("2026-10-04T23:00:00.000Z");
  });

  it("knows a time that the clocks skip", () => {
    expect(meant("2026-03-29T02:30", "Europe/Berlin")).toEqual({ moment: null, isSkipped: true, isDoubled: false });
  });

  it("takes the first of a time that comes twice", () => {
    const found = meant("2026-10-25T02:30", "Europe/Berlin");
    expect(found.isDoubled).toBe(true);
    expect(found.moment?.toISOString()).toBe("2026-10-25T00:30:00.000Z");
  });

  it("knows what is no time", () => {
    expect(meant("", "UTC").moment).toBeNull();
    expect(meant("soon", "UTC").moment).toBeNull();
  });
});

describe("wallTime", () => {
  it("is what the field shows", () => {
    expect(wallTime(new Date("2026-12-01T09:05:00Z"), "Asia/Kolkata")).toBe("2026-12-01T14:35");
  });
});

describe("hoursOf", () => {
  const at = (startsAt: string, endsAt: string) => ({ startsAt, endsAt });

  it("shows the usual hours, and more where an interview needs them", () => {
    expect(hoursOf([], "UTC")).toEqual({ first: "06:00:00", last: "22:00:00" });
    expect(hoursOf([at("2026-12-01T04:30:00Z", "2026-12-01T05:30:00Z")], "UTC")).toEqual({ first: "04:00:00", last: "22:00:00" });
    expect(hoursOf([at("2026-12-01T22:00:00Z", "2026-12-01T22:30:00Z")], "UTC").last).toBe("23:00:00");
  });

  it("shows the whole day where one goes over midnight", () => {
    expect(hoursOf([at("2026-12-01T23:30:00Z", "2026-12-02T00:30:00Z")], "UTC")).toEqual({ first: "00:00:00", last: "24:00:00" });
  });
});

import { describe, expect, it } from "vitest";

import { faultOf, rulesOf, weekOf } from "./week";

describe("a week", () => {
  it("comes back as it went, midnight included", () => {
    const rules = [
      { weekday: 0, starts: "09:00", ends: "12:00" },
      { weekday: 0, starts: "13:00", ends: "24:00" },
      { weekday: 6, starts: "10:00", ends: "11:30" },
    ];
    const week = weekOf(rules);
    expect(week.map((day) => day.length)).toEqual([2, 0, 0, 0, 0, 0, 1]);
    expect(week[0]?.[1]?.ends).toBe("23:59");
    expect(rulesOf(week)).toEqual(rules);
  });

  it("knows a stretch that cannot be", () => {
    expect(faultOf({ starts: "09:00", ends: "17:00" })).toBeNull();
    expect(faultOf({ starts: "17:00", ends: "17:00" })).toBe("order");
    expect(faultOf({ starts: "", ends: "17:00" })).toBe("missing");
  });
});

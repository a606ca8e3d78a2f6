import { describe, expect, it } from "vitest";

import { exportAddress, filtersOf, withFilters } from "./filters";

describe("filters of the list", () => {
  it("stand in the address and come back from it", () => {
    const written = withFilters(new URLSearchParams("other=1&tag=old"), { skill: " C++ ", scoreMin: "70", tag: "" });

    expect(written.toString()).toBe("other=1&skill=C%2B%2B&scoreMin=70");
    expect(filtersOf(written)).toEqual({ skill: "C++", scoreMin: "70" });
  });

  it("narrow the export too", () => {
    expect(exportAddress({}, "")).toBe("/api/admin/candidates/export.csv");
    expect(exportAddress({ status: "offer" }, "ada")).toBe("/api/admin/candidates/export.csv?search=ada&status=offer");
  });
});

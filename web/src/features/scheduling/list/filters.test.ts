import { describe, expect, it } from "vitest";

import { filtersOf, without, withFilters } from "./filters";

describe("filters", () => {
  it("are read from the address", () => {
    expect(filtersOf(new URLSearchParams("status=scheduled&type=hr&tags=&jobId=%20&mine=true"))).toEqual({ type: "hr", mine: "true" });
  });

  it("leave what else stands in the address", () => {
    const params = new URLSearchParams("status=scheduled&type=hr&mode=chat");

    expect(withFilters(params, { type: "panel", tags: " go " }).toString()).toBe("status=scheduled&type=panel&tags=go");
    expect(params.get("mode")).toBe("chat");
  });

  it("are taken off one by one", () => {
    expect(without({ type: "hr", mode: "chat" }, "type")).toEqual({ mode: "chat" });
  });
});

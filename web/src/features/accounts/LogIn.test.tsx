import { describe, expect, it } from "vitest";

import { Problem, Unreachable } from "@/api";

import { explained } from "./LogIn";
import { messages } from "./messages";

describe("a refused login", () => {
  it("does not say which of the two was wrong", () => {
    expect(explained(new Problem(401, { code: "wrong_credentials" }))?.message).toBe(messages.logIn.wrong);
  });

  it.each([
    ["61", "2 minutes"],
    ["5", "a minute"],
  ])("after too many tries tells the wait of %s s as %s", (seconds, expected) => {
    expect(explained(new Problem(429, { code: "too_many_requests" }, seconds))?.message).toContain(expected);
  });

  it("stays what it is where nobody answered", () => {
    const failure = new Unreachable(null);

    expect(explained(failure)).toBe(failure);
  });
});

import { describe, expect, it } from "vitest";

import { browserFamily } from "./browser";
import { troubleOf } from "./devices";
import { rootMeanSquare } from "./level";
import { remedyFor } from "./remedies";

describe("trouble with devices", () => {
  it.each([
    ["NotAllowedError", "denied"],
    ["NotFoundError", "missing"],
    ["NotReadableError", "busy"],
    ["OverconstrainedError", "unfit"],
    ["SomethingNewError", "unknown"],
  ])("%s is told as %s", (name, trouble) => {
    expect(troubleOf(new DOMException("words of the browser", name)).trouble).toBe(trouble);
  });

  it.each([
    ["Mozilla/5.0 (X11; Linux x86_64; rv:144.0) Gecko/20100101 Firefox/144.0", "firefox", "crossed-out camera"],
    ["Mozilla/5.0 (Macintosh) AppleWebKit/605.1.15 Version/18.0 Safari/605.1.15", "safari", "Settings for This Website"],
    ["Mozilla/5.0 (iPhone; CPU iPhone OS 18_0) Version/18.0 Safari/604.1", "ios", "Open Settings"],
    ["Mozilla/5.0 (Linux; Android 15) Chrome/142.0 Mobile Safari/537.36", "android", "Permissions"],
    ["Mozilla/5.0 (Windows NT 10.0) Chrome/142.0 Safari/537.36", "chromium", "left of the address"],
  ])("has a remedy in the words of the browser (%#)", (agent, family, words) => {
    expect(browserFamily(agent)).toBe(family);
    expect(remedyFor("denied", browserFamily(agent))).toContain(words);
  });
});

describe("the level", () => {
  it("is nothing in silence and the effective value of a tone", () => {
    const tone = Float32Array.from({ length: 1000 }, (_, n) => Math.sin((2 * Math.PI * n) / 50));

    expect(rootMeanSquare(new Float32Array(1000))).toBe(0);
    expect(rootMeanSquare(tone)).toBeCloseTo(Math.SQRT1_2, 3);
  });
});

import { describe, expect, it } from "vitest";

import { EMPTY, planErrors, request, rules } from "./draft";
import { type DraftQuestion, isBlank, moved, newQuestion, putBack, written } from "./plan";

function question(text: string, more: Partial<DraftQuestion> = {}): DraftQuestion {
  return { ...newQuestion(), key: text || "blank", text, ...more };
}

const texts = (questions: readonly DraftQuestion[]) => questions.map((one) => one.text).join("");
const abc = [question("a"), question("b"), question("c")];

describe("moving a question", () => {
  it.each([
    [0, 1, "bac"],
    [2, -1, "acb"],
    [0, -1, "abc"],
    [2, 1, "abc"],
    [9, 1, "abc"],
  ])("from %i by %i", (from, by, expected) => {
    expect(texts(moved(abc, from, by))).toBe(expected);
  });
});

describe("a removed question", () => {
  it("comes back to its place", () => {
    expect(texts(putBack([abc[0]!, abc[2]!], 1, abc[1]!))).toBe("abc");
  });
});

describe("a written question", () => {
  it("has its lists from lines and commas, and its limit in seconds", () => {
    const made = written(question(" Why? ", { keyPoints: "one\n\n two ", keywords: "index, cost,", limitMinutes: "3" }));

    expect(made).toMatchObject({ text: "Why?", keyPoints: ["one", "two"], keywords: ["index", "cost"], timeLimitSeconds: 180 });
    expect(made).toMatchObject({ expectedAnswer: null, hints: [] });
  });
});

describe("a draft", () => {
  it("leaves out questions that nobody wrote into", () => {
    const questions = [question("a"), question("")];

    expect(isBlank(questions[1]!)).toBe(true);
    expect(planErrors(questions)).toEqual({});
    expect(request(EMPTY, 5, questions).questions).toHaveLength(1);
  });

  it("names a question that has only its answer", () => {
    expect(Object.keys(planErrors([question("", { keyPoints: "a point" })]))).toEqual(["blank"]);
  });

  it("tells moments in UTC and what is open as null", () => {
    const made = request({ ...EMPTY, title: " Talk ", scheduledAt: "2026-12-01T10:00" }, 5, []);

    expect(made).toMatchObject({ candidateId: 5, title: "Talk", opensAt: null, position: null });
    expect(made.scheduledAt).toBe(new Date("2026-12-01T10:00").toISOString());
  });

  it("must begin before it closes", () => {
    const draft = { ...EMPTY, opensAt: "2026-12-02T10:00" };

    expect(rules.closesAt("2026-12-01T10:00", draft)).toBeTruthy();
    expect(rules.closesAt("2026-12-03T10:00", draft)).toBeNull();
    expect(rules.closesAt("", draft)).toBeNull();
  });
});

import { describe, expect, it } from "vitest";

import { toldCriteria } from "./criteriaText";

describe("criteria in words", () => {
  it("leave out what asks nothing", () => {
    expect(toldCriteria({ skillsAll: [], experienceYears: { min: null, max: null }, location: null })).toEqual([]);
  });

  it("name what is asked", () => {
    const told = toldCriteria({ skillsAll: ["SQL", "Go"], experienceYears: { min: 2 }, scores: { culturalFit: { min: 10, max: 50 } }, statuses: ["offer"] });
    expect(told).toEqual([
      ["Skills, all of these", "SQL, Go"],
      ["Where they stand", "Offer"],
      ["Years of experience", "from 2"],
      ["Cultural-fit score", "10 to 50"],
    ]);
  });
});

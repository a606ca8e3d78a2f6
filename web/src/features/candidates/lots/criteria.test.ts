import { describe, expect, it } from "vitest";

import { criteriaOf, draftOf, isSame, isWhole } from "./criteria";

describe("criteria", () => {
  it("are read and written without a change", () => {
    const kept = criteriaOf(draftOf({ skillsAll: ["SQL"], experienceYears: { min: 2, max: null }, scores: { culturalFit: { min: 0, max: 50 } }, statuses: ["offer"] }));
    expect(criteriaOf(draftOf(kept))).toEqual(kept);
    expect(kept.experienceYears).toEqual({ min: 2, max: null });
    expect(kept.scores?.culturalFit).toEqual({ min: 0, max: 50 });
    expect(kept.location).toBeNull();
  });

  it("are wrong where nothing lies in a range", () => {
    const draft = draftOf({});
    expect(isWhole(draft)).toBe(true);
    expect(isWhole({ ...draft, years: { min: 3, max: 2 } })).toBe(false);
    expect(isWhole({ ...draft, years: { min: 3, max: "" } })).toBe(true);
  });

  it("are the same whatever space stands around a place", () => {
    const draft = draftOf({ location: "Exampleton" });
    expect(isSame(draft, { ...draft, location: " Exampleton " })).toBe(true);
    expect(isSame(draft, { ...draft, location: "Sampleville" })).toBe(false);
  });
});

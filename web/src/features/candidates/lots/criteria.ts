import type { Schemas } from "@/api";

export type Criteria = Schemas["LotCriteria"];
export const SCORES = ["technical", "communication", "problemSolving", "culturalFit"] as const;
export type Score = (typeof SCORES)[number];
export type Stage = NonNullable<Criteria["statuses"]>[number];
export const STAGES: readonly Stage[] = ["new", "screening", "interview", "offer", "hired", "rejected", "withdrawn"];

/** A number field holds text while it is empty. */
export type Bound = number | string;
export interface Range {
  min: Bound;
  max: Bound;
}

/** Criteria as they are being written. */
export interface Draft {
  skillsAll: string[];
  skillsAny: string[];
  tags: string[];
  years: Range;
  scores: Record<Score, Range>;
  statuses: Stage[];
  location: string;
  excludesOtherLots: boolean;
}

type ApiRange = Schemas["NumberRange"] | null | undefined;

function readRange(range: ApiRange): Range {
  return { min: range?.min ?? "", max: range?.max ?? "" };
}

function writtenRange({ min, max }: Range): { min: number | null; max: number | null } {
  return { min: min === "" ? null : Number(min), max: max === "" ? null : Number(max) };
}

/** What is kept, ready to be changed. */
export function draftOf(criteria: Criteria): Draft {
  const scores = criteria.scores ?? {};
  return {
    skillsAll: criteria.skillsAll ?? [],
    skillsAny: criteria.skillsAny ?? [],
    tags: criteria.tags ?? [],
    years: readRange(criteria.experienceYears),
    scores: {
      technical: readRange(scores.technical),
      communication: readRange(scores.communication),
      problemSolving: readRange(scores.problemSolving),
      culturalFit: readRange(scores.culturalFit),
    },
    statuses: criteria.statuses ?? [],
    location: criteria.location ?? "",
    excludesOtherLots: criteria.excludesOtherLots ?? false,
  };
}

/** A draft as the server takes it. */
export function criteriaOf(draft: Draft): Criteria {
  return {
    skillsAll: draft.skillsAll,
    skillsAny: draft.skillsAny,
    tags: draft.tags,
    experienceYears: writtenRange(draft.years),
    scores: {
      technical: writtenRange(draft.scores.technical),
      communication: writtenRange(draft.scores.communication),
      problemSolving: writtenRange(draft.scores.problemSolving),
      culturalFit: writtenRange(draft.scores.culturalFit),
    },
    statuses: draft.statuses,
    location: draft.location.trim() || null,
    excludesOtherLots: draft.excludesOtherLots,
  };
}

/** Whether nothing can lie in a range. */
export function isWrong({ min, max }: Range): boolean {
  return min !== "" && max !== "" && Number(min) > Number(max);
}

/** Whether a draft can be counted and kept. */
export function isWhole(draft: Draft): boolean {
  return ![draft.years, ...Object.values(draft.scores)].some(isWrong);
}

/** Whether two drafts ask the same. */
export function isSame(one: Draft, other: Draft): boolean {
  return JSON.stringify(criteriaOf(one)) === JSON.stringify(criteriaOf(other));
}

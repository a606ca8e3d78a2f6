import { type Criteria, SCORES } from "./criteria";
import { messages } from "./messages";

type Range = { min?: number | null; max?: number | null } | null | undefined;

/** A range in words; null where it asks nothing. */
export function rangeText(range: Range): string | null {
  const [min, max] = [range?.min ?? null, range?.max ?? null];
  return min === null && max === null ? null : messages.why.range(min, max);
}

/** What criteria ask, as names and words; empty where they ask nothing. */
export function toldCriteria(criteria: Criteria): (readonly [name: string, words: string])[] {
  const words = messages.criteria;
  const asked: [string, string | null | undefined][] = [
    [words.skillsAll, criteria.skillsAll?.join(", ")],
    [words.skillsAny, criteria.skillsAny?.join(", ")],
    [words.tags, criteria.tags?.join(", ")],
    [words.statuses, criteria.statuses?.map((stage) => words.stages[stage] ?? stage).join(", ")],
    [words.location, criteria.location],
    [words.years, rangeText(criteria.experienceYears)],
    ...SCORES.map((score): [string, string | null] => [messages.why.names[`scores.${score}`] ?? score, rangeText(criteria.scores?.[score])]),
    [words.excludes, criteria.excludesOtherLots ? words.yes : null],
  ];
  return asked.filter((one): one is [string, string] => Boolean(one[1]));
}

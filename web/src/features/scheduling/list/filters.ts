/** What the list of interviews is narrowed to, as it stands in the address. */

export const FILTERS = ["mine", "interviewerId", "jobId", "type", "mode", "difficulty", "isAiInterview", "startDate", "endDate", "tags"] as const;

export type FilterName = (typeof FILTERS)[number];
export type Filters = Partial<Record<FilterName, string>>;

/** The filters of an address; empty ones are none. */
export function filtersOf(params: URLSearchParams): Filters {
  const told = FILTERS.map((name) => [name, params.get(name)?.trim() ?? ""] as const);
  return Object.fromEntries(told.filter(([, value]) => value !== ""));
}

/** The address's words with other filters; what else stands there, such as the status, stays. */
export function withFilters(params: URLSearchParams, filters: Filters): URLSearchParams {
  const next = new URLSearchParams(params);
  for (const name of FILTERS) {
    const value = filters[name]?.trim() ?? "";
    if (value) next.set(name, value);
    else next.delete(name);
  }
  return next;
}

export function without(filters: Filters, name: FilterName): Filters {
  return Object.fromEntries(Object.entries(filters).filter(([each]) => each !== name));
}

/** What the list is narrowed by, as it stands in the page's address. */
export interface Filters {
  status?: string;
  skill?: string;
  tag?: string;
  experienceMin?: string;
  experienceMax?: string;
  scoreMin?: string;
  scoreMax?: string;
  archived?: string;
}

export const NAMES = ["status", "skill", "tag", "experienceMin", "experienceMax", "scoreMin", "scoreMax", "archived"] as const;

/** The filters that an address holds; empty ones are none. */
export function filtersOf(params: URLSearchParams): Filters {
  return Object.fromEntries(NAMES.flatMap((name) => (params.get(name) ? [[name, params.get(name)]] : [])));
}

/** An address with these filters, and whatever else stood in it. */
export function withFilters(params: URLSearchParams, filters: Filters): URLSearchParams {
  const next = new URLSearchParams(params);
  for (const name of NAMES) {
    const value = filters[name]?.trim();
    if (value) next.set(name, value);
    else next.delete(name);
  }
  return next;
}

/** Where the same candidates are handed out as CSV. */
export function exportAddress(filters: Filters, search: string): string {
  const params = withFilters(new URLSearchParams(search ? { search } : {}), filters);
  const query = params.toString();
  return `/api/admin/candidates/export.csv${query && `?${query}`}`;
}

import { QueryCache, QueryClient } from "@tanstack/react-query";

import { keys, Problem } from "@/api";

const MOST_TRIES = 2;

/** A refusal stays one; only what may work a moment later is tried again. */
function isWorthAnotherTry(count: number, failure: Error): boolean {
  if (failure instanceof Problem && failure.status < 500) return false;
  return count < MOST_TRIES;
}

/** What the page has read. A login that ended anywhere in the page ends the shell, which shows the way back in. */
export const queries: QueryClient = new QueryClient({
  queryCache: new QueryCache({
    onError: (failure, query) => {
      if (!(failure instanceof Problem) || failure.status !== 401) return;
      if (query.queryKey[0] !== keys.me[0]) void queries.invalidateQueries({ queryKey: keys.me });
    },
  }),
  defaultOptions: {
    queries: { retry: isWorthAnotherTry, staleTime: 15_000, networkMode: "always" },
    mutations: { networkMode: "always" },
  },
});

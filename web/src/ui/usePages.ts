import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import { useMemo } from "react";

interface Page<Row> {
  items: Row[];
  nextCursor: string | null;
}

export interface Pages<Row> {
  rows: Row[];
  failure: Error | null;
  isFirstLoading: boolean;
  isFailedFurther: boolean;
  hasMore: boolean;
  more: () => void;
  retry: () => void;
}

interface Ways {
  /** How often the first page is read again. */
  refreshMs?: number;
  /** Whether what was found last stays until the next answer is there, so that typing does not flicker. */
  isSearched?: boolean;
}

/** A list that the server hands out page by page, as one growing list. */
export function usePages<Row>(
  key: readonly unknown[],
  read: (cursor: string | null, signal: AbortSignal) => Promise<Page<Row>>,
  { refreshMs, isSearched = false }: Ways = {},
): Pages<Row> {
  const query = useInfiniteQuery({
    queryKey: key,
    queryFn: ({ pageParam, signal }) => read(pageParam, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.nextCursor,
    ...(isSearched ? { placeholderData: keepPreviousData } : {}),
    // Somebody who has read far down is not made to read all of it again.
    refetchInterval: (asked) => (refreshMs && (asked.state.data?.pages.length ?? 0) <= 1 ? refreshMs : false),
    refetchOnWindowFocus: (asked) => (asked.state.data?.pages.length ?? 0) <= 1,
  });
  const rows = useMemo(() => query.data?.pages.flatMap((page) => page.items) ?? [], [query.data]);
  return {
    rows,
    failure: query.error,
    isFirstLoading: query.isPending,
    isFailedFurther: query.isFetchNextPageError,
    hasMore: query.hasNextPage,
    more: () => {
      if (query.hasNextPage && !query.isFetching) void query.fetchNextPage();
    },
    retry: () => void (query.isFetchNextPageError ? query.fetchNextPage() : query.refetch()),
  };
}

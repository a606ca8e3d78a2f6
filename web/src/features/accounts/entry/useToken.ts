import { useLocation } from "react-router";

/** The token of a link. It stands in the fragment, which browsers tell no server. */
export function useToken(): string {
  return useLocation().hash.slice(1);
}

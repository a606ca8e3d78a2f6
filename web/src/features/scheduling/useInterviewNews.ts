import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";

import { keys } from "@/api";

/** Several things happen to an interview at once; the list is read once for all of them. */
const PAUSE_MS = 300;

/** Reads lists of interviews again when the server tells that one stands differently; tells whether it is heard. */
export function useInterviewNews(): boolean {
  const queries = useQueryClient();
  const [isHearing, setHearing] = useState(false);
  useEffect(() => {
    let leave: () => void = () => undefined;
    let isLeft = false;
    let waiting: ReturnType<typeof setTimeout> | undefined;
    const stale = (): void => {
      clearTimeout(waiting);
      waiting = setTimeout(() => void queries.invalidateQueries({ queryKey: keys.interviews }), PAUSE_MS);
    };
    // A list is there before the live connection is: it is loaded afterwards.
    void import("@/realtime").then(({ watchInterviews }) => {
      if (!isLeft) leave = watchInterviews(stale, setHearing);
    });
    return () => {
      isLeft = true;
      clearTimeout(waiting);
      leave();
    };
  }, [queries]);
  return isHearing;
}

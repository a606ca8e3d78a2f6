import { useEffect } from "react";

import type { Entered } from "./enter";

const LOOK_EVERY_MS = 15_000;

/** Hear what the interviewer does: asks a question, ends the session. Asks now and then too, where sockets do not pass. */
export function useRoomNews({ started, conduct }: Entered, onEnded: () => void): void {
  const id = started.session_id;
  useEffect(() => {
    let close: () => void = () => undefined;
    let isLeft = false;
    const look = (): void => void conduct.look();
    // The live connection is not needed for the first view.
    void import("@/realtime").then(({ candidateSocket }) => {
      if (isLeft) return;
      const socket = candidateSocket(id);
      socket.on("connect", look);
      socket.on("question-added", (told) => conduct.heard(told));
      socket.on("session-ended", onEnded);
      close = () => void socket.disconnect();
    });
    const timer = setInterval(look, LOOK_EVERY_MS);
    return () => {
      isLeft = true;
      clearInterval(timer);
      close();
    };
  }, [id, conduct, onEnded]);
}

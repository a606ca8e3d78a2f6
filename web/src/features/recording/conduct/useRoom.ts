import { useCallback, useEffect, useState } from "react";

import { preview, type Preview } from "./calls";
import { refusalFor, refusalOf, type Refusal } from "./refusals";
import { holdRoom, type Hold } from "./room_lock";
import { openOutbox } from "./studio";
import { roomName } from "./token";

interface HeldRoom {
  hold: Hold;
  takeOver: () => void;
}

/** Hold the token's room for this tab. */
export function useHold(token: string): HeldRoom {
  const [hold, setHold] = useState<Hold>("asking");
  useEffect(() => {
    let isLeft = false;
    void roomName(token).then((name) => {
      if (!isLeft) holdRoom(name, setHold);
    });
    return () => {
      isLeft = true;
    };
  }, [token]);
  const takeOver = useCallback(() => {
    void roomName(token).then((name) => holdRoom(name, setHold, true));
  }, [token]);
  return { hold, takeOver };
}

interface Looked {
  shown: Preview | null;
  refusal: Refusal | null;
  again: () => void;
}

/** What the token leads to. A server that cannot be reached is asked again by hand or when the network is back. */
export function usePreview(token: string): Looked {
  const [shown, setShown] = useState<Preview | null>(null);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const again = useCallback(() => {
    preview(token).then(
      (found) => {
        setRefusal(refusalFor(found.interview, Date.now()));
        setShown(found);
      },
      (failure: unknown) => setRefusal(refusalOf(failure)),
    );
  }, [token]);
  useEffect(() => {
    // What an earlier page left in this browser goes out whether or not the way in is still open.
    void openOutbox();
    again();
  }, [again]);
  const isIn = shown !== null && refusal === null;
  useEffect(() => {
    if (isIn) return undefined;
    addEventListener("online", again);
    return () => removeEventListener("online", again);
  }, [isIn, again]);
  return { shown, refusal, again };
}

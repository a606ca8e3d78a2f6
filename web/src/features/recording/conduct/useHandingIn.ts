import { useEffect, useState } from "react";

import type { Status } from "@/recorder";

import * as calls from "./calls";
import type { Entered } from "./enter";
import { mayPass, persist } from "./persist";
import { turnsOf, type Turn } from "./turns";

export interface HandingIn {
  /** The questions as the server knows them; null until it was asked. */
  turns: readonly Turn[] | null;
  isRecordingSaved: boolean;
  isEnded: boolean;
  isCutOff: boolean;
}

const BEGUN: HandingIn = { turns: null, isRecordingSaved: false, isEnded: false, isCutOff: false };

/** What is told at the end. */
export interface Receipt {
  status: Status;
  turns: readonly Turn[];
}

/**
 * Let nothing go before it is safe: stop, wait until the server has verified every piece, ask it for the answers it
 * holds, end the session, and only then forget what this browser kept.
 */
export function useHandingIn(entered: Entered, onDone: (receipt: Receipt) => void): HandingIn {
  const [state, setState] = useState(BEGUN);
  useEffect(() => {
    let isLeft = false;
    const tell = (change: Partial<HandingIn>): void => {
      if (!isLeft) setState((known) => ({ ...known, ...change }));
    };
    void handIn(entered, tell).then((receipt) => {
      if (!isLeft) onDone(receipt);
    });
    return () => {
      isLeft = true;
    };
  }, [entered, onDone]);
  return state;
}

async function handIn(entered: Entered, tell: (change: Partial<HandingIn>) => void): Promise<Receipt> {
  const { recording, started, purge } = entered;
  const id = started.session_id;
  const cutOff = (failure: Error | null): void => tell({ isCutOff: failure !== null });
  await recording.stop();
  const status = await recording.settled();
  tell({ isRecordingSaved: true });
  const data = await persist(() => calls.read(id), cutOff).catch(() => null);
  const turns = data === null ? entered.conduct.view().turns : turnsOf(started.questions, data);
  tell({ turns });
  await persist(() => calls.end(id), cutOff).catch((failure: unknown) => {
    // Ended by somebody else already, or taken back: nothing is left to do here.
    if (mayPass(failure)) throw failure;
  });
  tell({ isEnded: true });
  recording.leave();
  await purge();
  return { status, turns };
}

import { useCallback, useEffect, useState } from "react";

import type { Failure } from "@/recorder";

import type { ConsentGiven, Preview } from "./calls";
import { enter, type Entered } from "./enter";
import { mayPass } from "./persist";
import { refusalOf, type Refusal } from "./refusals";
import { openOutbox, record, type Equipment } from "./studio";
import { forgetToken } from "./token";
import type { Receipt } from "./useHandingIn";
import { switchOff, switchOn } from "../devices/devices";
import { messages } from "../messages";
import type { StepName } from "../parts/Frame";

const NOTHING_YET: Equipment = { mode: "video", stream: null, screen: null, network: null, speaks: true };

/** The way of one candidate through the room, and everything that is carried along. */
export interface Way {
  step: StepName;
  consent: ConsentGiven | null;
  equipment: Equipment;
  entered: Entered | null;
  receipt: Receipt | null;
  /** The server let the candidate no further. */
  refusal: Refusal | null;
  /** What is wrong with a device or the browser's storage. */
  failure: Failure | null;
  startFailure: string | null;
  isStarting: boolean;
}

const BEGUN: Way = {
  step: "welcome",
  consent: null,
  equipment: NOTHING_YET,
  entered: null,
  receipt: null,
  refusal: null,
  failure: null,
  startFailure: null,
  isStarting: false,
};

export interface Steps {
  way: Way;
  mayRecord: boolean;
  go: (step: StepName) => void;
  agree: (consent: ConsentGiven) => void;
  bring: (equipment: Equipment) => void;
  start: () => Promise<void>;
  reconnect: () => Promise<void>;
  hand: (receipt: Receipt) => void;
  review: () => void;
}

/** Leads a candidate through the steps; `isLost` says that another tab took the room over. */
export function useSteps(token: string, shown: Preview, isLost: boolean, onLeft: () => void): Steps {
  const [way, setWay] = useState(BEGUN);
  const put = useCallback((change: Partial<Way>) => setWay((known) => ({ ...known, ...change })), []);
  const granted = way.consent?.purposes ?? shown.consent;
  const mayRecord = granted["recording"] === true;

  const start = useCallback(async () => {
    put({ isStarting: true, startFailure: null });
    const { equipment, consent } = way;
    const onFailure = (failure: Failure | null): void => put({ failure });
    const onRefusal = (failure: unknown): void => put({ refusal: refusalOf(failure) });
    try {
      put({ entered: await enter({ token, consent, equipment, onFailure, onRefusal }), step: "interview" });
    } catch (failure) {
      if (mayPass(failure)) put({ startFailure: messages.refused.failed[1] });
      else put({ refusal: refusalOf(failure) });
    }
    put({ isStarting: false });
  }, [token, way, put]);

  const reconnect = useCallback(async () => {
    const { equipment, entered } = way;
    if (entered === null || equipment.mode === "text") return;
    const stream = await switchOn({ mode: equipment.mode }).catch(() => null);
    if (stream === null) return;
    const next = { ...equipment, stream, screen: null };
    put({ equipment: next, failure: null });
    await record(entered.recording, next);
  }, [way, put]);

  useLeaving(way, isLost, onLeft);
  const review = useCallback(() => put({ step: "review" }), [put]);
  const hand = useCallback(
    (receipt: Receipt) => {
      forgetToken();
      put({ receipt, step: "thanks" });
    },
    [put],
  );
  return {
    way,
    mayRecord,
    go: (step) => put({ step }),
    agree: (consent) => put({ consent, step: "devices" }),
    bring: (equipment) => put({ equipment, step: "practice" }),
    start,
    reconnect,
    hand,
    review,
  };
}

/** Switch the devices off when the interview is over, and let go of everything when another tab took over. */
function useLeaving({ step, equipment, entered, refusal }: Way, isLost: boolean, onLeft: () => void): void {
  const isOver = step === "review" || step === "thanks" || refusal !== null;
  useEffect(() => {
    if (!isOver && !isLost) return;
    void (entered?.recording.stop() ?? Promise.resolve()).then(() => {
      switchOff(equipment.stream);
      switchOff(equipment.screen);
      if (!isLost) return;
      // The tab that took over sends what is left; two would only wait for each other.
      void openOutbox().then(({ sender }) => sender.stop());
      onLeft();
    });
    // What is switched off is what was on when it ended.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [isOver, isLost]);
}

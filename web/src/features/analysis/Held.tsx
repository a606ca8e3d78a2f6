import { useEffect, useMemo, useState } from "react";

import { Playback } from "@/ui/player/playback";

import { Claims } from "./Claims";
import { DecisionPanel } from "./DecisionPanel";
import { Exports } from "./Exports";
import { claimOf, judgementsOf } from "./judgement";
import { Receipt } from "./Receipt";
import { RecordingPanel } from "./RecordingPanel";
import type { Report } from "./report";
import classes from "./Review.module.css";
import { Scores } from "./Scores";
import { SessionLog } from "./SessionLog";
import { leaderStart } from "./sources";
import { exchangesOf, passageOf, secondOf, zeroOf } from "./transcript";
import { type Chosen, Transcript } from "./Transcript";

/** A session on one page: what was recorded and said, what the software makes of it, what a person decides. */
export function Held({ report }: { report: Report }) {
  const { session, recording, analysis } = report;
  const [playback] = useState(() => new Playback());
  const [chosen, setChosen] = useState<Chosen | null>(null);
  useEffect(() => () => playback.pause(), [playback]);
  const segmentStart = leaderStart(recording);
  const exchanges = useMemo(() => exchangesOf(session, zeroOf(session, segmentStart)), [session, segmentStart]);
  const judgements = useMemo(() => judgementsOf(analysis), [analysis]);
  const hear = (claim: ReturnType<typeof claimOf>) => {
    const exchange = exchanges.find((one) => one.id === claim.questionId);
    if (exchange === undefined) return;
    const passage = passageOf(claim, exchange.answer);
    setChosen({ id: exchange.id, start: passage?.start ?? null });
    playback.seek(passage ? secondOf(exchange, passage.start) : exchange.askedAt);
  };
  return (
    <div className={classes.columns}>
      <div className={classes.main}>
        <RecordingPanel recording={recording} session={session} exchanges={exchanges} playback={playback} />
        <Transcript exchanges={exchanges} judgements={judgements} playback={playback} chosen={chosen} isLive={session.status === "in_progress"} />
      </div>
      <div className={classes.side}>
        <DecisionPanel analysis={analysis} candidateId={session.candidate_id} isOver={session.status === "completed"} />
        <Scores analysis={analysis} candidateId={session.candidate_id} />
        <Claims strengths={analysis.strengths.map(claimOf)} improvements={analysis.improvements.map(claimOf)} exchanges={exchanges} onHear={hear} />
      </div>
      <div className={classes.late}>
        <Receipt recording={recording} candidateId={session.candidate_id} />
        <SessionLog session={session} />
        <Exports report={report} exchanges={exchanges} judgements={judgements} />
      </div>
    </div>
  );
}

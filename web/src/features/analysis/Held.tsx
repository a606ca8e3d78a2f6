import { useEffect, useMemo, useState } from "react";

import { Playback } from "@/ui/player/playback";

import { Claims } from "./Claims";
import { DecisionPanel } from "./DecisionPanel";
import { Exports } from "./Exports";
import { claimOf, judgementsOf } from "./judgement";
import { Notes } from "./notes/Notes";
import { useNotes } from "./notes/useNotes";
import { useWriting } from "./notes/useWriting";
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
export function Held({ report }: { report: Omit<Report, "notes"> }) {
  const { session, recording, analysis } = report;
  const [playback] = useState(() => new Playback());
  const [chosen, setChosen] = useState<Chosen | null>(null);
  useEffect(() => () => playback.pause(), [playback]);
  const segmentStart = leaderStart(recording);
  const zero = zeroOf(session, segmentStart);
  const exchanges = useMemo(() => exchangesOf(session, zero), [session, zero]);
  const notes = useNotes(session.session_id).data;
  const writing = useWriting(session, zero, playback);
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
        <RecordingPanel recording={recording} session={session} exchanges={exchanges} notes={notes ?? []} playback={playback} onNote={writing.open} />
        <Notes sessionId={session.session_id} writesAt={writing.at} onWrite={writing.open} onClose={writing.close} onHear={(second) => playback.seek(second)} />
        <Transcript exchanges={exchanges} judgements={judgements} analysis={analysis} candidateId={session.candidate_id} playback={playback} chosen={chosen} isLive={session.status === "in_progress"} />
      </div>
      <div className={classes.side}>
        <DecisionPanel analysis={analysis} candidateId={session.candidate_id} isOver={session.status === "completed"} />
        <Scores analysis={analysis} candidateId={session.candidate_id} />
        <Claims strengths={analysis.strengths.map(claimOf)} improvements={analysis.improvements.map(claimOf)} exchanges={exchanges} onHear={hear} />
      </div>
      <div className={classes.late}>
        <Receipt recording={recording} candidateId={session.candidate_id} />
        <SessionLog session={session} />
        <Exports report={{ ...report, notes: notes ?? [] }} exchanges={exchanges} judgements={judgements} />
      </div>
    </div>
  );
}

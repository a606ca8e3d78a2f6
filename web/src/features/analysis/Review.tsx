import { Button } from "@mantine/core";
import { Link, useParams, useSearchParams } from "react-router";

import type { Schemas } from "@/api";
import { Failed, Loading, Message } from "@/ui/States";

import { Held } from "./Held";
import { messages } from "./messages";
import { useAnalysis, useInterview, useLive, useRecording, useSession } from "./useReview";

type Interview = Schemas["InterviewDetail"];

/** What became of an interview: its recording, its words, its scores, and the decision. */
export default function Review() {
  const found = useInterview(useParams()["interviewId"] ?? "");
  if (found.isPending) return <Loading />;
  if (found.data === undefined) return <Failed failure={found.error} retry={() => void found.refetch()} />;
  const interview = found.data;
  return interview.startedAt === null ? <NotHeld interview={interview} /> : <Newest interview={interview} />;
}

function NotHeld({ interview }: { interview: Interview }) {
  const isOver = interview.status === "cancelled" || interview.status === "no_show";
  const action = <Button component={Link} to="setup" variant="default">{messages.toPlan}</Button>;
  if (interview.status === "completed") {
    return <Message icon="calendar" title={messages.elsewhere} action={action}>{messages.elsewhereText}</Message>;
  }
  return (
    <Message icon={isOver ? "calendar" : "clock"} title={isOver ? messages.notHeld : messages.notYet} action={action}>
      {isOver ? (interview.cancelledReason ?? messages.notHeldText) : messages.notYetText}
    </Message>
  );
}

/** Finds the session: the one in the address, else the newest of this interview. */
function Newest({ interview }: { interview: Interview }) {
  const asked = useSearchParams()[0].get("session_id");
  const found = useAnalysis(interview.candidateId, asked, interview.id);
  if (found.isPending) return <Loading />;
  if (found.data === undefined) return <Failed failure={found.error} retry={() => void found.refetch()} />;
  if (found.data === null) return <NotHeld interview={interview} />;
  return <Loaded key={found.data.session_id} interview={interview} analysis={found.data} />;
}

function Loaded({ interview, analysis }: { interview: Interview; analysis: Schemas["AnalysisShown"] }) {
  const { session_id: id } = analysis;
  const session = useSession(id);
  const recording = useRecording(interview.candidateId, id);
  useLive(interview.id, interview.candidateId, id);
  if (session.isPending || recording.isPending) return <Loading />;
  if (session.data === undefined) return <Failed failure={session.error} retry={() => void session.refetch()} />;
  if (recording.data === undefined) return <Failed failure={recording.error} retry={() => void recording.refetch()} />;
  if (session.data.interview_id !== interview.id) return <Other interviewId={session.data.interview_id} />;
  return <Held report={{ interview, analysis, session: session.data, recording: recording.data }} />;
}

function Other({ interviewId }: { interviewId: string }) {
  const action = <Button component={Link} to={`/interviews/${interviewId}`} variant="default">{messages.toOther}</Button>;
  return <Message icon="repeat" title={messages.other} action={action}>{messages.otherText}</Message>;
}

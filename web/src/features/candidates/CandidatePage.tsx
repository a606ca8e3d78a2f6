import { Button, Text, Title } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link, useParams } from "react-router";

import { api, keys, Problem, type Schemas } from "@/api";
import { BackLink } from "@/ui/BackLink";
import { useMay } from "@/ui/Caller";
import { Facts } from "@/ui/Facts";
import { Icon } from "@/ui/Icon";
import { PageHeader } from "@/ui/PageHeader";
import row from "@/ui/Row.module.css";
import { Rows } from "@/ui/Rows";
import { Failed, Loading, Message } from "@/ui/States";
import { StatusBadge } from "@/ui/StatusBadge";
import { agoText, momentText } from "@/ui/time";
import { usePages } from "@/ui/usePages";

import { messages } from "./messages";

type Candidate = Schemas["CandidateDetail"];

/** One candidate and their interviews. */
export default function CandidatePage() {
  const id = Number(useParams()["candidateId"]);
  const found = useQuery({
    queryKey: keys.candidate(id),
    queryFn: ({ signal }) => api.get("/api/admin/candidates/{candidate_id}", { path: { candidate_id: id }, signal }),
    enabled: Number.isInteger(id) && id > 0,
  });
  const isMissing = !Number.isInteger(id) || (found.error instanceof Problem && found.error.status === 404);
  if (isMissing) {
    return <Message order={1} icon="search" title={messages.missing} action={<Button component={Link} to="/candidates">{messages.back}</Button>}>{messages.missingText}</Message>;
  }
  if (found.isPending) return <Loading />;
  if (found.data === undefined) return <Failed failure={found.error} retry={() => void found.refetch()} />;
  return <Person candidate={found.data} />;
}

function Person({ candidate }: { candidate: Candidate }) {
  const mayPlan = useMay("interviews:write");
  const schedule = mayPlan && (
    <Button component={Link} to={`/interviews/new?candidate=${String(candidate.id)}`} leftSection={<Icon name="calendar" />}>{messages.schedule}</Button>
  );
  const recording = candidate.interviewRecordingStatus;
  const outcome = candidate.interviewFinalStatus;
  return (
    <>
      <PageHeader title={candidate.name} above={<BackLink to="/candidates">{messages.back}</BackLink>} actions={schedule} />
      <div className="surface" style={{ padding: "1.4rem 1.5rem", marginBottom: "1.5rem" }}>
        <Facts
          facts={[
            [messages.facts.email, candidate.email ?? messages.noEmail],
            [messages.facts.added, momentText(candidate.createdAt)],
            [messages.facts.recording, recording ? (messages.recordingStatus[recording] ?? recording) : messages.nothingYet],
            [messages.facts.outcome, outcome ? (messages.finalStatus[outcome] ?? outcome) : messages.nothingYet],
            [messages.facts.id, candidate.id],
          ]}
        />
      </div>
      <Title order={2} size="h3" mb="xs">{messages.interviews}</Title>
      <Interviews candidateId={candidate.id} action={schedule} />
    </>
  );
}

function Interviews({ candidateId, action }: { candidateId: number; action: React.ReactNode }) {
  const found = usePages([...keys.interviews, "of", candidateId], (cursor, signal) =>
    api.get("/api/admin/interviews", { query: { cursor, candidateId, limit: 50 }, signal }),
  );
  return (
    <div className="surface">
      <Rows
        label={messages.interviews}
        pages={found}
        keyOf={(interview) => interview.id}
        rowHeight={69}
        empty={<Message icon="calendar" title={messages.noInterviews} action={action}>{messages.noInterviewsText}</Message>}
      >
        {(interview) => (
          <div className={row.row}>
            <div className={row.main}>
              <Link className={row.link} to={`/interviews/${interview.id}${interview.status === "scheduled" ? "/setup" : ""}`}>{interview.title}</Link>
              <Text component="span" size="sm" c="dimmed" truncate>
                {interview.scheduledAt ? momentText(interview.scheduledAt, interview.timezone) : agoText(interview.createdAt)}
              </Text>
            </div>
            <StatusBadge status={interview.status} />
            <Icon name="chevronRight" size={16} />
          </div>
        )}
      </Rows>
    </div>
  );
}

import { Alert, Button, Text, Title } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link, useParams } from "react-router";

import { api, keys, Problem, type Schemas } from "@/api";
import { BackLink } from "@/ui/BackLink";
import { useMay } from "@/ui/Caller";
import { Icon } from "@/ui/Icon";
import { PageHeader } from "@/ui/PageHeader";
import row from "@/ui/Row.module.css";
import { Rows } from "@/ui/Rows";
import { Failed, Loading, Message } from "@/ui/States";
import { StatusBadge } from "@/ui/StatusBadge";
import { agoText, momentText } from "@/ui/time";
import { usePages } from "@/ui/usePages";

import classes from "./CandidatePage.module.css";
import { messages } from "./messages";
import { HistoryPanel } from "./profile/HistoryPanel";
import { Manage, Restore } from "./profile/Manage";
import { profileMessages } from "./profile/messages";
import { ProfilePanel } from "./profile/ProfilePanel";
import { StatusMenu } from "./profile/StatusMenu";
import { ResumePanel } from "./resume/ResumePanel";
import { StageBadge } from "./StageBadge";

type Candidate = Schemas["CandidateDetail"];

/** One candidate: profile, resume, interviews and their way through the pipeline. */
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
  const mayWrite = useMay("candidates:write");
  const isArchived = candidate.archivedAt !== null;
  const schedule = mayPlan && !isArchived && (
    <Button component={Link} to={`/interviews/new?candidate=${String(candidate.id)}`} leftSection={<Icon name="calendar" />}>{messages.schedule}</Button>
  );
  const actions = (
    <>
      {mayWrite && !isArchived && <StatusMenu candidate={candidate} />}
      {schedule}
      {mayWrite && !isArchived && <Manage candidate={candidate} />}
      {mayWrite && isArchived && <Restore candidate={candidate} />}
    </>
  );
  return (
    <>
      <PageHeader title={candidate.name} above={<BackLink to="/candidates">{messages.back}</BackLink>} actions={actions}>
        <StageBadge stage={candidate.status} />
      </PageHeader>
      {isArchived && <Alert className={classes.archived ?? ""} color="gray" variant="light" icon={<Icon name="info" />}>{profileMessages.isArchived}</Alert>}
      <div className={classes.columns}>
        <div>
          <ProfilePanel candidate={candidate} />
          <ResumePanel candidate={candidate} />
        </div>
        <div>
          <section>
            <Title order={2} size="h3" mb="xs">{messages.interviews}</Title>
            <Interviews candidateId={candidate.id} action={schedule} />
          </section>
          <HistoryPanel candidateId={candidate.id} />
        </div>
      </div>
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

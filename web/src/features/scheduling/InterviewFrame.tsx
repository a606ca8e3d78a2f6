import { Button, Group, Text } from "@mantine/core";
import { Link, NavLink, Outlet } from "react-router";

import { Problem, type Schemas } from "@/api";
import { BackLink } from "@/ui/BackLink";
import { PageHeader } from "@/ui/PageHeader";
import { Failed, Loading, Message } from "@/ui/States";
import { StatusBadge } from "@/ui/StatusBadge";

import classes from "./InterviewFrame.module.css";
import { messages } from "./messages";
import { useInterview } from "./useInterview";

/** The head of one interview, above its review and above its plan. */
export default function InterviewFrame() {
  const found = useInterview();
  if (found.error instanceof Problem && found.error.status === 404) {
    return (
      <Message order={1} icon="search" title={messages.missing} action={<Button component={Link} to="/interviews">{messages.back}</Button>}>
        {messages.missingText}
      </Message>
    );
  }
  if (found.isPending) return <Loading />;
  if (found.data === undefined) return <Failed failure={found.error} retry={() => void found.refetch()} />;
  return <Framed interview={found.data} />;
}

function Framed({ interview }: { interview: Schemas["InterviewDetail"] }) {
  return (
    <>
      <PageHeader
        title={interview.title}
        above={<BackLink to="/interviews">{messages.back}</BackLink>}
        actions={<StatusBadge status={interview.status} />}
      >
        <Group gap={6}>
          <Link className={classes.candidate} to={`/candidates/${String(interview.candidateId)}`}>{interview.candidateName}</Link>
          {interview.position !== null && <Text component="span">· {interview.position}</Text>}
        </Group>
      </PageHeader>
      <nav aria-label={messages.tabs.label} className={classes.tabs}>
        <NavLink end to="." className={classes.tab ?? ""}>{messages.tabs.review}</NavLink>
        <NavLink to="setup" className={classes.tab ?? ""}>{messages.tabs.setup}</NavLink>
      </nav>
      <Outlet />
    </>
  );
}

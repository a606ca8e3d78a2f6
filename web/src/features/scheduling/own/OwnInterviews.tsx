import { Button, Group, Stack, Text, Title } from "@mantine/core";
import { useState } from "react";

import { api, type Schemas } from "@/api";
import { Rows } from "@/ui/Rows";
import { Message } from "@/ui/States";
import { StatusBadge } from "@/ui/StatusBadge";
import { agoText, momentText, ownZone } from "@/ui/time";
import { usePages } from "@/ui/usePages";

import { Decline, Move } from "./changes";
import { OWN_KEY } from "./keys";
import { ownMessages as words } from "./messages";
import classes from "./OwnInterviews.module.css";

type Own = Schemas["OwnInterview"];

/** A candidate's own interviews: when, where, with whom, and what can still be changed. */
export default function OwnInterviews() {
  const found = usePages(OWN_KEY, (cursor, signal) => api.get("/api/candidates/interviews", { query: { cursor, limit: 20 }, signal }));
  return (
    <section aria-labelledby="own-interviews">
      <Title order={2} id="own-interviews" mb="sm">{words.title}</Title>
      <div className="surface">
        <Rows
          label={words.title}
          pages={found}
          keyOf={(interview) => interview.id}
          rowHeight={150}
          empty={<Message icon="calendar" title={words.empty}>{words.emptyText}</Message>}
        >
          {(interview) => <One interview={interview} />}
        </Rows>
      </div>
    </section>
  );
}

function One({ interview }: { interview: Own }) {
  const told = [
    words.modes[interview.mode] ?? interview.mode,
    words.minutes(interview.durationMinutes),
    interview.interviewers.length ? words.with(interview.interviewers.join(", ")) : "",
    interview.location ?? "",
  ].filter(Boolean);
  const isAhead = interview.status === "scheduled" || interview.status === "in_progress";
  return (
    <article className={classes.one}>
      <Group justify="space-between" align="flex-start" wrap="nowrap" gap="sm">
        <div>
          <Title order={3} size="h3">{interview.title}</Title>
          <Text fw={540}>{timeOf(interview)}</Text>
        </div>
        <StatusBadge status={interview.status} />
      </Group>
      <Text size="sm" c="dimmed">{told.join(" · ")}</Text>
      {isAhead && interview.isAiInterview && <Text size="sm" c="dimmed">{words.avatar}</Text>}
      {isAhead && interview.codingExercise && <Text size="sm">{words.exercise} {interview.codingExercise.title}</Text>}
      {interview.cancelledReason !== null && <Text size="sm">{words.cancelled(interview.cancelledReason)}</Text>}
      {isAhead && <Ways interview={interview} />}
    </article>
  );
}

function timeOf(interview: Own): string {
  return interview.scheduledAt === null ? words.anyTime : words.zone(momentText(interview.scheduledAt), ownZone());
}

function Ways({ interview }: { interview: Own }) {
  const [now] = useState(() => Date.now());
  const opensLater = interview.opensAt !== null && Date.parse(interview.opensAt) > now;
  return (
    <Stack gap={6} mt="xs">
      <Group gap="xs">
        {interview.meetingUrl !== null && (
          <Button component="a" href={interview.meetingUrl} target="_blank" rel="noreferrer noopener" size="sm">{words.meeting}</Button>
        )}
        {interview.meetingUrl === null && interview.link !== null && (
          <Button component="a" href={interview.link} size="sm" variant={opensLater ? "default" : "filled"}>{words.join}</Button>
        )}
        {interview.canReschedule && <Move interview={interview} />}
        {interview.canDecline && <Decline interview={interview} />}
      </Group>
      {opensLater && <Text size="sm" c="dimmed">{words.opens(agoText(interview.opensAt))}</Text>}
    </Stack>
  );
}

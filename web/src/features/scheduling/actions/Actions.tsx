import { Button, Group, Stack } from "@mantine/core";
import { useState } from "react";
import { Link } from "react-router";

import { api, type Schemas } from "@/api";
import { useCaller, useMay } from "@/ui/Caller";
import { Confirm } from "@/ui/Confirm";
import { FailureNote } from "@/ui/FailureNote";

import { CancelInterview } from "../CancelInterview";
import { Complete } from "./Complete";
import { actionMessages as words } from "./messages";
import { Reschedule } from "./Reschedule";
import { useVerb } from "./useVerb";

type Interview = Schemas["InterviewDetail"];

/** Whether the person may conduct this interview: of those who do not schedule, the panel alone. */
function useConducts(interview: Interview): boolean {
  const caller = useCaller();
  const schedules = useMay("interviews:write");
  return useMay("interviews:conduct") && (schedules || interview.panel.some((person) => person.userId === caller.id));
}

/** What this person can do with the interview as it stands; nothing at all shows nothing. */
export function Actions({ interview }: { interview: Interview }) {
  const schedules = useMay("interviews:write");
  const conducts = useConducts(interview);
  const { status } = interview;
  const isMissed = status === "no_show";
  const [now] = useState(() => Date.now());
  const isOpen = interview.opensAt === null || Date.parse(interview.opensAt) <= now;
  const isDue = interview.scheduledAt === null || Date.parse(interview.scheduledAt) <= now;
  const shown = [
    conducts && isOpen && (status === "scheduled" || isMissed) && <Start key="start" interview={interview} />,
    conducts && status === "in_progress" && <Complete key="complete" interview={interview} />,
    conducts && status === "completed" && interview.assessedAt === null && <Complete key="assess" interview={interview} />,
    schedules && (status === "scheduled" || isMissed) && <Reschedule key="move" interview={interview} />,
    schedules && status === "scheduled" && <Button key="edit" component={Link} to="../edit" relative="path" variant="default">{words.edit}</Button>,
    conducts && status === "scheduled" && isDue && <NoShow key="no-show" interview={interview} />,
    schedules && (status === "scheduled" || status === "in_progress") && <CancelInterview key="cancel" interview={interview} />,
  ].filter(Boolean);
  if (shown.length === 0) return null;
  return (
    <section aria-label={words.title}>
      <Group gap="xs">{shown}</Group>
    </section>
  );
}

/** Begins it; before its time the server says when it opens. */
function Start({ interview }: { interview: Interview }) {
  const start = useVerb(
    () => api.post("/api/interviews/{interview_id}/start", {}, { path: { interview_id: interview.id } }),
    words.start.done,
  );
  return (
    <Stack gap="xs" w={start.error ? "100%" : undefined}>
      <div><Button loading={start.isPending} onClick={() => start.mutate(undefined)}>{words.start.action}</Button></div>
      <FailureNote failure={start.error} />
    </Stack>
  );
}

function NoShow({ interview }: { interview: Interview }) {
  const [asks, setAsks] = useState(false);
  const mark = useVerb(
    () => api.post("/api/admin/interviews/{interview_id}/no-show", null, { path: { interview_id: interview.id } }),
    words.noShow.done,
    () => setAsks(false),
  );
  return (
    <>
      <Button variant="default" onClick={() => setAsks(true)}>{words.noShow.open}</Button>
      <Confirm
        opened={asks}
        title={words.noShow.title}
        action={words.noShow.action}
        running={mark.isPending}
        failure={mark.error}
        onConfirm={() => mark.mutate(undefined)}
        onClose={() => setAsks(false)}
      >
        {words.noShow.text}
      </Confirm>
    </>
  );
}

import { Button, Group, Modal, NumberInput, SimpleGrid, Stack, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useState } from "react";

import { api, type Schemas } from "@/api";
import { FailureNote, fieldErrors } from "@/ui/FailureNote";
import { ZoneField } from "@/ui/ZoneField";

import { Override } from "../EditInterview";
import { ConflictNote, useConflicts } from "../form/Conflicts";
import { formMessages } from "../form/messages";
import { momentOf, reading } from "../form/zoned";
import { messages } from "../messages";
import { actionMessages } from "./messages";
import { useVerb } from "./useVerb";

const words = actionMessages.reschedule;
type Interview = Schemas["InterviewDetail"];

/** Gives an interview another time, or its first. */
export function Reschedule({ interview }: { interview: Interview }) {
  const [asks, setAsks] = useState(false);
  return (
    <>
      <Button variant="default" onClick={() => setAsks(true)}>{interview.scheduledAt === null ? words.first : words.open}</Button>
      <Modal opened={asks} onClose={() => setAsks(false)} title={words.title} size="lg" closeButtonProps={{ "aria-label": "Close" }}>
        <Form interview={interview} onDone={() => setAsks(false)} />
      </Modal>
    </>
  );
}

interface Values {
  scheduledAt: string;
  timezone: string;
  durationMinutes: number | string;
  reason: string;
}

function Form({ interview, onDone }: { interview: Interview; onDone: () => void }) {
  const [forces, setForces] = useState(false);
  const [overrides, setOverrides] = useState(false);
  const [isTried, setTried] = useState(false);
  const form = useForm<Values>({
    initialValues: {
      scheduledAt: reading(interview.scheduledAt, interview.timezone),
      timezone: interview.timezone,
      durationMinutes: interview.durationMinutes,
      reason: "",
    },
    validate: { scheduledAt: (value) => (value ? null : words.missing) },
  });
  const { scheduledAt, timezone, durationMinutes, reason } = form.values;
  const moment = momentOf(scheduledAt, timezone);
  const minutes = Number(durationMinutes) || interview.durationMinutes;
  const found = useConflicts({
    candidateId: null,
    panel: null,
    interviewId: interview.id,
    scheduledAt: moment,
    durationMinutes: minutes,
    bufferMinutes: interview.bufferMinutes,
  });
  const isBound = interview.status === "scheduled" && interview.scheduledAt !== null && !interview.canReschedule;
  const move = useVerb(
    () => {
      const told = { scheduledAt: moment, timezone, durationMinutes: minutes, reason: reason.trim() || null, force: forces, override: overrides };
      return api.post("/api/admin/interviews/{interview_id}/reschedule", told, { path: { interview_id: interview.id } });
    },
    words.done,
    onDone,
  );
  const submit = form.onSubmit(() => {
    setTried(true);
    const isBlocked = (found.conflicts.length > 0 && !forces) || (isBound && !overrides);
    if (!isBlocked) move.mutate(undefined, { onError: (failure) => form.setErrors(fieldErrors(failure)) });
  });
  return (
    <form noValidate onSubmit={submit}>
      <Stack>
        <SimpleGrid cols={{ base: 1, xs: 3 }}>
          <TextInput {...form.getInputProps("scheduledAt")} type="datetime-local" label={words.when} data-autofocus />
          <ZoneField {...form.getInputProps("timezone")} label={formMessages.zone} />
          <NumberInput {...form.getInputProps("durationMinutes")} label={messages.form.duration} min={5} max={480} step={5} />
        </SimpleGrid>
        <ConflictNote {...found} zone={timezone} forces={forces} isMissing={isTried} onForce={setForces} />
        {isBound && <Override checked={overrides} isMissing={isTried} onChange={setOverrides} />}
        <TextInput {...form.getInputProps("reason")} label={words.reason} maxLength={500} />
        <FailureNote failure={move.error} />
        <Group justify="flex-end"><Button type="submit" loading={move.isPending}>{words.action}</Button></Group>
      </Stack>
    </form>
  );
}

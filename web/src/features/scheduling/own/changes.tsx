import { Button, Group, Modal, Stack, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { notifications } from "@mantine/notifications";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";

import { api, Problem, type Schemas } from "@/api";
import { Confirm } from "@/ui/Confirm";
import { FailureNote, fieldErrors } from "@/ui/FailureNote";
import { localInput } from "@/ui/time";

import { OWN_KEY } from "./keys";
import { ownMessages as words } from "./messages";

interface Props {
  interview: Schemas["OwnInterview"];
}

function useOwnVerb<Told>(act: (told: Told) => Promise<unknown>, done: string, onDone: () => void) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: act,
    onSuccess: async () => {
      onDone();
      notifications.show({ message: done, color: "pine" });
      await queries.invalidateQueries({ queryKey: OWN_KEY });
    },
  });
}

/** Asks for another time, within the interview's rules. */
export function Move({ interview }: Props) {
  const [asks, setAsks] = useState(false);
  return (
    <>
      <Button size="sm" variant="default" onClick={() => setAsks(true)}>{words.move}</Button>
      <Modal opened={asks} onClose={() => setAsks(false)} title={words.moveTitle} closeButtonProps={{ "aria-label": "Close" }}>
        <MoveForm interview={interview} onDone={() => setAsks(false)} />
      </Modal>
    </>
  );
}

function MoveForm({ interview, onDone }: Props & { onDone: () => void }) {
  const form = useForm({
    initialValues: { scheduledAt: interview.scheduledAt === null ? "" : localInput(new Date(interview.scheduledAt)), reason: "" },
    validate: { scheduledAt: (value) => (value ? null : words.moveMissing) },
  });
  const move = useOwnVerb(
    ({ scheduledAt, reason }: typeof form.values) => {
      const told = { scheduledAt: new Date(scheduledAt).toISOString(), reason: reason.trim() || null };
      return api.post("/api/candidates/interviews/{interview_id}/reschedule", told, { path: { interview_id: interview.id } });
    },
    words.moved,
    onDone,
  );
  const isTaken = move.error instanceof Problem && move.error.code === "interview_conflict";
  return (
    <form noValidate onSubmit={form.onSubmit((values) => move.mutate(values, { onError: (failure) => form.setErrors(fieldErrors(failure)) }))}>
      <Stack>
        <TextInput {...form.getInputProps("scheduledAt")} type="datetime-local" label={words.moveWhen} data-autofocus />
        <TextInput {...form.getInputProps("reason")} label={words.moveReason} maxLength={500} />
        <FailureNote failure={isTaken ? new Error(words.notFree) : move.error} />
        <Group justify="flex-end"><Button type="submit" loading={move.isPending}>{words.moveAction}</Button></Group>
      </Stack>
    </form>
  );
}

/** Calls an own interview off, with a reason, after asking. */
export function Decline({ interview }: Props) {
  const [asks, setAsks] = useState(false);
  const [reason, setReason] = useState("");
  const [isMissing, setMissing] = useState(false);
  const decline = useOwnVerb(
    () => api.post("/api/candidates/interviews/{interview_id}/decline", { reason: reason.trim() }, { path: { interview_id: interview.id } }),
    words.declined,
    () => setAsks(false),
  );
  const confirm = () => {
    setMissing(!reason.trim());
    if (reason.trim()) decline.mutate(undefined);
  };
  return (
    <>
      <Button size="sm" variant="subtle" color="red" c="var(--mantine-color-error)" onClick={() => setAsks(true)}>{words.decline}</Button>
      <Confirm
        opened={asks}
        title={words.declineTitle}
        action={words.decline}
        running={decline.isPending}
        failure={decline.error}
        onConfirm={confirm}
        onClose={() => setAsks(false)}
      >
        <Stack gap="sm">
          <span>{words.declineText}</span>
          <TextInput
            label={words.declineReason}
            value={reason}
            maxLength={500}
            error={isMissing && !reason.trim() ? words.declineMissing : null}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
        </Stack>
      </Confirm>
    </>
  );
}

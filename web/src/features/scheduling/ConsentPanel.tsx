import { Button, Checkbox, Group, Modal, Stack, Text, Textarea, Title } from "@mantine/core";
import { useForm } from "@mantine/form";
import { notifications } from "@mantine/notifications";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";

import { api, keys, type Schemas } from "@/api";
import { Facts } from "@/ui/Facts";
import { FailureNote, fieldErrors } from "@/ui/FailureNote";
import { Failed } from "@/ui/States";

import { messages } from "./messages";
import classes from "./Setup.module.css";

type Consent = Schemas["ConsentDetail"];
const words = messages.consent;

function wordOf(isGranted: boolean | null): string {
  if (isGranted === null) return words.open;
  return isGranted ? words.yes : words.no;
}

/** What the candidate agreed to, and the way to write down what the organisation was told. */
export function ConsentPanel({ interviewId, mayWrite }: { interviewId: string; mayWrite: boolean }) {
  const [records, setRecords] = useState(false);
  const found = useQuery({
    queryKey: [...keys.interview(interviewId), "consent"],
    queryFn: ({ signal }) => api.get("/api/admin/interviews/{interview_id}/consent", { path: { interview_id: interviewId }, signal }),
  });
  return (
    <section className={`surface ${classes.panel ?? ""}`}>
      <Group justify="space-between" align="flex-start" gap="sm" mb="md">
        <div style={{ flex: "1 1 16rem" }}>
          <Title order={2} size="h3">{words.title}</Title>
          <Text size="sm" c="dimmed">{words.lead}</Text>
        </div>
        {mayWrite && found.data && <Button size="xs" variant="default" onClick={() => setRecords(true)}>{words.record}</Button>}
      </Group>
      {found.error && <Failed failure={found.error} retry={() => void found.refetch()} />}
      {found.data && <Facts facts={found.data.purposes.map((one) => [words.purposes[one.purpose] ?? one.purpose, wordOf(one.isGranted)])} />}
      <Modal opened={records} onClose={() => setRecords(false)} title={words.record} size="lg" closeButtonProps={{ "aria-label": "Close" }}>
        {found.data && <Form interviewId={interviewId} consent={found.data} onDone={() => setRecords(false)} />}
      </Modal>
    </section>
  );
}

function Form({ interviewId, consent, onDone }: { interviewId: string; consent: Consent; onDone: () => void }) {
  const queries = useQueryClient();
  const form = useForm({
    initialValues: { purposes: consent.purposes.filter((one) => one.isGranted).map((one) => one.purpose), evidence: "" },
    validate: {
      purposes: (value) => (value.length ? null : words.purposesMissing),
      evidence: (value) => (value.trim().length >= 3 ? null : words.evidenceShort),
    },
  });
  const record = useMutation({
    mutationFn: ({ purposes, evidence }: typeof form.values) => {
      const granted = Object.fromEntries(purposes.map((purpose) => [purpose, true]));
      const body = { purposes: granted, noticeVersion: consent.noticeVersion, evidence: evidence.trim() };
      return api.post("/api/admin/interviews/{interview_id}/consent", body, { path: { interview_id: interviewId } });
    },
    onSuccess: async () => {
      onDone();
      notifications.show({ message: words.done, color: "pine" });
      await queries.invalidateQueries({ queryKey: keys.interview(interviewId) });
    },
    onError: (failure) => form.setErrors(fieldErrors(failure)),
  });
  return (
    <form noValidate onSubmit={form.onSubmit((values) => record.mutate(values))}>
      <Stack>
        <Text size="sm">{words.notice(consent.noticeVersion)}</Text>
        {/* A part that scrolls must be reachable with the keyboard. */}
        {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
        <div className={classes.notice} tabIndex={0} role="region" aria-label={words.notice(consent.noticeVersion)}>{consent.noticeText}</div>
        <FailureNote failure={record.error} />
        <Checkbox.Group {...form.getInputProps("purposes")} label={words.yes}>
          <Stack gap="sm" mt="xs">
            {consent.purposes.map((one) => (
              <Checkbox key={one.purpose} value={one.purpose} label={words.purposes[one.purpose] ?? one.purpose} description={one.text} />
            ))}
          </Stack>
        </Checkbox.Group>
        <Textarea {...form.getInputProps("evidence")} label={words.evidence} description={words.evidenceHint} autosize minRows={2} maxLength={2000} />
        <Group justify="flex-end"><Button type="submit" loading={record.isPending}>{words.action}</Button></Group>
      </Stack>
    </form>
  );
}

import { Button, Group, Modal, Stack, Text } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";

import { api, keys, type Schemas } from "@/api";
import { useCaller } from "@/ui/Caller";
import { CopyField } from "@/ui/CopyField";
import { FailureNote, fieldErrors } from "@/ui/FailureNote";

import { blank, bodyOf, type Draft, rules } from "./draft";
import { LinkFields } from "./LinkFields";
import { messages } from "./messages";

const words = messages.form;

/** Makes a booking link; its address is shown once. */
export function NewBookingLink({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  return (
    <Modal opened={opened} onClose={onClose} title={words.title} size="lg" closeButtonProps={{ "aria-label": "Close" }}>
      <Content onClose={onClose} />
    </Modal>
  );
}

function Content({ onClose }: { onClose: () => void }) {
  const caller = useCaller();
  const queries = useQueryClient();
  const [now] = useState(Date.now);
  const form = useForm<Draft>({ initialValues: blank(caller.timezone, caller.id, now), validate: rules });
  const make = useMutation({
    mutationFn: (draft: Draft) => api.post("/api/calendar/booking-links", bodyOf(draft)),
    onSuccess: () => queries.invalidateQueries({ queryKey: keys.bookingLinks }),
    onError: (failure) => form.setErrors(fieldErrors(failure)),
  });
  if (make.data) return <Made made={make.data} onClose={onClose} />;
  return (
    <form noValidate onSubmit={form.onSubmit((draft) => make.mutate(draft))}>
      <Stack gap="sm">
        <LinkFields form={form} />
        <FailureNote failure={make.error} />
        <Group justify="flex-end"><Button type="submit" loading={make.isPending}>{words.action}</Button></Group>
      </Stack>
    </form>
  );
}

function Made({ made, onClose }: { made: Schemas["NewBookingLink"]; onClose: () => void }) {
  return (
    <Stack gap="sm" role="status">
      <Text fw={560}>{words.made}</Text>
      {made.isSent && <Text size="sm">{words.sent(made.candidateName)}</Text>}
      <CopyField label={words.link} value={made.link} description={words.once} />
      <Group justify="flex-end"><Button onClick={onClose}>{words.done}</Button></Group>
    </Stack>
  );
}

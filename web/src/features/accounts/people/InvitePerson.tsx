import { Button, Group, Modal, Stack, Text, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";

import { api, keys, type Schemas } from "@/api";
import { FailureNote, fieldErrors } from "@/ui/FailureNote";

import { InvitationLink } from "./InvitationLink";
import { messages } from "./messages";
import { RoleField } from "./RoleField";

type Made = Schemas["NewUserDetail"];

/** Invites somebody, then shows the link, which is not shown again: a click beside the window does not close it. */
export function InvitePerson({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const [made, setMade] = useState<Made | null>(null);
  const close = () => {
    onClose();
    setMade(null);
  };
  return (
    <Modal
      opened={opened}
      onClose={close}
      title={made ? messages.invitedTitle(made.name) : messages.invite}
      closeOnClickOutside={made === null}
      closeOnEscape={made === null}
      closeButtonProps={{ "aria-label": "Close" }}
    >
      {made?.invitation ? <InvitationLink made={made.invitation} onDone={close} /> : <Form onMade={setMade} />}
    </Modal>
  );
}

function Form({ onMade }: { onMade: (made: Made) => void }) {
  const queries = useQueryClient();
  const form = useForm({
    initialValues: { name: "", email: "", role: "interviewer" },
    validate: {
      name: (value) => (value.trim() ? null : messages.nameMissing),
      email: (value) => (/^\S+@\S+\.\S+$/.test(value.trim()) ? null : messages.emailWrong),
    },
  });
  const invite = useMutation({
    mutationFn: (values: typeof form.values) => api.post("/api/users", { ...values, email: values.email.trim() }),
    onSuccess: async (made) => {
      onMade(made);
      await queries.invalidateQueries({ queryKey: keys.users });
    },
    onError: (failure) => form.setErrors(fieldErrors(failure)),
  });
  return (
    <form noValidate onSubmit={form.onSubmit((values) => invite.mutate(values))}>
      <Stack>
        <Text size="sm" c="dimmed">{messages.inviteLead}</Text>
        <FailureNote failure={invite.error} />
        <TextInput {...form.getInputProps("name")} label={messages.name} autoComplete="off" data-autofocus />
        <TextInput {...form.getInputProps("email")} label={messages.email} type="email" autoComplete="off" />
        <RoleField {...form.getInputProps("role")} value={form.values.role} />
        <Group justify="flex-end"><Button type="submit" loading={invite.isPending}>{messages.action}</Button></Group>
      </Stack>
    </form>
  );
}

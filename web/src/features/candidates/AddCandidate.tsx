import { Button, Checkbox, Group, Modal, Stack, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { notifications } from "@mantine/notifications";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "react-router";

import { api, keys } from "@/api";
import { FailureNote, fieldErrors } from "@/ui/FailureNote";

import { messages } from "./messages";

/** Adds somebody to be interviewed, and goes to their page. */
export function AddCandidate({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  return (
    <Modal opened={opened} onClose={onClose} title={messages.add} closeButtonProps={{ "aria-label": "Close" }}>
      <Form />
    </Modal>
  );
}

function Form() {
  const queries = useQueryClient();
  const navigate = useNavigate();
  const form = useForm({
    initialValues: { name: "", email: "", inviteToPortal: false },
    validate: {
      name: (value) => (value.trim() ? null : messages.nameMissing),
      email: (value, { inviteToPortal }) => {
        if (!value.trim()) return inviteToPortal ? messages.emailMissing : null;
        return /^\S+@\S+\.\S+$/.test(value.trim()) ? null : messages.emailWrong;
      },
    },
  });
  const add = useMutation({
    mutationFn: ({ name, email, inviteToPortal }: typeof form.values) =>
      api.post("/api/admin/candidates", { name: name.trim(), email: email.trim() || null, inviteToPortal }),
    onSuccess: async (candidate, { inviteToPortal }) => {
      const told = inviteToPortal ? messages.addedAndInvited : messages.added;
      notifications.show({ message: told(candidate.name), color: "pine" });
      void queries.invalidateQueries({ queryKey: keys.candidates });
      await navigate(`/candidates/${String(candidate.id)}`);
    },
    onError: (failure) => form.setErrors(fieldErrors(failure)),
  });
  return (
    <form noValidate onSubmit={form.onSubmit((values) => add.mutate(values))}>
      <Stack>
        <FailureNote failure={add.error} />
        <TextInput {...form.getInputProps("name")} label={messages.name} autoComplete="off" data-autofocus />
        <TextInput {...form.getInputProps("email")} label={messages.email} description={messages.emailHint} type="email" autoComplete="off" />
        <Checkbox {...form.getInputProps("inviteToPortal", { type: "checkbox" })} label={messages.invite} description={messages.inviteHint} />
        <Group justify="flex-end"><Button type="submit" loading={add.isPending}>{messages.action}</Button></Group>
      </Stack>
    </form>
  );
}

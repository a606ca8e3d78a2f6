import { Button, Group, Modal, NativeSelect, Stack, Text, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { notifications } from "@mantine/notifications";
import { useMutation, useQueryClient } from "@tanstack/react-query";

import { api, keys } from "@/api";
import { FailureNote, fieldErrors } from "@/ui/FailureNote";

import { messages } from "./messages";
import { suggestedPassword } from "./passwords";

const words = messages.people;

interface Values {
  name: string;
  email: string;
  role: "interviewer" | "admin";
  password: string;
}

/** Adds somebody to the organisation. */
export function AddPerson({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  return (
    <Modal opened={opened} onClose={onClose} title={words.add} closeButtonProps={{ "aria-label": "Close" }}>
      <Form onDone={onClose} />
    </Modal>
  );
}

function Form({ onDone }: { onDone: () => void }) {
  const queries = useQueryClient();
  const form = useForm<Values>({
    initialValues: { name: "", email: "", role: "interviewer", password: "" },
    validate: {
      name: (value) => (value.trim() ? null : words.nameMissing),
      email: (value) => (/^\S+@\S+\.\S+$/.test(value.trim()) ? null : words.emailWrong),
      password: (value) => (value.length < 8 ? messages.account.password.short : null),
    },
  });
  const add = useMutation({
    mutationFn: (values: Values) => api.post("/api/users", values),
    onSuccess: async (user) => {
      onDone();
      notifications.show({ message: words.added(user.name), color: "pine" });
      await queries.invalidateQueries({ queryKey: keys.users });
    },
    onError: (failure) => form.setErrors(fieldErrors(failure)),
  });
  return (
    <form noValidate onSubmit={form.onSubmit((values) => add.mutate(values))}>
      <Stack>
        <Text size="sm" c="dimmed">{words.addLead}</Text>
        <FailureNote failure={add.error} />
        <TextInput {...form.getInputProps("name")} label={words.name} autoComplete="off" data-autofocus />
        <TextInput {...form.getInputProps("email")} label={words.email} type="email" autoComplete="off" />
        <NativeSelect
          {...form.getInputProps("role")}
          label={words.role}
          description={words.roleHints[form.values.role]}
          data={[
            { value: "interviewer", label: messages.roles["interviewer"] ?? "" },
            { value: "admin", label: messages.roles["admin"] ?? "" },
          ]}
        />
        <Group align="flex-end" gap="xs" wrap="nowrap">
          <TextInput {...form.getInputProps("password")} label={words.password} autoComplete="off" style={{ flex: 1 }} />
          <Button variant="default" onClick={() => form.setFieldValue("password", suggestedPassword())}>{words.suggest}</Button>
        </Group>
        <Group justify="flex-end"><Button type="submit" loading={add.isPending}>{words.action}</Button></Group>
      </Stack>
    </form>
  );
}

import { Button, Stack, Text, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useMutation } from "@tanstack/react-query";

import { api } from "@/api";
import { FailureNote } from "@/ui/FailureNote";

import { EntryPage, Way } from "./EntryPage";
import { messages } from "./messages";

const words = messages.forgot;

/** Asks for a link; whether somebody has the address is not told. */
export default function Forgot() {
  const ask = useMutation({
    mutationFn: (email: string) => api.post("/api/auth/password/forgot", { email }, { once: false, renew: false }),
  });
  const back = <Way to="/login">{messages.back}</Way>;
  if (ask.isSuccess) {
    return <EntryPage title={words.sent} foot={back}><Text role="status" mt="sm">{words.sentText(ask.variables)}</Text></EntryPage>;
  }
  return (
    <EntryPage title={words.title} lead={words.lead} foot={back}>
      <Form failure={ask.error} running={ask.isPending} onAsk={(email) => ask.mutate(email)} />
    </EntryPage>
  );
}

function Form({ failure, running, onAsk }: { failure: Error | null; running: boolean; onAsk: (email: string) => void }) {
  const form = useForm({
    mode: "uncontrolled",
    initialValues: { email: "" },
    validate: { email: (value) => (/^\S+@\S+\.\S+$/.test(value.trim()) ? null : messages.emailWrong) },
  });
  return (
    <form noValidate onSubmit={form.onSubmit(({ email }) => onAsk(email.trim()))}>
      <Stack>
        <FailureNote failure={failure} />
        <TextInput {...form.getInputProps("email")} label={messages.email} type="email" autoComplete="username" size="md" autoFocus />
        <Button type="submit" size="md" loading={running} fullWidth mt={4}>{words.action}</Button>
      </Stack>
    </form>
  );
}

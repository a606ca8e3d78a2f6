import { Button, Stack } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Link, useNavigate } from "react-router";

import { api, Problem } from "@/api";
import { dropPersonSocket } from "@/realtime/presence";
import { FailureNote, fieldErrors } from "@/ui/FailureNote";

import { DeadLink } from "./DeadLink";
import { EntryPage } from "./EntryPage";
import { messages } from "./messages";
import { NewPassword, passwordFault } from "./NewPassword";
import { useToken } from "./useToken";

const words = messages.reset;

/** Sets the password that somebody forgot, by the link they were sent. */
export default function Reset() {
  const token = useToken();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const reset = useMutation({
    mutationFn: (password: string) => api.post("/api/auth/password/reset", { token, password }, { once: false, renew: false }),
    onSuccess: async () => {
      dropPersonSocket();
      queries.clear();
      await navigate("/login", { replace: true, state: { hasNewPassword: true } });
    },
  });
  if (token === "" || (reset.error instanceof Problem && reset.error.code === "link_dead")) {
    const again = <Button component={Link} to="/forgot" variant="default">{messages.dead.again}</Button>;
    return <DeadLink text={messages.dead.reset} action={again} />;
  }
  return (
    <EntryPage title={words.title} lead={words.lead}>
      <Form failure={reset.error} running={reset.isPending} onReset={(password) => reset.mutate(password)} />
    </EntryPage>
  );
}

function Form({ failure, running, onReset }: { failure: Error | null; running: boolean; onReset: (password: string) => void }) {
  const form = useForm({ initialValues: { password: "" }, validate: { password: passwordFault } });
  const atField = fieldErrors(failure)["password"];
  const given = form.getInputProps("password");
  return (
    <form noValidate onSubmit={form.onSubmit(({ password }) => onReset(password))}>
      <Stack>
        <FailureNote failure={atField === undefined ? failure : null} />
        <NewPassword {...given} error={(given.error as string | undefined) ?? atField} autoFocus />
        <Button type="submit" size="md" loading={running} fullWidth mt={4}>{words.action}</Button>
      </Stack>
    </form>
  );
}

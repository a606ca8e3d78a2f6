import { Button, Stack, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useMutation, useQuery } from "@tanstack/react-query";

import { api, keys, Problem, type Schemas } from "@/api";
import { FailureNote, fieldErrors } from "@/ui/FailureNote";
import { Failed, Loading } from "@/ui/States";

import { messages as all } from "../messages";
import { DeadLink } from "./DeadLink";
import { EntryPage } from "./EntryPage";
import { messages } from "./messages";
import { NewPassword, passwordFault } from "./NewPassword";
import { useEntered } from "./useEntered";
import { useToken } from "./useToken";

const words = messages.join;

/** Takes an invitation: who invites to what, then a password of one's own. */
export default function Join() {
  const token = useToken();
  const found = useQuery({
    queryKey: keys.accountInvitation(token),
    queryFn: ({ signal }) => api.post("/api/auth/invitations/preview", { token }, { once: false, renew: false, signal }),
    enabled: token !== "",
    staleTime: Infinity,
  });
  if (token === "" || (found.error instanceof Problem && found.error.status < 500)) return <DeadLink text={messages.dead.join} />;
  if (found.isPending) return <Loading />;
  if (found.data === undefined) return <Failed failure={found.error} retry={() => void found.refetch()} />;
  return <Invited token={token} invited={found.data} />;
}

function Invited({ token, invited }: { token: string; invited: Schemas["Invited"] }) {
  const role = (all.roles[invited.role] ?? invited.role).toLowerCase();
  const lead = invited.invitedBy ? words.by(invited.invitedBy, role) : words.lead(role);
  return (
    <EntryPage title={words.title(invited.organisationName)} lead={lead}>
      <Form token={token} invited={invited} />
    </EntryPage>
  );
}

function Form({ token, invited }: { token: string; invited: Schemas["Invited"] }) {
  const entered = useEntered();
  const form = useForm({
    mode: "uncontrolled",
    initialValues: { name: invited.name, password: "" },
    validate: { name: (value) => (value.trim() ? null : messages.nameMissing), password: passwordFault },
  });
  const join = useMutation({
    mutationFn: (values: typeof form.values) =>
      api.post("/api/auth/invitations/accept", { ...values, token }, { once: false, renew: false }),
    onSuccess: entered,
    onError: (failure) => form.setErrors(fieldErrors(failure)),
  });
  return (
    <form noValidate onSubmit={form.onSubmit((values) => join.mutate(values))}>
      <Stack>
        <FailureNote failure={join.error} />
        <TextInput label={messages.email} value={invited.email} readOnly autoComplete="username" size="md" />
        <TextInput {...form.getInputProps("name")} label={words.name} autoComplete="name" size="md" />
        <NewPassword {...form.getInputProps("password")} autoFocus />
        <Button type="submit" size="md" loading={join.isPending} fullWidth mt={4}>{words.action}</Button>
      </Stack>
    </form>
  );
}

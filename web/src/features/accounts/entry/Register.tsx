import { Button, Stack, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useMutation, useQuery } from "@tanstack/react-query";
import { Navigate } from "react-router";

import { api, keys } from "@/api";
import { FailureNote, fieldErrors } from "@/ui/FailureNote";
import { Failed, Loading } from "@/ui/States";

import { EntryPage } from "./EntryPage";
import { messages } from "./messages";
import { NewPassword, passwordFault } from "./NewPassword";
import { useEntered } from "./useEntered";

const words = messages.register;

/** The first admin of a new installation; once there is one, this is the login page. */
export default function Register() {
  const setup = useQuery({ queryKey: keys.setup, queryFn: ({ signal }) => api.get("/api/auth/setup", { signal }) });
  if (setup.isPending) return <Loading />;
  if (setup.data === undefined) return <Failed failure={setup.error} retry={() => void setup.refetch()} />;
  if (!setup.data.isAdminMissing) return <Navigate to="/login" replace />;
  return <EntryPage title={words.title} lead={words.lead}><Form /></EntryPage>;
}

function Form() {
  const entered = useEntered();
  const form = useForm({
    mode: "uncontrolled",
    initialValues: { organisationName: "", name: "", email: "", password: "" },
    validate: {
      organisationName: (value) => (value.trim() ? null : words.organisationMissing),
      name: (value) => (value.trim() ? null : messages.nameMissing),
      email: (value) => (/^\S+@\S+\.\S+$/.test(value.trim()) ? null : messages.emailWrong),
      password: passwordFault,
    },
  });
  const register = useMutation({
    mutationFn: (values: typeof form.values) =>
      api.post("/api/auth/register-admin", { ...values, email: values.email.trim() }, { once: false, renew: false }),
    onSuccess: entered,
    onError: (failure) => form.setErrors(fieldErrors(failure)),
  });
  return (
    <form noValidate onSubmit={form.onSubmit((values) => register.mutate(values))}>
      <Stack>
        <FailureNote failure={register.error} />
        <TextInput {...form.getInputProps("organisationName")} label={words.organisation} autoComplete="organization" size="md" autoFocus />
        <TextInput {...form.getInputProps("name")} label={words.name} autoComplete="name" size="md" />
        <TextInput {...form.getInputProps("email")} label={messages.email} type="email" autoComplete="username" size="md" />
        <NewPassword {...form.getInputProps("password")} />
        <Button type="submit" size="md" loading={register.isPending} fullWidth mt={4}>{words.action}</Button>
      </Stack>
    </form>
  );
}

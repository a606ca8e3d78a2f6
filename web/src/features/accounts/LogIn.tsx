import { Alert, Anchor, Button, PasswordInput, Stack, Text, TextInput, Title } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useRef } from "react";
import { Link, Navigate, useLocation, useNavigate } from "react-router";

import { api, keys, Problem } from "@/api";
import { FailureNote } from "@/ui/FailureNote";
import { Icon } from "@/ui/Icon";
import { Logo } from "@/ui/Logo";

import classes from "./LogIn.module.css";
import { messages } from "./messages";

const words = messages.logIn;

/** The way in. It tells plainly what went wrong, and keeps nothing of what was typed. */
export default function LogIn() {
  const told = useLocation().state as { from?: string; hasNewPassword?: boolean } | null;
  const setup = useQuery({ queryKey: keys.setup, queryFn: ({ signal }) => api.get("/api/auth/setup", { signal, renew: false }) });
  const from = told?.from;
  if (setup.data?.isAdminMissing) return <Navigate to="/register" replace />;
  return (
    <div className={classes.page}>
      <title>{`${words.title} · TalentFlow Interview`}</title>
      <main className={classes.card}>
        <Logo size={34} />
        <Title order={1} mt={28}>{words.title}</Title>
        <Text c="dimmed" mb="lg">{words.lead}</Text>
        {from !== undefined && (
          <Alert mb="md" color="pine" icon={<Icon name="info" />} role="status">{words.ended}</Alert>
        )}
        {told?.hasNewPassword && (
          <Alert mb="md" color="pine" icon={<Icon name="check" />} role="status">{words.hasNewPassword}</Alert>
        )}
        <Form goTo={from ?? "/"} />
      </main>
      <Text size="sm" c="dimmed" ta="center" maw={380}>{words.candidate}</Text>
    </div>
  );
}

interface Values {
  email: string;
  password: string;
}

function Form({ goTo }: { goTo: string }) {
  const navigate = useNavigate();
  const queries = useQueryClient();
  const password = useRef<HTMLInputElement>(null);
  const form = useForm<Values>({
    mode: "uncontrolled",
    initialValues: { email: "", password: "" },
    validate: {
      email: (value) => (value.trim() ? null : words.emailMissing),
      password: (value) => (value ? null : words.passwordMissing),
    },
  });
  const logIn = useMutation({
    mutationFn: (values: Values) => api.post("/api/auth/login", values, { once: false, renew: false }),
    onSuccess: async () => {
      queries.clear();
      await navigate(goTo, { replace: true });
    },
    onError: () => password.current?.select(),
  });
  return (
    <form noValidate onSubmit={form.onSubmit((values) => logIn.mutate(values))}>
      <Stack>
        <FailureNote failure={explained(logIn.error)} />
        <TextInput {...form.getInputProps("email")} label={words.email} type="email" name="username" autoComplete="username" autoFocus size="md" />
        <PasswordInput
          {...form.getInputProps("password")}
          ref={password}
          label={words.password}
          name="password"
          autoComplete="current-password"
          size="md"
          visibilityToggleButtonProps={{ "aria-label": words.showPassword, tabIndex: 0 }}
        />
        <Button type="submit" size="md" loading={logIn.isPending} fullWidth mt={4}>{words.action}</Button>
        <Anchor component={Link} to="/forgot" size="sm" ta="center">{words.forgot}</Anchor>
      </Stack>
    </form>
  );
}

/** The refusal in words that help a person who only wants in. */
export function explained(failure: Error | null): Error | null {
  if (!(failure instanceof Problem)) return failure;
  if (failure.code === "wrong_credentials") return new Error(words.wrong);
  if (failure.status === 429) return new Error(words.tooMany(Math.ceil((failure.retryAfterSeconds ?? 60) / 60)));
  return failure;
}

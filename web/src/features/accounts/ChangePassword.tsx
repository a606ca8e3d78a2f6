import { Button, Group, PasswordInput, Stack } from "@mantine/core";
import { useForm } from "@mantine/form";
import { notifications } from "@mantine/notifications";
import { useMutation } from "@tanstack/react-query";

import { api, Problem } from "@/api";
import { FailureNote } from "@/ui/FailureNote";

import { messages } from "./messages";

const words = messages.account.password;
const SHORTEST = 8;
const show = { "aria-label": messages.logIn.showPassword, tabIndex: 0 };

interface Values {
  current: string;
  next: string;
  again: string;
}

/** A new password, which ends every other login. */
export function ChangePassword({ email }: { email: string }) {
  const form = useForm<Values>({
    mode: "uncontrolled",
    initialValues: { current: "", next: "", again: "" },
    validate: {
      current: (value) => (value ? null : words.missing),
      next: (value) => (value.length < SHORTEST ? words.short : null),
      again: (value, all) => (value === all.next ? null : words.differs),
    },
  });
  const change = useMutation({
    mutationFn: ({ current, next }: Values) =>
      api.post("/api/auth/password", { currentPassword: current, newPassword: next }, { once: false }),
    onSuccess: () => {
      form.reset();
      notifications.show({ message: words.done, color: "pine" });
    },
    onError: (failure) => {
      if (!(failure instanceof Problem)) return;
      if (failure.code === "wrong_password") form.setFieldError("current", words.wrong);
      if (failure.fields["newPassword"]) form.setFieldError("next", failure.fields["newPassword"]);
    },
  });
  const isAtField = change.error instanceof Problem && (change.error.code === "wrong_password" || change.error.status === 422);
  return (
    <form noValidate onSubmit={form.onSubmit((values) => change.mutate(values))}>
      <Stack maw={380}>
        <FailureNote failure={isAtField ? null : change.error} />
        <input type="text" name="username" autoComplete="username" value={email} readOnly hidden />
        <PasswordInput {...form.getInputProps("current")} label={words.current} autoComplete="current-password" visibilityToggleButtonProps={show} />
        <PasswordInput {...form.getInputProps("next")} label={words.next} description={words.rule} autoComplete="new-password" visibilityToggleButtonProps={show} />
        <PasswordInput {...form.getInputProps("again")} label={words.again} autoComplete="new-password" visibilityToggleButtonProps={show} />
        <Group><Button type="submit" loading={change.isPending}>{words.action}</Button></Group>
      </Stack>
    </form>
  );
}

import { Button, Group, Stack, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { notifications } from "@mantine/notifications";
import { useMutation, useQueryClient } from "@tanstack/react-query";

import { api, keys } from "@/api";
import { useCaller } from "@/ui/Caller";
import { FailureNote, fieldErrors } from "@/ui/FailureNote";
import { browserZone, ZoneField } from "@/ui/ZoneField";

import { messages } from "./messages";

const words = messages.account.profile;

/** What people may change about themselves. */
export function Profile() {
  const caller = useCaller();
  const queries = useQueryClient();
  const form = useForm({
    initialValues: { name: caller.name, timezone: caller.timezone },
    validate: { name: (value) => (value.trim() ? null : words.nameMissing) },
  });
  const save = useMutation({
    mutationFn: (values: typeof form.values) => api.patch("/api/auth/me", values),
    onSuccess: async (saved) => {
      form.resetDirty({ name: saved.name, timezone: saved.timezone });
      notifications.show({ message: words.done, color: "pine" });
      await Promise.all([keys.me, keys.users].map((queryKey) => queries.invalidateQueries({ queryKey })));
    },
    onError: (failure) => form.setErrors(fieldErrors(failure)),
  });
  const here = browserZone();
  return (
    <form noValidate onSubmit={form.onSubmit((values) => save.mutate(values))}>
      <Stack maw={380}>
        <FailureNote failure={save.error} />
        <TextInput {...form.getInputProps("name")} label={words.name} autoComplete="name" />
        <ZoneField {...form.getInputProps("timezone")} label={words.timezone} description={words.timezoneHint} />
        <Group>
          <Button type="submit" loading={save.isPending} disabled={!form.isDirty()}>{words.action}</Button>
          {here !== form.values.timezone && (
            <Button variant="subtle" size="compact-sm" onClick={() => form.setFieldValue("timezone", here)}>{words.browser(here)}</Button>
          )}
        </Group>
      </Stack>
    </form>
  );
}

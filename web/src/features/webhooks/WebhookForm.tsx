import { Button, Group, Stack, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useMutation, useQueryClient } from "@tanstack/react-query";

import { keys } from "@/api";
import { FailureNote, fieldErrors } from "@/ui/FailureNote";

import { EventPicker } from "./EventPicker";
import type { EventName } from "./events";
import { messages } from "./messages";

const words = messages.form;

export interface Fields {
  url: string;
  description: string;
  events: EventName[];
}

interface Props<Saved> {
  initial: Fields;
  action: string;
  save: (fields: Fields) => Promise<Saved>;
  onSaved: (saved: Saved) => void;
}

/** Address, purpose and events of a webhook, new or changed. */
export function WebhookForm<Saved>({ initial, action, save, onSaved }: Props<Saved>) {
  const queries = useQueryClient();
  const form = useForm({
    initialValues: initial,
    validate: {
      url: (value) => (value.trim() ? null : words.urlMissing),
      events: (value) => (value.length ? null : words.eventsMissing),
    },
  });
  const saving = useMutation({
    mutationFn: (fields: Fields) => save({ ...fields, url: fields.url.trim(), description: fields.description.trim() }),
    onSuccess: async (saved) => {
      onSaved(saved);
      await queries.invalidateQueries({ queryKey: keys.webhooks });
    },
    onError: (failure) => form.setErrors(fieldErrors(failure)),
  });
  const atFields = Object.keys(fieldErrors(saving.error)).length > 0;
  return (
    <form noValidate onSubmit={form.onSubmit((fields) => saving.mutate(fields))}>
      <Stack>
        <FailureNote failure={atFields ? null : saving.error} />
        <TextInput
          {...form.getInputProps("url")}
          label={words.url}
          description={words.urlHint}
          type="url"
          placeholder="https://"
          autoComplete="off"
          maxLength={2000}
          data-autofocus
        />
        <TextInput
          {...form.getInputProps("description")}
          label={words.description}
          placeholder={words.descriptionPlaceholder}
          autoComplete="off"
          maxLength={200}
        />
        <EventPicker
          value={form.values.events}
          onChange={(events) => form.setFieldValue("events", events)}
          error={form.errors["events"]}
        />
        <Group justify="flex-end"><Button type="submit" loading={saving.isPending}>{action}</Button></Group>
      </Stack>
    </form>
  );
}

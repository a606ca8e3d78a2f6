import { Button, Checkbox, Group, Modal, NativeSelect, Stack, Text, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";

import { api, keys, type Schemas } from "@/api";
import { useCaller } from "@/ui/Caller";
import { CopyField } from "@/ui/CopyField";
import { FailureNote, fieldErrors } from "@/ui/FailureNote";

import { messages } from "./messages";
import classes from "./NewKey.module.css";
import { scopeWords } from "./scopes";

type Made = Schemas["NewApiKey"];
const words = messages.keys;
const NEVER = "never";

/** Makes a key, then shows its secret, which is not shown again: a click beside the window does not close it. */
export function NewKey({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const [made, setMade] = useState<Made | null>(null);
  const close = () => {
    onClose();
    setMade(null);
  };
  return (
    <Modal
      opened={opened}
      onClose={close}
      size="lg"
      title={made ? words.secretTitle : words.add}
      closeOnClickOutside={made === null}
      closeOnEscape={made === null}
      closeButtonProps={{ "aria-label": "Close" }}
    >
      {made ? <Secret made={made} onDone={close} /> : <Form onMade={setMade} />}
    </Modal>
  );
}

function Secret({ made, onDone }: { made: Made; onDone: () => void }) {
  return (
    <Stack>
      <Text>{words.secretLead}</Text>
      <CopyField label={words.secret} value={made.secret} />
      <CopyField label={words.id} value={made.id} />
      <CopyField label={words.bearer} value={`${made.id}.${made.secret}`} />
      <Group justify="flex-end"><Button onClick={onDone}>{words.done}</Button></Group>
    </Stack>
  );
}

function expiry(days: string): string | null {
  return days === NEVER ? null : new Date(Date.now() + Number(days) * 24 * 3600 * 1000).toISOString();
}

function Form({ onMade }: { onMade: (made: Made) => void }) {
  const queries = useQueryClient();
  const mine = useCaller().scopes;
  const form = useForm({
    initialValues: { name: "", scopes: ["analysis:read"] as string[], days: "90" },
    validate: {
      name: (value) => (value.trim() ? null : words.nameMissing),
      scopes: (value) => (value.length ? null : words.scopesMissing),
    },
  });
  const make = useMutation({
    mutationFn: ({ name, scopes, days }: typeof form.values) =>
      api.post("/api/api-keys", { name, scopes, expiresAt: expiry(days) }),
    onSuccess: async (made) => {
      onMade(made);
      await queries.invalidateQueries({ queryKey: keys.apiKeys });
    },
    onError: (failure) => form.setErrors(fieldErrors(failure)),
  });
  return (
    <form noValidate onSubmit={form.onSubmit((values) => make.mutate(values))}>
      <Stack>
        <FailureNote failure={make.error} />
        <TextInput {...form.getInputProps("name")} label={words.name} placeholder={words.namePlaceholder} data-autofocus />
        <Checkbox.Group {...form.getInputProps("scopes")} label={words.scopes}>
          <div className={classes.scopes}>
            {mine.map((scope) => (
              <Checkbox key={scope} value={scope} label={scopeWords[scope] ?? scope} description={scope} />
            ))}
          </div>
        </Checkbox.Group>
        <NativeSelect
          {...form.getInputProps("days")}
          label={words.expires}
          maw={220}
          data={["30", "90", "365", NEVER].map((value) => ({ value, label: words.days[value] ?? value }))}
        />
        <Group justify="flex-end"><Button type="submit" loading={make.isPending}>{words.action}</Button></Group>
      </Stack>
    </form>
  );
}

import { ActionIcon, Button, Group, Modal, NumberInput, Stack, Text, Textarea, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useState } from "react";

import { api, type Schemas } from "@/api";
import { FailureNote, fieldErrors } from "@/ui/FailureNote";
import { Icon } from "@/ui/Icon";

import { actionMessages } from "./messages";
import { useVerb } from "./useVerb";

const words = actionMessages.complete;
type Interview = Schemas["InterviewDetail"];

interface Area {
  key: number;
  name: string;
  remark: string;
}

/** Ends an interview with a score and a remark for each area; one that has ended already is assessed alone. */
export function Complete({ interview }: { interview: Interview }) {
  const [asks, setAsks] = useState(false);
  const isOver = interview.status === "completed";
  return (
    <>
      <Button variant={isOver ? "default" : "filled"} onClick={() => setAsks(true)}>{isOver ? words.assess : words.open}</Button>
      <Modal opened={asks} onClose={() => setAsks(false)} title={words.title} size="lg" closeButtonProps={{ "aria-label": "Close" }}>
        <Form interview={interview} onDone={() => setAsks(false)} />
      </Modal>
    </>
  );
}

function feedbackOf(areas: readonly Area[]): Record<string, string> {
  const told = areas.filter((area) => area.name.trim() && area.remark.trim());
  return Object.fromEntries(told.map((area) => [area.name.trim(), area.remark.trim()]));
}

function Form({ interview, onDone }: { interview: Interview; onDone: () => void }) {
  const isOver = interview.status === "completed";
  const [areas, setAreas] = useState<Area[]>(() => words.areas.map((name, key) => ({ key, name, remark: "" })));
  const form = useForm<{ score: number | string; notes: string }>({
    initialValues: { score: "", notes: interview.notes ?? "" },
    validate: { score: (value) => (value === "" || (Number(value) >= 0 && Number(value) <= 100) ? null : words.scoreWrong) },
  });
  const change = (key: number, told: Partial<Area>) => setAreas((all) => all.map((one) => (one.key === key ? { ...one, ...told } : one)));
  const complete = useVerb(
    ({ score, notes }: typeof form.values) => {
      const told = { score: score === "" ? null : Number(score), feedback: feedbackOf(areas), notes: notes.trim() || null };
      return api.post("/api/interviews/{interview_id}/end", told, { path: { interview_id: interview.id } });
    },
    isOver ? words.recorded : words.done,
    onDone,
  );
  const submit = form.onSubmit((values) => complete.mutate(values, { onError: (failure) => form.setErrors(fieldErrors(failure)) }));
  return (
    <form noValidate onSubmit={submit}>
      <Stack>
        <Text size="sm" c="dimmed">{words.lead}</Text>
        <NumberInput {...form.getInputProps("score")} label={words.score} min={0} max={100} clampBehavior="none" maw={220} data-autofocus />
        {areas.map((area) => (
          <AreaFields key={area.key} area={area} onChange={(told) => change(area.key, told)} onRemove={() => setAreas((all) => all.filter((one) => one.key !== area.key))} />
        ))}
        <Group>
          <Button size="xs" variant="default" leftSection={<Icon name="add" size={16} />} onClick={() => setAreas((all) => [...all, { key: Date.now(), name: "", remark: "" }])}>
            {words.add}
          </Button>
        </Group>
        <Textarea {...form.getInputProps("notes")} label={words.notes} autosize minRows={2} maxLength={20_000} />
        <FailureNote failure={complete.error} />
        <Group justify="flex-end"><Button type="submit" loading={complete.isPending}>{isOver ? words.record : words.action}</Button></Group>
      </Stack>
    </form>
  );
}

function AreaFields({ area, onChange, onRemove }: { area: Area; onChange: (told: Partial<Area>) => void; onRemove: () => void }) {
  return (
    <Group align="flex-end" wrap="nowrap" gap="xs">
      <Stack gap={6} style={{ flex: 1 }}>
        <TextInput label={words.area} value={area.name} maxLength={100} onChange={(event) => onChange({ name: event.currentTarget.value })} />
        <Textarea
          label={`${words.remark}${area.name ? `: ${area.name}` : ""}`}
          value={area.remark}
          autosize
          minRows={2}
          maxLength={10_000}
          onChange={(event) => onChange({ remark: event.currentTarget.value })}
        />
      </Stack>
      <ActionIcon variant="subtle" color="gray" size="lg" aria-label={words.remove(area.name)} onClick={onRemove}>
        <Icon name="trash" size={16} />
      </ActionIcon>
    </Group>
  );
}

import { Button, Group, Modal, Stack, TagsInput, Textarea, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { notifications } from "@mantine/notifications";
import { useMutation, useQueryClient } from "@tanstack/react-query";

import { api, keys, type Schemas } from "@/api";
import { FailureNote, fieldErrors } from "@/ui/FailureNote";

import { messages } from "./messages";

type Position = Schemas["PositionDetail"];
const words = messages.form;

interface Props {
  /** What is shown: one position, a new one, or nothing. */
  position: Position | "new" | null;
  mayWrite: boolean;
  onClose: () => void;
}

/** Opens a position, or shows and changes one. */
export function PositionForm({ position, mayWrite, onClose }: Props) {
  const title = position === "new" ? words.create : mayWrite ? words.change : (position?.title ?? "");
  return (
    <Modal opened={position !== null} onClose={onClose} title={title} closeButtonProps={{ "aria-label": "Close" }}>
      {position !== null && <Form position={position === "new" ? null : position} mayWrite={mayWrite} onDone={onClose} />}
    </Modal>
  );
}

function Form({ position, mayWrite, onDone }: { position: Position | null; mayWrite: boolean; onDone: () => void }) {
  const queries = useQueryClient();
  const form = useForm({
    initialValues: {
      title: position?.title ?? "",
      location: position?.location ?? "",
      description: position?.description ?? "",
      skills: position?.skills ?? [],
    },
    validate: { title: (value) => (value.trim() ? null : words.titleMissing) },
  });
  const done = async (message: string) => {
    await queries.invalidateQueries({ queryKey: keys.positions });
    notifications.show({ message, color: "pine" });
    onDone();
  };
  const save = useMutation({
    mutationFn: ({ title, location, description, skills }: typeof form.values) => {
      const body = { title: title.trim(), location: location.trim() || null, description: description.trim() || null, skills };
      return position
        ? api.patch("/api/admin/positions/{position_id}", body, { path: { position_id: position.id } })
        : api.post("/api/admin/positions", body);
    },
    onSuccess: () => done(words.saved),
    onError: (failure) => form.setErrors(fieldErrors(failure)),
  });
  const move = useMutation({
    mutationFn: (held: Position) => {
      const options = { path: { position_id: held.id } };
      return held.status === "open"
        ? api.post("/api/admin/positions/{position_id}/close", null, options)
        : api.post("/api/admin/positions/{position_id}/reopen", null, options);
    },
    onSuccess: (moved) => done(moved.status === "open" ? words.reopened : words.closed),
  });
  return (
    <form noValidate onSubmit={form.onSubmit((values) => save.mutate(values))}>
      <Stack>
        <FailureNote failure={save.error ?? move.error} />
        <TextInput {...form.getInputProps("title")} label={words.title} maxLength={200} readOnly={!mayWrite} autoComplete="off" data-autofocus />
        <TextInput {...form.getInputProps("location")} label={words.location} maxLength={200} readOnly={!mayWrite} />
        <TagsInput {...form.getInputProps("skills")} label={words.skills} placeholder={form.values.skills.length ? "" : words.skillsHint} readOnly={!mayWrite} maxTags={50} acceptValueOnBlur />
        <Textarea {...form.getInputProps("description")} label={words.description} autosize minRows={3} maxRows={12} readOnly={!mayWrite} />
        {mayWrite && (
          <Group justify="space-between">
            {position ? <Button variant="default" loading={move.isPending} onClick={() => move.mutate(position)}>{position.status === "open" ? words.close : words.reopen}</Button> : <span />}
            <Button type="submit" loading={save.isPending}>{position ? words.save : words.create}</Button>
          </Group>
        )}
      </Stack>
    </form>
  );
}

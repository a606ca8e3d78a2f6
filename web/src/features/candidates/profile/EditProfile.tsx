import { Button, Group, Modal, NumberInput, SimpleGrid, Stack, Textarea, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { notifications } from "@mantine/notifications";
import { useMutation, useQueryClient } from "@tanstack/react-query";

import { api, keys, Problem, type Schemas } from "@/api";
import { FailureNote, fieldErrors } from "@/ui/FailureNote";
import { ZoneField } from "@/ui/ZoneField";

import { changeOf, draftOf } from "./draft";
import { LabelsInput } from "./LabelsInput";
import { profileMessages as words } from "./messages";

type Candidate = Schemas["CandidateDetail"];

/** Everything that is told of a candidate, in one form; another's change meanwhile is not overwritten. */
export function EditProfile({ candidate, onClose }: { candidate: Candidate; onClose: () => void }) {
  const queries = useQueryClient();
  const form = useForm({
    initialValues: draftOf(candidate),
    validate: {
      name: (value) => (value.trim() ? null : words.nameMissing),
      email: (value) => (!value.trim() || /^\S+@\S+\.\S+$/.test(value.trim()) ? null : words.emailWrong),
    },
  });
  const save = useMutation({
    mutationFn: (values: typeof form.values) =>
      api.patch("/api/admin/candidates/{candidate_id}", changeOf(values), {
        path: { candidate_id: candidate.id },
        headers: { "If-Match": `"${String(candidate.version)}"` },
      }),
    onSuccess: () => {
      notifications.show({ message: words.saved, color: "pine" });
      void queries.invalidateQueries({ queryKey: keys.candidates });
      onClose();
    },
    onError: (failure) => form.setErrors(fieldErrors(failure)),
  });
  const isOld = save.error instanceof Problem && save.error.status === 412;
  return (
    <Modal opened onClose={onClose} size="lg" title={words.editTitle} closeButtonProps={{ "aria-label": "Close" }}>
      <form noValidate onSubmit={form.onSubmit((values) => save.mutate(values))}>
        <Stack gap="sm">
          <FailureNote failure={isOld ? new Error(words.changed) : save.error} />
          <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="sm">
            <TextInput {...form.getInputProps("name")} label={words.name} maxLength={200} data-autofocus />
            <TextInput {...form.getInputProps("email")} label={words.email} type="email" />
            <TextInput {...form.getInputProps("phone")} label={words.phone} type="tel" maxLength={40} />
            <TextInput {...form.getInputProps("location")} label={words.location} maxLength={200} />
            <ZoneField {...form.getInputProps("timezone")} label={words.timezone} placeholder={words.noZone} clearable />
            <NumberInput
              {...form.getInputProps("experienceYears")}
              onChange={(value) => form.setFieldValue("experienceYears", String(value))}
              label={words.experience}
              min={0}
              max={80}
            />
          </SimpleGrid>
          <TextInput {...form.getInputProps("headline")} label={words.headline} description={words.headlineHint} maxLength={200} />
          <LabelsInput {...form.getInputProps("skills")} kind="skills" label={words.skills} description={words.labelHint} />
          <LabelsInput {...form.getInputProps("tags")} kind="tags" label={words.tags} description={words.labelHint} />
          <Textarea {...form.getInputProps("summary")} label={words.summary} autosize minRows={3} maxRows={10} maxLength={10_000} />
          <TextInput {...form.getInputProps("source")} label={words.source} maxLength={100} />
          <Group justify="flex-end"><Button type="submit" loading={save.isPending}>{words.save}</Button></Group>
        </Stack>
      </form>
    </Modal>
  );
}

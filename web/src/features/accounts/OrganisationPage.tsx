import { Button, Group, Stack, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { notifications } from "@mantine/notifications";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";

import { api, keys, type Schemas } from "@/api";
import { FailureNote, fieldErrors } from "@/ui/FailureNote";
import { PageHeader } from "@/ui/PageHeader";
import { Failed, Loading } from "@/ui/States";
import { ZoneField } from "@/ui/ZoneField";

import { messages } from "./messages";

const words = messages.organisation;

/** The organisation's name and the zone its people begin with. */
export default function OrganisationPage() {
  const found = useQuery({ queryKey: keys.organisation, queryFn: ({ signal }) => api.get("/api/organisation", { signal }) });
  return (
    <Stack maw={620} gap={0}>
      <PageHeader title={words.title}>{words.lead}</PageHeader>
      {found.isPending && <Loading />}
      {found.isError && found.data === undefined && <Failed failure={found.error} retry={() => void found.refetch()} />}
      {found.data && <Form organisation={found.data} />}
    </Stack>
  );
}

function Form({ organisation }: { organisation: Schemas["OrganisationDetail"] }) {
  const queries = useQueryClient();
  const form = useForm({
    initialValues: { name: organisation.name, timezone: organisation.timezone },
    validate: { name: (value) => (value.trim() ? null : words.nameMissing) },
  });
  const save = useMutation({
    mutationFn: (values: typeof form.values) => api.patch("/api/organisation", values),
    onSuccess: async (saved) => {
      form.resetDirty({ name: saved.name, timezone: saved.timezone });
      notifications.show({ message: words.done, color: "pine" });
      await Promise.all([keys.organisation, keys.me].map((queryKey) => queries.invalidateQueries({ queryKey })));
    },
    onError: (failure) => form.setErrors(fieldErrors(failure)),
  });
  return (
    <form noValidate className="surface" style={{ padding: "1.4rem 1.5rem" }} onSubmit={form.onSubmit((values) => save.mutate(values))}>
      <Stack>
        <FailureNote failure={save.error} />
        <TextInput {...form.getInputProps("name")} label={words.name} autoComplete="organization" />
        <ZoneField {...form.getInputProps("timezone")} label={words.timezone} description={words.timezoneHint} />
        <Group><Button type="submit" loading={save.isPending} disabled={!form.isDirty()}>{words.action}</Button></Group>
      </Stack>
    </form>
  );
}

import { Button, Group, SimpleGrid, Stack, TagsInput, Text, TextInput, Title } from "@mantine/core";
import { useForm } from "@mantine/form";
import { notifications } from "@mantine/notifications";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type { ReactNode } from "react";

import { api, Problem, type Schemas } from "@/api";
import { FailureNote, fieldErrors } from "@/ui/FailureNote";
import { PageHeader } from "@/ui/PageHeader";
import { Failed, Loading, Message } from "@/ui/States";
import { ZoneField } from "@/ui/ZoneField";

import classes from "../CandidatePage.module.css";
import { profileMessages as fields } from "../profile/messages";
import { resumeMessages } from "../resume/messages";
import { refreshOf, ResumeView, UploadResume } from "../resume/ResumeView";
import { ownMessages as words } from "./messages";

const KEY = ["candidate-me"];
const RESUME_KEY = [...KEY, "resume"];
const ADDRESS = "/api/candidates/me/resume";

/** What a candidate sees of themselves: interviews as they are given, profile and resume. */
export function Me({ children }: { children: ReactNode }) {
  const found = useQuery({ queryKey: KEY, queryFn: ({ signal }) => api.get("/api/candidates/me", { signal }) });
  if (found.isPending) return <Loading />;
  if (found.error instanceof Problem && found.error.status === 404) {
    return <Message order={1} icon="info" title={words.missing}>{words.missingText}</Message>;
  }
  if (found.data === undefined) return <Failed failure={found.error} retry={() => void found.refetch()} />;
  return (
    <>
      <PageHeader title={words.title}>{words.lead(found.data.organisationName)}</PageHeader>
      <Stack gap="xl">
        {children}
        <Profile me={found.data} />
        <Resume me={found.data} />
      </Stack>
    </>
  );
}

function Profile({ me }: { me: Schemas["Me"] }) {
  const queries = useQueryClient();
  const { profile } = me;
  const form = useForm({
    initialValues: {
      name: me.name,
      phone: profile.phone ?? "",
      headline: profile.headline ?? "",
      location: profile.location ?? "",
      timezone: profile.timezone ?? "",
      skills: profile.skills,
    },
    validate: { name: (value) => (value.trim() ? null : fields.nameMissing) },
  });
  const save = useMutation({
    mutationFn: (values: typeof form.values) =>
      api.put("/api/candidates/me", { ...values, name: values.name.trim(), timezone: values.timezone || null }),
    onSuccess: (told) => {
      queries.setQueryData(KEY, told);
      notifications.show({ message: words.saved, color: "pine" });
    },
    onError: (failure) => form.setErrors(fieldErrors(failure)),
  });
  return (
    <section className={`surface ${classes.panel ?? ""}`} aria-labelledby="own-profile">
      <Title order={2} size="h3" id="own-profile" mb="sm">{words.profile}</Title>
      <form noValidate onSubmit={form.onSubmit((values) => save.mutate(values))}>
        <Stack gap="sm">
          <FailureNote failure={save.error} />
          <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="sm">
            <TextInput {...form.getInputProps("name")} label={fields.name} autoComplete="name" maxLength={200} />
            <TextInput label={words.email} description={words.emailHint} value={me.email ?? ""} readOnly />
            <TextInput {...form.getInputProps("phone")} label={fields.phone} type="tel" autoComplete="tel" maxLength={40} />
            <TextInput {...form.getInputProps("location")} label={fields.location} maxLength={200} />
            <ZoneField {...form.getInputProps("timezone")} label={fields.timezone} placeholder={fields.noZone} />
            <TextInput {...form.getInputProps("headline")} label={fields.headline} maxLength={200} />
          </SimpleGrid>
          <TagsInput {...form.getInputProps("skills")} label={fields.skills} description={fields.labelHint} splitChars={[",", ";"]} maxTags={100} maxLength={50} acceptValueOnBlur />
          <Group justify="flex-end"><Button type="submit" loading={save.isPending}>{words.save}</Button></Group>
        </Stack>
      </form>
    </section>
  );
}

function Resume({ me }: { me: Schemas["Me"] }) {
  const has = me.profile.resume !== null;
  const found = useQuery({
    queryKey: RESUME_KEY,
    queryFn: ({ signal }) => api.get("/api/candidates/me/resume", { signal }),
    enabled: has,
    refetchInterval: (asked) => refreshOf(asked.state.data),
  });
  return (
    <section className={`surface ${classes.panel ?? ""}`} aria-labelledby="own-resume">
      <Group justify="space-between" mb="sm">
        <Title order={2} size="h3" id="own-resume">{resumeMessages.title}</Title>
        <UploadResume address={ADDRESS} hasOne={has} stale={[KEY]} />
      </Group>
      {!has && <Text c="dimmed">{resumeMessages.none}</Text>}
      {has && found.data && <ResumeView resume={found.data} fileAddress={`${ADDRESS}/file`} />}
    </section>
  );
}

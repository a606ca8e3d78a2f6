import { Button, Group, Stack, Text, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { notifications } from "@mantine/notifications";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";

import { api, keys, type Schemas } from "@/api";
import { Confirm } from "@/ui/Confirm";
import { FailureNote, fieldErrors } from "@/ui/FailureNote";
import { Failed, Loading } from "@/ui/States";
import { agoText } from "@/ui/time";

import { messages } from "./messages";
import { Panel } from "./Panel";
import classes from "./Panel.module.css";

type Source = Schemas["BusySourceDetail"];
const words = messages.busy;
const UNREAD_MS = 2000;

/** Calendars elsewhere that say when one is busy. */
export function BusySources() {
  const found = useQuery({
    queryKey: keys.busySources,
    queryFn: ({ signal }) => api.get("/api/calendar/busy-sources", { signal }),
    refetchInterval: (query) => (query.state.data?.items.some((source) => source.triedAt === null) ? UNREAD_MS : false),
  });
  return (
    <Panel title={words.title} lead={words.lead}>
      {found.isPending && <Loading />}
      {found.isError && <Failed failure={found.error} retry={() => void found.refetch()} />}
      {found.data?.items.length === 0 && <Text size="sm" mb="md">{words.none}</Text>}
      {found.data && found.data.items.length > 0 && (
        <Stack gap={0} mb="md">{found.data.items.map((source) => <Line key={source.id} source={source} />)}</Stack>
      )}
      {found.data && <Add />}
    </Panel>
  );
}

function stateOf(source: Source): string {
  if (source.error) return words.failed(source.error, agoText(source.triedAt));
  return source.fetchedAt ? words.read(source.busyCount, agoText(source.fetchedAt)) : words.unread;
}

function Line({ source }: { source: Source }) {
  const queries = useQueryClient();
  const [isAsking, setAsking] = useState(false);
  const settled = () => queries.invalidateQueries({ queryKey: keys.busySources });
  const path = { source_id: source.id };
  const refresh = useMutation({
    mutationFn: () => api.post("/api/calendar/busy-sources/{source_id}/refresh", null, { path }),
    onSuccess: async () => {
      notifications.show({ message: words.refreshed, color: "pine" });
      await new Promise((resolve) => setTimeout(resolve, UNREAD_MS));
      await settled();
    },
  });
  const remove = useMutation({
    mutationFn: () => api.delete("/api/calendar/busy-sources/{source_id}", { path }),
    onSuccess: async () => {
      setAsking(false);
      await Promise.all([settled(), queries.invalidateQueries({ queryKey: keys.calendar })]);
    },
  });
  return (
    <div className={classes.source}>
      <div>
        <Text fw={560}>{source.label || source.host}</Text>
        <Text size="sm" c={source.error ? "var(--mantine-color-error)" : "dimmed"}>
          {source.label ? `${source.host} · ` : ""}{stateOf(source)}
        </Text>
        <FailureNote failure={refresh.error} />
      </div>
      <Group gap="xs">
        <Button size="xs" variant="default" loading={refresh.isPending} onClick={() => refresh.mutate()}>{words.refresh}</Button>
        <Button size="xs" variant="subtle" color="red" c="var(--mantine-color-error)" onClick={() => setAsking(true)}>{words.remove}</Button>
      </Group>
      <Confirm opened={isAsking} title={words.removeTitle} action={words.remove} running={remove.isPending} failure={remove.error} onConfirm={() => remove.mutate()} onClose={() => setAsking(false)}>
        {words.removeText}
      </Confirm>
    </div>
  );
}

function Add() {
  const queries = useQueryClient();
  const form = useForm({
    mode: "uncontrolled",
    initialValues: { url: "", label: "" },
    validate: { url: (value) => (value.trim() ? null : words.urlMissing) },
  });
  const add = useMutation({
    mutationFn: (values: typeof form.values) => api.post("/api/calendar/busy-sources", { url: values.url.trim(), label: values.label.trim() }),
    onSuccess: async () => {
      form.reset();
      notifications.show({ message: words.added, color: "pine" });
      await queries.invalidateQueries({ queryKey: keys.busySources });
    },
    onError: (failure) => form.setErrors(fieldErrors(failure)),
  });
  return (
    <form noValidate onSubmit={form.onSubmit((values) => add.mutate(values))}>
      <Stack gap="sm">
        <FailureNote failure={add.error} />
        <TextInput {...form.getInputProps("url")} key={form.key("url")} label={words.url} description={words.urlHint} type="url" autoComplete="off" />
        <TextInput {...form.getInputProps("label")} key={form.key("label")} label={words.label} maxLength={100} autoComplete="off" maw={340} />
        <Group><Button type="submit" variant="default" loading={add.isPending}>{words.add}</Button></Group>
      </Stack>
    </form>
  );
}

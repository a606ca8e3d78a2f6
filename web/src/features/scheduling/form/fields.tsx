import { Autocomplete, MultiSelect, TagsInput } from "@mantine/core";
import type { UseFormReturnType } from "@mantine/form";
import { useDebouncedValue } from "@mantine/hooks";
import { keepPreviousData, useQueries, useQuery } from "@tanstack/react-query";
import { useState } from "react";

import { api, keys, type Schemas } from "@/api";

import type { Draft } from "../draft";
import { messages } from "../messages";
import { formMessages as words } from "./messages";

interface Props {
  form: UseFormReturnType<Draft>;
}
type Person = Schemas["UserDetail"];

function optionOf(person: Pick<Person, "id" | "name" | "email">) {
  return { value: person.id, label: person.name || person.email };
}

/** Who interviews, in their order: who leads stands first. */
export function PanelField({ form }: Props) {
  const [typed, setTyped] = useState("");
  const [search] = useDebouncedValue(typed.trim(), 250);
  const found = useQuery({
    queryKey: [...keys.users, "panel", search],
    queryFn: ({ signal }) => api.get("/api/users", { query: { search, limit: 30 }, signal }),
    placeholderData: keepPreviousData,
  });
  const chosen = usePeople(form.values.panel);
  const fit = (found.data?.items ?? []).filter((person) => person.isActive && person.role !== "candidate");
  const others = fit.filter((person) => !form.values.panel.includes(person.id));
  return (
    <MultiSelect
      {...form.getInputProps("panel")}
      label={words.panel}
      description={words.panelHint}
      placeholder={form.values.panel.length ? "" : words.panelPlaceholder}
      data={[...chosen, ...others].map(optionOf)}
      searchable
      clearable
      hidePickedOptions
      openOnFocus={false}
      searchValue={typed}
      onSearchChange={setTyped}
      filter={({ options }) => options}
      nothingFoundMessage={found.isFetching ? " " : words.panelNobody}
      withScrollArea={false}
      styles={{ options: { maxHeight: 260, overflowY: "auto" } }}
      maxValues={20}
    />
  );
}

/** The people already chosen, by name, whatever is looked for at the moment. */
function usePeople(ids: readonly string[]): Person[] {
  const found = useQueries({
    queries: ids.map((id) => ({
      queryKey: [...keys.users, "one", id],
      queryFn: ({ signal }: { signal: AbortSignal }) => api.get("/api/users/{user_id}", { path: { user_id: id }, signal }),
      staleTime: 60_000,
    })),
  });
  return found.flatMap((one) => (one.data ? [one.data] : []));
}

/** What the interview is for: an open position by its title, or any words. */
export function PositionField({ form }: Props) {
  const found = useQuery({
    queryKey: [...keys.positions, "choice"],
    queryFn: ({ signal }) => api.get("/api/admin/positions", { query: { status: "open", limit: 100 }, signal }),
  });
  const positions = found.data?.items ?? [];
  const titles = [...new Set(positions.map((position) => position.title))];
  return (
    <Autocomplete
      label={messages.form.position}
      placeholder={messages.form.positionPlaceholder}
      maxLength={200}
      data={titles}
      value={form.values.position}
      error={form.errors["position"] ?? form.errors["jobId"]}
      onChange={(value) => {
        const known = positions.find((position) => position.title === value.trim());
        form.setValues({ position: value, jobId: known?.id ?? null });
      }}
    />
  );
}

export function TagsField({ form }: Props) {
  return (
    <TagsInput
      {...form.getInputProps("tags")}
      label={words.tags}
      placeholder={form.values.tags.length ? "" : words.tagsPlaceholder}
      maxTags={20}
      maxLength={50}
      splitChars={[","]}
      acceptValueOnBlur
    />
  );
}

export function choices(named: Readonly<Record<string, string>>) {
  return Object.entries(named).map(([value, label]) => ({ value, label }));
}

import { Button, CloseButton, Group, NativeSelect, Pill, Popover, Select, SimpleGrid, Stack, Switch, Text, TextInput } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { type SyntheticEvent, useState } from "react";

import { api, keys } from "@/api";
import { Icon } from "@/ui/Icon";

import { formMessages } from "../form/messages";
import { type FilterName, type Filters, without } from "./filters";
import { listMessages as words } from "./messages";

interface Props {
  filters: Filters;
  onChange: (filters: Filters) => void;
}

/** The button that opens the filters. */
export function FilterButton({ filters, onChange }: Props) {
  const [opened, setOpened] = useState(false);
  const count = Object.keys(filters).length;
  return (
    <Popover opened={opened} onChange={setOpened} position="bottom-start" width={340} shadow="md" trapFocus withRoles>
      <Popover.Target>
        <Button variant="default" leftSection={<Icon name="settings" size={16} />} onClick={() => setOpened(!opened)}>
          {count ? `${words.open} (${count})` : words.open}
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label={words.title}>
        {opened && (
          <Form
            filters={filters}
            onApply={(chosen) => {
              onChange(chosen);
              setOpened(false);
            }}
          />
        )}
      </Popover.Dropdown>
    </Popover>
  );
}

function options(named: Readonly<Record<string, string>>) {
  return [{ value: "", label: words.any }, ...Object.entries(named).map(([value, label]) => ({ value, label }))];
}

function Form({ filters, onApply }: { filters: Filters; onApply: (filters: Filters) => void }) {
  const [draft, setDraft] = useState<Filters>(filters);
  const set = (name: FilterName, value: string) => setDraft((all) => ({ ...all, [name]: value }));
  const field = (name: FilterName) => ({
    value: draft[name] ?? "",
    onChange: (event: { currentTarget: { value: string } }) => set(name, event.currentTarget.value),
  });
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    onApply(draft);
  };
  return (
    <form onSubmit={submit}>
      <Stack gap="xs">
        <Switch
          label={words.mine}
          description={words.mineHint}
          checked={draft.mine === "true"}
          onChange={(event) => set("mine", event.currentTarget.checked ? "true" : "")}
        />
        <PersonChoice value={draft.interviewerId ?? null} onChange={(value) => set("interviewerId", value ?? "")} />
        <PositionChoice value={draft.jobId ?? null} onChange={(value) => set("jobId", value ?? "")} />
        <SimpleGrid cols={2} spacing="xs" verticalSpacing="xs">
          <NativeSelect label={words.type} data={options(formMessages.types)} {...field("type")} />
          <NativeSelect label={words.mode} data={options(formMessages.modes)} {...field("mode")} />
          <NativeSelect label={words.difficulty} data={options(formMessages.difficulties)} {...field("difficulty")} />
          <NativeSelect label={words.ai} data={options(words.ais)} {...field("isAiInterview")} />
          <TextInput type="date" label={words.from} {...field("startDate")} />
          <TextInput type="date" label={words.until} {...field("endDate")} />
        </SimpleGrid>
        <TextInput label={words.tags} maxLength={200} {...field("tags")} />
        <Group justify="flex-end" mt={4}>
          <Button size="xs" type="submit">{words.apply}</Button>
        </Group>
      </Stack>
    </form>
  );
}

interface ChoiceProps {
  value: string | null;
  onChange: (value: string | null) => void;
}

function PersonChoice({ value, onChange }: ChoiceProps) {
  const [typed, setTyped] = useState("");
  const [search] = useDebouncedValue(typed.trim(), 250);
  const found = useQuery({
    queryKey: [...keys.users, "filter", search],
    queryFn: ({ signal }) => api.get("/api/users", { query: { search, limit: 20 }, signal }),
    placeholderData: keepPreviousData,
  });
  const named = useName("interviewerId", value);
  const people = (found.data?.items ?? []).filter((person) => person.role !== "candidate");
  const data = people.map((person) => ({ value: person.id, label: person.name || person.email }));
  const isMissing = value !== null && value !== "" && named !== null && !data.some((each) => each.value === value);
  return (
    <Select
      label={words.interviewer}
      placeholder={words.any}
      value={value}
      onChange={onChange}
      data={isMissing ? [{ value, label: named }, ...data] : data}
      searchable
      clearable
      searchValue={typed}
      onSearchChange={setTyped}
      filter={({ options: all }) => all}
      comboboxProps={{ withinPortal: false }}
    />
  );
}

function usePositions() {
  return useQuery({
    queryKey: [...keys.positions, "filter"],
    queryFn: ({ signal }) => api.get("/api/admin/positions", { query: { limit: 100 }, signal }),
    staleTime: 60_000,
  });
}

function PositionChoice({ value, onChange }: ChoiceProps) {
  const data = (usePositions().data?.items ?? []).map((position) => ({ value: position.id, label: position.title }));
  if (data.length === 0) return null;
  return (
    <Select label={words.position} placeholder={words.any} value={value} onChange={onChange} data={data} searchable clearable comboboxProps={{ withinPortal: false }} />
  );
}

/** The name that an id stands for; null while it is not known. */
function useName(filter: FilterName, value: string | null): string | null {
  const person = useQuery({
    queryKey: [...keys.users, "one", value],
    queryFn: ({ signal }) => api.get("/api/users/{user_id}", { path: { user_id: value ?? "" }, signal }),
    enabled: filter === "interviewerId" && Boolean(value),
    staleTime: 60_000,
  });
  const positions = usePositions();
  if (filter === "jobId") return positions.data?.items.find((position) => position.id === value)?.title ?? null;
  return person.data ? person.data.name || person.data.email : null;
}

/** What is in force, each to be taken off. */
export function FilterChips({ filters, onChange }: Props) {
  const names = Object.keys(filters) as FilterName[];
  if (names.length === 0) return null;
  return (
    <Group component="ul" aria-label={words.active} gap="xs" mb="md" style={{ listStyle: "none", padding: 0, margin: 0 }}>
      {names.map((name) => (
        <li key={name}><Chip name={name} value={filters[name] ?? ""} onRemove={() => onChange(without(filters, name))} /></li>
      ))}
      {names.length > 1 && (
        <li><Button size="compact-sm" variant="subtle" onClick={() => onChange({})}>{words.clearAll}</Button></li>
      )}
    </Group>
  );
}

const NAMES: Record<FilterName, string> = {
  mine: words.mine,
  interviewerId: words.interviewer,
  jobId: words.position,
  type: words.type,
  mode: words.mode,
  difficulty: words.difficulty,
  isAiInterview: words.ai,
  startDate: words.from,
  endDate: words.until,
  tags: words.tags.split(",")[0] ?? "",
};
const VALUES: Partial<Record<FilterName, Readonly<Record<string, string>>>> = {
  type: formMessages.types,
  mode: formMessages.modes,
  difficulty: formMessages.difficulties,
  isAiInterview: words.ais,
};

function Chip({ name, value, onRemove }: { name: FilterName; value: string; onRemove: () => void }) {
  const named = useName(name, value);
  const shown = named ?? VALUES[name]?.[value] ?? value;
  const text = name === "mine" ? words.mine : words.chip(NAMES[name], shown);
  return (
    <Pill size="md" component="span" style={{ display: "inline-flex", alignItems: "center" }}>
      <Text span size="sm">{text}</Text>
      <CloseButton size="xs" ml={4} aria-label={words.remove(text)} onClick={onRemove} />
    </Pill>
  );
}

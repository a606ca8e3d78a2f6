import { Autocomplete, Button, Group, NumberInput, Popover, SegmentedControl, Select, Stack, Text } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useState } from "react";

import { Icon } from "@/ui/Icon";

import { STAGES, stageWords } from "../stages";
import { useLabels } from "../useLabels";
import type { Filters } from "./filters";
import { filterMessages as words } from "./messages";

interface Props {
  filters: Filters;
  onChange: (filters: Filters) => void;
}

/** The status at hand, and everything else behind a button. */
export function FilterBar({ filters, onChange }: Props) {
  const [isOpen, setIsOpen] = useState(false);
  const count = Object.keys(filters).filter((name) => name !== "status").length;
  return (
    <>
      <Select
        aria-label={words.status}
        w={170}
        value={filters.status ?? ""}
        allowDeselect={false}
        onChange={(status) => onChange({ ...filters, status: status ?? "" })}
        data={[{ value: "", label: words.every }, ...STAGES.map((stage) => ({ value: stage, label: stageWords(stage) }))]}
      />
      <Popover opened={isOpen} onChange={setIsOpen} position="bottom-start" width={320} shadow="md" trapFocus withRoles>
        <Popover.Target>
          <Button variant="default" leftSection={<Icon name="settings" size={16} />} onClick={() => setIsOpen(!isOpen)} aria-expanded={isOpen}>
            {count > 0 ? words.active(count) : words.more}
          </Button>
        </Popover.Target>
        <Popover.Dropdown aria-label={words.more}>
          <More
            filters={filters}
            onChange={(chosen) => {
              onChange(chosen);
              setIsOpen(false);
            }}
          />
        </Popover.Dropdown>
      </Popover>
    </>
  );
}

const number = (value: string | number) => (value === "" ? "" : String(value));

function More({ filters, onChange }: Props) {
  const form = useForm({
    initialValues: {
      skill: filters.skill ?? "",
      tag: filters.tag ?? "",
      experienceMin: filters.experienceMin ?? "",
      experienceMax: filters.experienceMax ?? "",
      scoreMin: filters.scoreMin ?? "",
      scoreMax: filters.scoreMax ?? "",
      archived: filters.archived ?? "",
    },
  });
  const skills = useLabels("skills", form.values.skill);
  const tags = useLabels("tags", form.values.tag);
  const range = (name: "experience" | "score", label: string, max: number) => (
    <div role="group" aria-label={label}>
      <Text size="sm" fw={500}>{label}</Text>
      <Group grow gap="xs">
        {(["Min", "Max"] as const).map((end) => (
          <NumberInput
            key={end}
            aria-label={`${label}, ${end === "Min" ? words.from : words.to}`}
            placeholder={end === "Min" ? words.from : words.to}
            value={form.values[`${name}${end}`]}
            onChange={(value) => form.setFieldValue(`${name}${end}`, number(value))}
            min={0}
            max={max}
          />
        ))}
      </Group>
    </div>
  );
  return (
    <form onSubmit={form.onSubmit((values) => onChange({ ...filters, ...values }))}>
      <Stack gap="sm">
        <Autocomplete {...form.getInputProps("skill")} label={words.skill} data={skills} comboboxProps={{ withinPortal: false }} data-autofocus />
        <Autocomplete {...form.getInputProps("tag")} label={words.tag} data={tags} comboboxProps={{ withinPortal: false }} />
        {range("experience", words.experience, 80)}
        {range("score", words.score, 100)}
        <div>
          <Text size="sm" fw={500} mb={4}>{words.archived}</Text>
          <SegmentedControl {...form.getInputProps("archived")} aria-label={words.archived} size="xs" fullWidth data={words.archivedWays} />
        </div>
        <Group justify="space-between">
          <Button variant="default" onClick={() => onChange({})}>{words.clear}</Button>
          <Button type="submit">{words.apply}</Button>
        </Group>
      </Stack>
    </form>
  );
}

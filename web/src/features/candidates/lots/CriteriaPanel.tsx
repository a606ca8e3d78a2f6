import { Button, Checkbox, Group, MultiSelect, NumberInput, SimpleGrid, Stack, TagsInput, Text, TextInput, Title } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { notifications } from "@mantine/notifications";
import { keepPreviousData, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";

import { api, keys, type Schemas } from "@/api";
import { FailureNote } from "@/ui/FailureNote";

import { criteriaOf, type Draft, isWhole, isWrong, type Range, SCORES, STAGES } from "./criteria";
import classes from "./LotPage.module.css";
import { messages } from "./messages";
import { Told } from "./Told";

const words = messages.criteria;

interface Props {
  lot: Schemas["LotDetail"];
  draft: Draft;
  isKept: boolean;
  mayWrite: boolean;
  onChange: (draft: Draft) => void;
}

/** What a lot asks of a candidate; counted while it is written, kept by the button. */
export function CriteriaPanel({ lot, draft, isKept, mayWrite, onChange }: Props) {
  const isFrozen = lot.drawStatus !== null;
  const isWritten = mayWrite && !isFrozen;
  const queries = useQueryClient();
  const keep = useMutation({
    mutationFn: () => api.patch("/api/admin/lots/{lot_id}", { criteria: criteriaOf(draft) }, { path: { lot_id: lot.id } }),
    onSuccess: (saved) => {
      queries.setQueryData(keys.lot(lot.id), saved);
      notifications.show({ message: words.saved, color: "pine" });
    },
  });
  return (
    <section className={`surface ${classes.panel ?? ""}`} aria-labelledby="criteria">
      <Title order={2} size="h3" id="criteria">{words.title}</Title>
      <Text size="sm" c="dimmed" mb="md">{isFrozen ? words.frozen : words.lead}</Text>
      {isWritten ? <Fields draft={draft} onChange={onChange} /> : <Told criteria={lot.criteria} />}
      {isWritten && (
        <Stack mt="md" gap="sm">
          <FailureNote failure={keep.error} />
          <Group><Button disabled={isKept || !isWhole(draft)} loading={keep.isPending} onClick={() => keep.mutate()}>{words.save}</Button></Group>
        </Stack>
      )}
    </section>
  );
}

function Fields({ draft, onChange }: { draft: Draft; onChange: (draft: Draft) => void }) {
  const change = (part: Partial<Draft>) => onChange({ ...draft, ...part });
  return (
    <Stack gap="md">
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        <Labels kind="skills" label={words.skillsAll} value={draft.skillsAll} onChange={(skillsAll) => change({ skillsAll })} />
        <Labels kind="skills" label={words.skillsAny} value={draft.skillsAny} onChange={(skillsAny) => change({ skillsAny })} />
        <Labels kind="tags" label={words.tags} value={draft.tags} onChange={(tags) => change({ tags })} />
        <MultiSelect
          label={words.statuses}
          placeholder={draft.statuses.length ? "" : words.anyStatus}
          data={STAGES.map((value) => ({ value, label: words.stages[value] ?? value }))}
          value={draft.statuses}
          onChange={(statuses) => change({ statuses: STAGES.filter((stage) => statuses.includes(stage)) })}
          withScrollArea={false}
        />
        <TextInput label={words.location} value={draft.location} maxLength={200} onChange={(event) => change({ location: event.currentTarget.value })} />
      </SimpleGrid>
      <Between label={words.years} range={draft.years} onChange={(years) => change({ years })} />
      <Stack gap="xs">
        <Text size="sm" fw={500}>{words.scores}</Text>
        {SCORES.map((score) => (
          <Between
            key={score}
            label={words.score[score]}
            range={draft.scores[score]}
            onChange={(range) => change({ scores: { ...draft.scores, [score]: range } })}
          />
        ))}
      </Stack>
      <Checkbox label={words.excludes} checked={draft.excludesOtherLots} onChange={(event) => change({ excludesOtherLots: event.currentTarget.checked })} />
    </Stack>
  );
}

interface BetweenProps {
  label: string;
  range: Range;
  onChange: (range: Range) => void;
}

function Between({ label, range, onChange }: BetweenProps) {
  const field = { min: 0, max: 100, size: "sm", hideControls: true } as const;
  return (
    <div>
      <div className={classes.range} role="group" aria-label={label}>
        <Text size="sm">{label}</Text>
        <NumberInput {...field} aria-label={`${label}, ${words.from}`} placeholder={words.from} value={range.min} onChange={(min) => onChange({ ...range, min })} />
        <NumberInput {...field} aria-label={`${label}, ${words.to}`} placeholder={words.to} value={range.max} onChange={(max) => onChange({ ...range, max })} error={isWrong(range)} />
      </div>
      {isWrong(range) && <Text size="xs" c="var(--mantine-color-error)" role="alert">{words.wrongRange}</Text>}
    </div>
  );
}

interface LabelsProps {
  kind: "skills" | "tags";
  label: string;
  value: string[];
  onChange: (value: string[]) => void;
}

/** Words that the organisation uses are suggested; others can be written. */
function Labels({ kind, label, value, onChange }: LabelsProps) {
  const [typed, setTyped] = useState("");
  const [search] = useDebouncedValue(typed.trim(), 200);
  const found = useQuery({
    queryKey: [...keys.candidates, kind, search],
    queryFn: ({ signal }) =>
      kind === "skills" ? api.get("/api/admin/candidates/skills", { query: { search }, signal }) : api.get("/api/admin/candidates/tags", { query: { search }, signal }),
    placeholderData: keepPreviousData,
  });
  return (
    <TagsInput
      label={label}
      placeholder={value.length ? "" : messages.criteria.typeHint}
      value={value}
      onChange={onChange}
      searchValue={typed}
      onSearchChange={setTyped}
      data={found.data?.items ?? []}
      filter={({ options }) => options.filter((option) => "value" in option && !value.includes(option.value))}
      maxTags={20}
      openOnFocus={false}
      withScrollArea={false}
      acceptValueOnBlur
    />
  );
}

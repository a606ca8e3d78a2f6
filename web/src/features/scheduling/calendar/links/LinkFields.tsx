import { MultiSelect, NumberInput, Select, SimpleGrid, Switch, TextInput } from "@mantine/core";
import type { UseFormReturnType } from "@mantine/form";

import { ZoneField } from "@/ui/ZoneField";

import { useInterviewers } from "../useEvents";
import { CandidateChoice } from "./CandidateChoice";
import type { Draft } from "./draft";
import { messages } from "./messages";

const words = messages.form;

function choices(names: Readonly<Record<string, string>>) {
  return Object.entries(names).map(([value, label]) => ({ value, label }));
}

/** Everything that can be said of a booking link. */
export function LinkFields({ form }: { form: UseFormReturnType<Draft> }) {
  const people = useInterviewers();
  return (
    <>
      <CandidateChoice {...form.getInputProps("candidateId")} data-autofocus />
      <MultiSelect {...form.getInputProps("interviewerIds")} label={words.interviewers} description={words.interviewersHint} data={people.data ?? []} searchable />
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
        <TextInput {...form.getInputProps("title")} label={words.name} description={words.nameHint} maxLength={200} />
        <TextInput {...form.getInputProps("position")} label={words.position} description=" " maxLength={200} />
        <Select {...form.getInputProps("type")} label={words.kind} data={choices(messages.types)} allowDeselect={false} />
        <Select {...form.getInputProps("mode")} label={words.mode} data={choices(messages.modes)} allowDeselect={false} />
        <NumberInput {...form.getInputProps("durationMinutes")} label={words.minutes} min={5} max={480} allowDecimal={false} />
        <NumberInput {...form.getInputProps("bufferMinutes")} label={words.buffer} min={0} max={240} allowDecimal={false} />
        <TextInput {...form.getInputProps("firstDay")} type="date" label={words.first} />
        <TextInput {...form.getInputProps("lastDay")} type="date" label={words.last} />
        <ZoneField {...form.getInputProps("timezone")} label={words.zone} />
        <Select {...form.getInputProps("stepMinutes")} label={words.step} data={choices(words.steps)} allowDeselect={false} />
        <NumberInput {...form.getInputProps("noticeHours")} label={words.notice} min={0} max={720} allowDecimal={false} />
        <NumberInput {...form.getInputProps("deadlineHours")} label={words.deadline} min={0} max={720} allowDecimal={false} />
      </SimpleGrid>
      <Switch {...form.getInputProps("send", { type: "checkbox" })} label={words.send} description={words.sendHint} />
    </>
  );
}

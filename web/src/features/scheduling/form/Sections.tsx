import { Button, Group, NativeSelect, NumberInput, SimpleGrid, Stack, Switch, Text, Textarea, TextInput, Title } from "@mantine/core";
import type { UseFormReturnType } from "@mantine/form";
import type { ReactNode } from "react";

import { Icon } from "@/ui/Icon";
import { ZoneField } from "@/ui/ZoneField";

import { BLANK_EXERCISE, type Draft } from "../draft";
import { messages } from "../messages";
import classes from "../NewInterview.module.css";
import { choices, PanelField, PositionField, TagsField } from "./fields";
import { formMessages as words } from "./messages";

interface Props {
  form: UseFormReturnType<Draft>;
}
const old = messages.form;

export function Section({ title, lead, children }: { title: string; lead?: string; children: ReactNode }) {
  return (
    <section className={classes.section}>
      <div>
        <Title order={2} size="h3">{title}</Title>
        {lead !== undefined && <Text size="sm" c="dimmed" mt={4}>{lead}</Text>}
      </div>
      <div>{children}</div>
    </section>
  );
}

/** What the interview is about. */
export function What({ form }: Props) {
  return (
    <Section title={old.what}>
      <Stack gap="sm">
        <TextInput {...form.getInputProps("title")} label={old.interviewTitle} description={old.titleHint} placeholder={old.titlePlaceholder} maxLength={200} />
        <SimpleGrid cols={{ base: 1, sm: 2 }}>
          <PositionField form={form} />
          <TagsField form={form} />
        </SimpleGrid>
        <SimpleGrid cols={{ base: 1, xs: 3 }}>
          <NativeSelect {...form.getInputProps("type")} label={words.type} data={choices(words.types)} />
          <NativeSelect {...form.getInputProps("mode")} label={words.mode} data={choices(words.modes)} />
          <NativeSelect {...form.getInputProps("difficulty")} label={words.difficulty} data={choices(words.difficulties)} />
        </SimpleGrid>
        <Switch {...form.getInputProps("isAiInterview", { type: "checkbox" })} label={words.ai} description={words.aiHint} mt={4} />
      </Stack>
    </Section>
  );
}

/** When it is, on the clock of a zone that is always shown; below it what follows from the time. */
export function When({ form, children }: Props & { children?: ReactNode }) {
  return (
    <Section title={old.when} lead={old.whenLead}>
      <Stack gap="sm">
        <SimpleGrid cols={{ base: 1, xs: 2 }}>
          <TextInput {...form.getInputProps("scheduledAt")} type="datetime-local" label={old.scheduledAt} />
          <ZoneField {...form.getInputProps("timezone")} label={words.zone} />
        </SimpleGrid>
        <SimpleGrid cols={{ base: 1, xs: 3 }}>
          <NumberInput {...form.getInputProps("durationMinutes")} label={old.duration} min={5} max={480} step={5} />
          <NumberInput {...form.getInputProps("preparationTime")} label={words.preparation} min={0} max={240} step={5} />
          <NumberInput {...form.getInputProps("bufferMinutes")} label={words.buffer} min={0} max={240} step={5} />
        </SimpleGrid>
        <PanelField form={form} />
        {children}
        <SimpleGrid cols={{ base: 1, xs: 2 }}>
          <TextInput {...form.getInputProps("opensAt")} type="datetime-local" label={old.opensAt} />
          <TextInput {...form.getInputProps("closesAt")} type="datetime-local" label={old.closesAt} />
        </SimpleGrid>
        <Group align="flex-end" gap="lg">
          <Switch {...form.getInputProps("allowReschedule", { type: "checkbox" })} label={words.allowReschedule} description={words.allowRescheduleHint} />
          {form.values.allowReschedule && (
            <NumberInput {...form.getInputProps("rescheduleDeadlineHours")} label={words.deadline} min={0} max={720} maw={220} />
          )}
        </Group>
      </Stack>
    </Section>
  );
}

/** Where people meet. */
export function Where({ form }: Props) {
  const isRemote = form.values.mode !== "in_person";
  return (
    <Section title={words.where} {...(isRemote ? { lead: words.whereLead } : {})}>
      <Stack gap="sm">
        {isRemote && (
          <TextInput {...form.getInputProps("meetingUrl")} type="url" label={words.meetingUrl} description={words.meetingUrlHint} placeholder="https://" maxLength={2000} />
        )}
        <TextInput {...form.getInputProps("location")} label={words.location} maxLength={300} />
      </Stack>
    </Section>
  );
}

/** A task to be solved in code, where there is one. */
export function ExerciseSection({ form }: Props) {
  const { exercise } = form.values;
  return (
    <Section title={words.exercise}>
      {exercise === null ? (
        <Button variant="default" leftSection={<Icon name="add" size={16} />} onClick={() => form.setFieldValue("exercise", { ...BLANK_EXERCISE })}>
          {words.addExercise}
        </Button>
      ) : (
        <Stack gap="sm">
          <SimpleGrid cols={{ base: 1, xs: 2 }}>
            <TextInput {...form.getInputProps("exercise.title")} label={words.exerciseName} maxLength={200} />
            <TextInput {...form.getInputProps("exercise.language")} label={words.exerciseLanguage} maxLength={50} />
          </SimpleGrid>
          <Textarea {...form.getInputProps("exercise.description")} label={words.exerciseText} autosize minRows={3} maxLength={20_000} />
          <Textarea
            {...form.getInputProps("exercise.starterCode")}
            label={words.exerciseCode}
            autosize
            minRows={4}
            maxRows={24}
            spellCheck={false}
            styles={{ input: { fontFamily: "var(--mantine-font-family-monospace)", fontSize: "0.85rem" } }}
          />
          <Group>
            <Button variant="subtle" color="gray" size="xs" leftSection={<Icon name="trash" size={16} />} onClick={() => form.setFieldValue("exercise", null)}>
              {words.removeExercise}
            </Button>
          </Group>
        </Stack>
      )}
    </Section>
  );
}

/** How it goes in the room, and what the organisation notes for itself. */
export function How({ form }: Props) {
  return (
    <Section title={old.how}>
      <Stack gap="md">
        <Switch {...form.getInputProps("allowsRetake", { type: "checkbox" })} label={old.retake} description={old.retakeHint} />
        <Switch {...form.getInputProps("showsHints", { type: "checkbox" })} label={old.hints} description={old.hintsHint} />
        <Switch {...form.getInputProps("recordsScreen", { type: "checkbox" })} label={old.screen} description={old.screenHint} />
        <Textarea {...form.getInputProps("culture")} label={old.culture} description={old.cultureHint} autosize minRows={2} />
        <Textarea {...form.getInputProps("notes")} label={words.notes} description={words.notesHint} autosize minRows={2} maxLength={20_000} />
      </Stack>
    </Section>
  );
}

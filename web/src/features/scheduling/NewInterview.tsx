import { Button, Group, NumberInput, SimpleGrid, Stack, Switch, Text, Textarea, TextInput, Title } from "@mantine/core";
import { useForm, type UseFormReturnType } from "@mantine/form";
import { type ReactNode, type SyntheticEvent, useState } from "react";
import { useNavigate, useSearchParams } from "react-router";

import { BackLink } from "@/ui/BackLink";
import { FailureNote, fieldErrors } from "@/ui/FailureNote";
import { PageHeader } from "@/ui/PageHeader";
import { ownZone } from "@/ui/time";

import { CandidateField } from "./CandidateField";
import { type Draft, EMPTY, planErrors, rules } from "./draft";
import { Leaving } from "./Leaving";
import { messages } from "./messages";
import classes from "./NewInterview.module.css";
import { type DraftQuestion, isBlank, newQuestion } from "./plan";
import { QuestionList } from "./QuestionList";
import { useCreate } from "./useCreate";

const words = messages.form;

/** An interview is planned here: who, what, when, and the questions. */
export default function NewInterview() {
  const navigate = useNavigate();
  const [params] = useSearchParams();
  const form = useForm<Draft>({ initialValues: { ...EMPTY, candidateId: params.get("candidate") }, validate: rules });
  const [questions, setQuestions] = useState<DraftQuestion[]>(() => [newQuestion()]);
  const [errors, setErrors] = useState<Record<string, string>>({});
  const create = useCreate((id) => void navigate(`/interviews/${id}/setup`));
  const isDirty = form.isDirty() || questions.some((question) => !isBlank(question));

  const submit = (invites: boolean) => {
    const missing = planErrors(questions);
    setErrors(missing);
    const { hasErrors } = form.validate();
    if (hasErrors || Object.keys(missing).length > 0) focusFirstError();
    else create.mutate({ draft: form.values, questions, invites }, { onError: (failure) => form.setErrors(fieldErrors(failure)) });
  };
  const invite = (event: SyntheticEvent) => {
    event.preventDefault();
    submit(true);
  };

  return (
    <form noValidate className={classes.form} onSubmit={invite}>
      <PageHeader title={words.title} above={<BackLink to="/interviews">{messages.back}</BackLink>} />
      <Stack gap="lg">
        <Section title={words.who}><CandidateField form={form} /></Section>
        <Section title={words.what}><What form={form} /></Section>
        <Section title={words.questions} lead={words.questionsLead}>
          <QuestionList questions={questions} errors={errors} onChange={setQuestions} />
        </Section>
        <Section title={words.how}><How form={form} /></Section>
        <Section title={words.when} lead={words.whenLead}><When form={form} /></Section>
        <FailureNote failure={create.error} />
        <Group className={classes.end}>
          <Button type="submit" size="md" loading={create.isPending && create.variables.invites}>{words.createAndInvite}</Button>
          <Button size="md" variant="default" disabled={create.isPending} onClick={() => submit(false)}>{words.create}</Button>
        </Group>
      </Stack>
      <Leaving when={isDirty && !create.isPending && !create.isSuccess} />
    </form>
  );
}

/** The keyboard goes to what must be mended first. */
function focusFirstError(): void {
  requestAnimationFrame(() => document.querySelector<HTMLElement>("input[aria-invalid=true], textarea[aria-invalid=true]")?.focus());
}

function Section({ title, lead, children }: { title: string; lead?: string; children: ReactNode }) {
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

function What({ form }: { form: UseFormReturnType<Draft> }) {
  return (
    <Stack gap="sm">
      <TextInput {...form.getInputProps("title")} label={words.interviewTitle} description={words.titleHint} placeholder={words.titlePlaceholder} maxLength={200} />
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        <TextInput {...form.getInputProps("position")} label={words.position} placeholder={words.positionPlaceholder} maxLength={200} />
        <NumberInput {...form.getInputProps("durationMinutes")} label={words.duration} min={5} max={480} step={5} maw={140} />
      </SimpleGrid>
    </Stack>
  );
}

function How({ form }: { form: UseFormReturnType<Draft> }) {
  return (
    <Stack gap="md">
      <Switch {...form.getInputProps("allowsRetake", { type: "checkbox" })} label={words.retake} description={words.retakeHint} />
      <Switch {...form.getInputProps("showsHints", { type: "checkbox" })} label={words.hints} description={words.hintsHint} />
      <Switch {...form.getInputProps("recordsScreen", { type: "checkbox" })} label={words.screen} description={words.screenHint} />
      <Textarea {...form.getInputProps("culture")} label={words.culture} description={words.cultureHint} autosize minRows={2} />
    </Stack>
  );
}

function When({ form }: { form: UseFormReturnType<Draft> }) {
  return (
    <Stack gap="sm">
      <SimpleGrid cols={{ base: 1, sm: 3 }}>
        <TextInput {...form.getInputProps("scheduledAt")} type="datetime-local" label={words.scheduledAt} />
        <TextInput {...form.getInputProps("opensAt")} type="datetime-local" label={words.opensAt} />
        <TextInput {...form.getInputProps("closesAt")} type="datetime-local" label={words.closesAt} />
      </SimpleGrid>
      <Text size="sm" c="dimmed">{words.zone(ownZone())}</Text>
    </Stack>
  );
}

import { Button, Group, Stack } from "@mantine/core";
import { useForm } from "@mantine/form";
import { type SyntheticEvent, useState } from "react";
import { useNavigate, useSearchParams } from "react-router";

import { BackLink } from "@/ui/BackLink";
import { FailureNote, fieldErrors } from "@/ui/FailureNote";
import { PageHeader } from "@/ui/PageHeader";

import { CandidateField } from "./CandidateField";
import { type Draft, EMPTY, planErrors } from "./draft";
import { askedOf, ConflictNote, useConflicts } from "./form/Conflicts";
import { ExerciseSection, How, Section, What, When, Where } from "./form/Sections";
import { focusFirstError, validated } from "./form/validated";
import { Leaving } from "./Leaving";
import { messages } from "./messages";
import classes from "./NewInterview.module.css";
import { type DraftQuestion, isBlank, newQuestion } from "./plan";
import { QuestionList } from "./LazyQuestions";
import { useCreate } from "./useCreate";

const words = messages.form;

/** An interview is planned here: who, what, when, and the questions. */
export default function NewInterview() {
  const navigate = useNavigate();
  const [params] = useSearchParams();
  const form = useForm<Draft>({
    initialValues: { ...EMPTY, candidateId: params.get("candidate"), scheduledAt: params.get("at") ?? "" },
    validate: validated,
  });
  const [questions, setQuestions] = useState<DraftQuestion[]>(() => [newQuestion()]);
  const [errors, setErrors] = useState<Record<string, string>>({});
  const [forces, setForces] = useState(false);
  const [isTried, setTried] = useState(false);
  const create = useCreate((id) => void navigate(`/interviews/${id}/setup`));
  const isDirty = form.isDirty() || questions.some((question) => !isBlank(question));
  const found = useConflicts(askedOf(form.values, null));
  const isBlocked = found.conflicts.length > 0 && !forces;

  const submit = (invites: boolean) => {
    const missing = planErrors(questions);
    setErrors(missing);
    setTried(true);
    const { hasErrors } = form.validate();
    if (hasErrors || Object.keys(missing).length > 0 || isBlocked) focusFirstError();
    else create.mutate({ draft: form.values, questions, invites, forces }, { onError: (failure) => form.setErrors(fieldErrors(failure)) });
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
        <What form={form} />
        <When form={form}>
          <ConflictNote {...found} zone={form.values.timezone} forces={forces} isMissing={isTried} onForce={setForces} />
        </When>
        <Where form={form} />
        <Section title={words.questions} lead={words.questionsLead}>
          <QuestionList questions={questions} errors={errors} onChange={setQuestions} />
        </Section>
        <ExerciseSection form={form} />
        <How form={form} />
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

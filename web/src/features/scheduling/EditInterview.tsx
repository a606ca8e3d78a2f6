import { Button, Checkbox, Group, Stack, Text } from "@mantine/core";
import { useForm } from "@mantine/form";
import { notifications } from "@mantine/notifications";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type SyntheticEvent, useState } from "react";
import { Link, useNavigate } from "react-router";

import { api, keys, type Schemas } from "@/api";
import { BackLink } from "@/ui/BackLink";
import { FailureNote, fieldErrors } from "@/ui/FailureNote";
import { PageHeader } from "@/ui/PageHeader";
import { Failed, Loading, Message } from "@/ui/States";

import { body, difference, type Draft, draftOf, planErrors } from "./draft";
import { askedOf, ConflictNote, useConflicts } from "./form/Conflicts";
import { formMessages as words } from "./form/messages";
import { ExerciseSection, How, Section, What, When, Where } from "./form/Sections";
import { focusFirstError, validated } from "./form/validated";
import { Leaving } from "./Leaving";
import { messages } from "./messages";
import classes from "./NewInterview.module.css";
import { type DraftQuestion, questionOf } from "./plan";
import { QuestionList } from "./LazyQuestions";
import { useInterview } from "./useInterview";

/** What was planned is changed here, as long as the interview is scheduled. */
export default function EditInterview() {
  const found = useInterview();
  if (found.isPending) return <Loading />;
  if (found.data === undefined) return <Failed failure={found.error} retry={() => void found.refetch()} />;
  if (found.data.status !== "scheduled") {
    const action = <Button component={Link} to={`/interviews/${found.data.id}/setup`}>{words.toInterview}</Button>;
    return <Message order={1} icon="info" title={words.over} action={action}>{words.overText}</Message>;
  }
  return <Form key={found.data.id} interview={found.data} />;
}

/** What the form began with stays what changes are reckoned from, whatever is read meanwhile. */
function useStart(interview: Schemas["InterviewDetail"]) {
  const [start] = useState(() => {
    const [draft, questions] = [draftOf(interview), interview.questions.map(questionOf)];
    return { draft, questions, before: body(draft, questions) };
  });
  return start;
}

function Form({ interview }: { interview: Schemas["InterviewDetail"] }) {
  const start = useStart(interview);
  const navigate = useNavigate();
  const queries = useQueryClient();
  const form = useForm<Draft>({ initialValues: start.draft, validate: validated });
  const [questions, setQuestions] = useState<DraftQuestion[]>(start.questions);
  const [errors, setErrors] = useState<Record<string, string>>({});
  const [forces, setForces] = useState(false);
  const [overrides, setOverrides] = useState(false);
  const [isTried, setTried] = useState(false);
  const found = useConflicts(askedOf(form.values, interview.id));
  const changes = difference(start.before, body(form.values, questions));
  const isBound = changes.scheduledAt !== undefined && interview.scheduledAt !== null && !interview.canReschedule;
  const home = `/interviews/${interview.id}/setup`;
  const save = useMutation({
    mutationFn: () =>
      api.patch("/api/admin/interviews/{interview_id}", { ...changes, force: forces, override: overrides }, { path: { interview_id: interview.id } }),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: keys.interviews });
      notifications.show({ message: words.saved, color: "pine" });
      void navigate(home);
    },
    onError: (failure) => form.setErrors(fieldErrors(failure)),
  });
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    const missing = planErrors(questions);
    setErrors(missing);
    setTried(true);
    const isBlocked = (found.conflicts.length > 0 && !forces) || (isBound && !overrides);
    if (form.validate().hasErrors || Object.keys(missing).length > 0 || isBlocked) focusFirstError();
    else save.mutate();
  };
  return (
    <form noValidate className={classes.form} onSubmit={submit}>
      <PageHeader title={words.editTitle} above={<BackLink to={home}>{interview.title}</BackLink>} />
      <Stack gap="lg">
        <Section title={messages.form.who}><Text>{interview.candidateName}</Text></Section>
        <What form={form} />
        <When form={form}>
          <ConflictNote {...found} zone={form.values.timezone} forces={forces} isMissing={isTried} onForce={setForces} />
          {isBound && <Override checked={overrides} isMissing={isTried} onChange={setOverrides} />}
        </When>
        <Where form={form} />
        <Section title={messages.form.questions} lead={messages.form.questionsLead}>
          <QuestionList questions={questions} errors={errors} onChange={setQuestions} />
        </Section>
        <ExerciseSection form={form} />
        <How form={form} />
        <FailureNote failure={save.error} />
        <Group className={classes.end}>
          <Button type="submit" size="md" loading={save.isPending}>{words.save}</Button>
          <Button component={Link} to={home} size="md" variant="default">{words.keep}</Button>
        </Group>
      </Stack>
      <Leaving when={Object.keys(changes).length > 0 && !save.isPending && !save.isSuccess} />
    </form>
  );
}

/** Going past the interview's own rules is said aloud. */
export function Override({ checked, isMissing, onChange }: { checked: boolean; isMissing: boolean; onChange: (checked: boolean) => void }) {
  return (
    <Checkbox
      checked={checked}
      label={words.override}
      description={words.overrideHint}
      error={isMissing && !checked ? words.overrideMissing : null}
      onChange={(event) => onChange(event.currentTarget.checked)}
    />
  );
}

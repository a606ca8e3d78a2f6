import { Stack, Text, Title } from "@mantine/core";

import type { Schemas } from "@/api";
import { useMay } from "@/ui/Caller";
import { Failed, Loading } from "@/ui/States";
import { durationText } from "@/ui/time";

import { About } from "./About";
import { Actions } from "./actions/Actions";
import { Assessment } from "./actions/Assessment";
import { ConsentPanel } from "./ConsentPanel";
import { Invitations } from "./Invitations";
import { messages } from "./messages";
import classes from "./Setup.module.css";
import { useInterview } from "./useInterview";

type Interview = Schemas["InterviewDetail"];
const words = messages.setup;

/** What was planned, who may come in, and what the candidate agreed to. */
export default function Setup() {
  const found = useInterview();
  const mayWrite = useMay("interviews:write");
  const maySeeConsent = useMay("consents:read");
  if (found.isPending) return <Loading />;
  if (found.data === undefined) return <Failed failure={found.error} retry={() => void found.refetch()} />;
  const interview = found.data;
  const isOpen = interview.status === "scheduled" || interview.status === "in_progress";
  return (
    <Stack gap="lg">
      <Actions interview={interview} />
      <div className={classes.columns}>
        <Stack gap="lg">
          <Invitations interviewId={interview.id} isOpen={isOpen} mayWrite={mayWrite} />
          {maySeeConsent && <ConsentPanel interviewId={interview.id} mayWrite={mayWrite} />}
          <Assessment interview={interview} />
          <Plan questions={interview.questions} />
        </Stack>
        <About interview={interview} />
      </div>
    </Stack>
  );
}

function Plan({ questions }: { questions: Interview["questions"] }) {
  return (
    <section className={`surface ${classes.panel ?? ""}`}>
      <Title order={2} size="h3" mb="sm">{words.plan}</Title>
      {questions.length === 0 && <Text c="dimmed">{words.noPlan}</Text>}
      <ol className={classes.plan}>
        {questions.map((question) => (
          <li key={question.id}>
            <Text fw={540}>{question.text}</Text>
            <Detail question={question} />
          </li>
        ))}
      </ol>
    </section>
  );
}

function Detail({ question }: { question: Interview["questions"][number] }) {
  const facts = ([
    [words.keyPoints, question.keyPoints.join(" · ")],
    [words.expected, question.expectedAnswer],
    [words.keywords, question.keywords.join(", ")],
    [words.questionHints, question.hints.join(" · ")],
  ] as const).filter(([, told]) => told);
  const limit = question.timeLimitSeconds ? words.limit(durationText(question.timeLimitSeconds)) : null;
  const kind = [messages.question.types[question.type] ?? question.type, messages.question.difficulties[question.difficulty] ?? question.difficulty, limit];
  return (
    <>
      <Text size="sm" c="dimmed">{kind.filter(Boolean).join(" · ")}</Text>
      {facts.map(([name, told]) => (
        <Text key={name} size="sm" mt={4}>
          <Text span inherit c="dimmed">{name}: </Text>
          {told}
        </Text>
      ))}
    </>
  );
}

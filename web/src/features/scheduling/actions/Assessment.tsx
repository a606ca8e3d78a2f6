import { Text, Title } from "@mantine/core";

import type { Schemas } from "@/api";
import { Facts } from "@/ui/Facts";

import classes from "../Setup.module.css";
import { actionMessages } from "./messages";

const words = actionMessages.assessment;

/** How the panel says it went; to others, why they do not see it. */
export function Assessment({ interview }: { interview: Schemas["InterviewDetail"] }) {
  const isOver = interview.status === "completed";
  if (!isOver && interview.notes === null) return null;
  const areas = Object.entries(interview.feedback ?? {}).map(([area, remark]) => [area === "overall" ? words.overall : area, remark] as const);
  const facts = [
    ...(interview.score === null ? [] : [[words.score, `${Math.round(interview.score * 10) / 10} / 100`] as const]),
    ...areas,
    ...(interview.notes === null ? [] : [[words.notes, interview.notes] as const]),
  ];
  return (
    <section className={`surface ${classes.panel ?? ""}`}>
      <Title order={2} size="h3" mb="sm">{words.title}</Title>
      {!interview.assessmentVisible && <Text c="dimmed" size="sm">{words.hidden}</Text>}
      {interview.assessmentVisible && facts.length === 0 && <Text c="dimmed" size="sm">{words.none}</Text>}
      {facts.length > 0 && <Facts facts={facts} />}
    </section>
  );
}

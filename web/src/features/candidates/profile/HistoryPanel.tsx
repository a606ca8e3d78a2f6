import { Button, Text, Title } from "@mantine/core";

import { api, keys } from "@/api";
import { Failed } from "@/ui/States";
import { momentText } from "@/ui/time";
import { usePages } from "@/ui/usePages";

import classes from "../CandidatePage.module.css";
import { stageWords } from "../stages";
import { profileMessages as words } from "./messages";

/** The candidate's way through the pipeline, newest first. */
export function HistoryPanel({ candidateId }: { candidateId: number }) {
  const steps = usePages([...keys.candidate(candidateId), "history"], (cursor, signal) =>
    api.get("/api/admin/candidates/{candidate_id}/history", { path: { candidate_id: candidateId }, query: { cursor, limit: 20 }, signal }),
  );
  return (
    <section className={`surface ${classes.panel ?? ""}`} aria-labelledby="history">
      <Title order={2} size="h3" id="history" mb="sm">{words.history}</Title>
      {steps.failure && steps.rows.length === 0 && <Failed failure={steps.failure} retry={steps.retry} />}
      <ol className={classes.line} aria-labelledby="history">
        {steps.rows.map((step) => (
          <li key={step.id}>
            <Text fw={540}>{stageWords(step.to)} <Text span size="sm" c="dimmed">{step.from ? words.from(stageWords(step.from)) : words.began}</Text></Text>
            {step.reason && <Text size="sm">{step.reason}</Text>}
            <Text size="xs" c="dimmed">{[momentText(step.at), step.byName ? words.by(step.byName) : ""].filter(Boolean).join(" · ")}</Text>
          </li>
        ))}
      </ol>
      {steps.hasMore && <Button variant="default" size="compact-sm" onClick={steps.more}>{words.more}</Button>}
    </section>
  );
}

import { Text, Title } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";

import { api, keys, type Schemas } from "@/api";
import { FailureNote } from "@/ui/FailureNote";
import { Icon, type IconName } from "@/ui/Icon";

import { CandidateChoice } from "./CandidateChoice";
import classes from "./LotPage.module.css";
import { rangeText } from "./criteriaText";
import { messages } from "./messages";

const words = messages.why;
type Answer = Schemas["CriterionAnswer"];

/** Why a candidate matches a lot's criteria or does not. */
export function Why({ lot }: { lot: Schemas["LotDetail"] }) {
  const [chosen, setChosen] = useState<string | null>(null);
  const found = useQuery({
    queryKey: [...keys.lot(lot.id), "why", chosen, lot.updatedAt, lot.memberCount],
    queryFn: ({ signal }) =>
      api.get("/api/admin/lots/{lot_id}/matches/{candidate_id}", { path: { lot_id: lot.id, candidate_id: Number(chosen) }, signal }),
    enabled: chosen !== null,
  });
  return (
    <section className={`surface ${classes.panel ?? ""}`} aria-labelledby="why">
      <Title order={2} size="h3" id="why">{words.title}</Title>
      <Text size="sm" c="dimmed" mb="sm">{words.lead}</Text>
      <CandidateChoice label={words.candidate} value={chosen} onChange={setChosen} />
      <FailureNote failure={found.error} />
      {chosen !== null && found.data && (
        <>
          <Text fw={560} mt="sm" role="status">{found.data.matches ? words.yes : words.no}</Text>
          <ul className={classes.list}>{found.data.criteria.map((answer, place) => <Line key={place} answer={answer} />)}</ul>
        </>
      )}
    </section>
  );
}

const ICONS: Record<string, IconName> = { true: "check", false: "close", null: "info" };

function Line({ answer }: { answer: Answer }) {
  const outcome = String(answer.isMet) as keyof typeof words.outcome;
  return (
    <li className={classes.line}>
      <span className={classes.name}>
        {words.names[answer.criterion] ?? answer.criterion}
        <Text size="sm" c="dimmed">{wantedText(answer.wanted)}</Text>
      </span>
      <Text component="span" size="sm" style={{ display: "flex", gap: 6, alignItems: "center" }} c={answer.isMet === false ? "var(--mantine-color-error)" : ""}>
        <Icon name={ICONS[outcome] ?? "info"} size={15} />
        {words.outcome[outcome]}
      </Text>
    </li>
  );
}

function wantedText(wanted: unknown): string | null {
  if (typeof wanted === "string") return messages.criteria.stages[wanted] ?? wanted;
  if (Array.isArray(wanted)) return wanted.map((one) => messages.criteria.stages[String(one)] ?? String(one)).join(", ");
  if (typeof wanted === "object" && wanted !== null) {
    return rangeText(wanted);
  }
  return null;
}

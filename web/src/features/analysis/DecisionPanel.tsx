import { Button, Text, Title } from "@mantine/core";
import { useState } from "react";

import type { Schemas } from "@/api";
import { useMay } from "@/ui/Caller";
import { momentText } from "@/ui/time";

import { DecisionForm } from "./DecisionForm";
import { Decisions } from "./Decisions";
import { messages } from "./messages";
import parts from "./Judgement.module.css";
import classes from "./Review.module.css";

const words = messages.decision;
type Analysis = Schemas["AnalysisShown"];

/** What the software recommends and what a person decided, side by side and never mixed up. */
export function DecisionPanel({ analysis, candidateId, isOver }: { analysis: Analysis; candidateId: number; isOver: boolean }) {
  const mayDecide = useMay("decisions:write");
  const [decides, setDecides] = useState(false);
  const { decision } = analysis;
  const recommended = decision ? decision.ai_status : analysis.final_status;
  return (
    <section className={`surface ${classes.panel ?? ""}`} aria-labelledby="decision">
      <Title order={2} size="h3" mb="sm" id="decision">{words.title}</Title>
      {recommended !== null && (
        <div className={parts.machine}>
          <Text size="xs" c="dimmed">{words.recommended}</Text>
          <Text fw={560}>{words.statuses[recommended] ?? recommended}</Text>
          {decision === null && <Text size="sm" c="dimmed">{words.person}</Text>}
        </div>
      )}
      {decision ? <><Decided decision={decision} /><Decisions candidateId={candidateId} sessionId={analysis.session_id} newest={decision} /></> : recommended === null && <Text c="dimmed">{words.none}</Text>}
      {mayDecide && isOver && !decides && (
        <Button mt="md" variant={decision ? "default" : "filled"} onClick={() => setDecides(true)}>{decision ? words.change : words.decide}</Button>
      )}
      {decides && <DecisionForm sessionId={analysis.session_id} candidateId={candidateId} onClose={() => setDecides(false)} />}
    </section>
  );
}

function Decided({ decision }: { decision: Schemas["DecisionShown"] }) {
  const differs = decision.ai_status !== null && decision.ai_status !== decision.final_status;
  return (
    <div className={parts.decided}>
      <Text fw={640} size="lg">{words.statuses[decision.final_status] ?? decision.final_status}</Text>
      <Text size="sm" className={parts.words ?? ""}>{decision.reason}</Text>
      <Text size="sm" c="dimmed" mt={4}>{words.by(decision.decided_by_name, momentText(decision.at))}</Text>
      {differs && <Text size="sm" c="dimmed">{words.against}</Text>}
    </div>
  );
}

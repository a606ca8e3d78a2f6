import { Text, Title } from "@mantine/core";

import type { Schemas } from "@/api";
import { durationText } from "@/ui/time";

import { messages } from "./messages";
import receipt from "./Receipt.module.css";
import classes from "./Review.module.css";
import said from "./Transcript.module.css";
import { secondsBetween } from "./transcript";

function told(value: unknown): string {
  return typeof value === "string" ? value : "";
}

/** Problems that the candidate's page met, and everything that happened, in order. */
export function SessionLog({ session }: { session: Schemas["SessionData"] }) {
  const at = (moment: string | null) => durationText(secondsBetween(session.start_time, moment));
  return (
    <section className={`surface ${classes.panel ?? ""}`} aria-labelledby="issues">
      <Title order={2} size="h3" mb="xs" id="issues">{messages.issues.title}</Title>
      {session.technical_issues.length === 0 && <Text size="sm" c="dimmed">{messages.issues.none}</Text>}
      <ul className={receipt.log}>
        {session.technical_issues.map((issue, index) => (
          <li key={String(index)}><span className="numbers">{at(told(issue["at"]))}</span> <span>{told(issue["message"]) || told(issue["kind"])}</span></li>
        ))}
      </ul>
      <details className={said.more}>
        <summary>{messages.log.title}</summary>
        <ol className={receipt.log}>
          {session.session_logs.map((line) => (
            <li key={line.number}><span className="numbers">{at(line.at)}</span> <span>{line.event.replaceAll("-", " ")}</span></li>
          ))}
        </ol>
      </details>
    </section>
  );
}

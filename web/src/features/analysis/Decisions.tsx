import { Button, Text } from "@mantine/core";

import { api, keys, type Schemas } from "@/api";
import { momentText } from "@/ui/time";
import { usePages } from "@/ui/usePages";

import parts from "./Judgement.module.css";
import { messages } from "./messages";
import review from "./Review.module.css";
import said from "./Transcript.module.css";

const words = messages.decision;

/** Every decision about a session, the newest first; nothing where there is one alone, which stands above. */
export function Decisions({ candidateId, sessionId, newest }: { candidateId: number; sessionId: string; newest: Schemas["DecisionShown"] }) {
  const pages = usePages([...keys.decisions(sessionId), newest.at], async (cursor, signal) => {
    const query = { session_id: sessionId, limit: 20, cursor };
    const page = await api.get("/api/interview/analysis/{candidate_id}/decisions", { path: { candidate_id: candidateId }, query, signal });
    return { items: page.items, nextCursor: page.next_cursor };
  });
  if (pages.rows.length < 2) return null;
  return (
    <details className={said.more}>
      <summary>{words.history(pages.rows.length, pages.hasMore)}</summary>
      <ol className={parts.history}>
        {pages.rows.map((one) => (
          <li key={one.at}>
            <Text size="sm" fw={560}>{words.on(words.statuses[one.final_status] ?? one.final_status, one.decided_by_name)}</Text>
            <Text size="sm" className={parts.words ?? ""}>{one.reason}</Text>
            <Text size="xs" c="dimmed">{momentText(one.at)}</Text>
          </li>
        ))}
      </ol>
      {pages.hasMore && <Button size="xs" variant="default" className={review.acts ?? ""} onClick={pages.more}>{words.more}</Button>}
    </details>
  );
}

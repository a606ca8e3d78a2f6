import { Button, Group } from "@mantine/core";

import type { QuestionJudgement } from "./judgement";
import { messages } from "./messages";
import { csvOf, download, jsonOf, type Report } from "./report";
import classes from "./Review.module.css";
import type { Exchange } from "./transcript";

const words = messages.exports;

interface Props {
  report: Report;
  exchanges: readonly Exchange[];
  judgements: ReadonlyMap<string, QuestionJudgement>;
}

/** The review on paper, as a table, or whole. */
export function Exports({ report, exchanges, judgements }: Props) {
  const name = `interview-${report.interview.id.slice(0, 8)}`;
  // The mark in front tells spreadsheets that the file is UTF-8.
  const csv = () => download(`${name}.csv`, "text/csv;charset=utf-8", `\ufeff${csvOf(report, exchanges, judgements)}`);
  return (
    <Group gap="xs" role="group" aria-label={words.label} className={classes.acts ?? ""}>
      <Button size="xs" variant="default" onClick={() => window.print()}>{words.print}</Button>
      <Button size="xs" variant="default" onClick={csv}>{words.csv}</Button>
      <Button size="xs" variant="default" onClick={() => download(`${name}.json`, "application/json", jsonOf(report))}>{words.json}</Button>
    </Group>
  );
}

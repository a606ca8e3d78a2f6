import { Alert, ScrollArea, Text } from "@mantine/core";

import { transferMessages as words } from "./messages";
import classes from "./Outcome.module.css";
import type { Import } from "./useImport";

const COUNTS = ["created", "updated", "unchanged", "refused"] as const;

/** What an import came to, or would come to. */
export function Outcome({ told }: { told: Import }) {
  if (told.status === "failed") return <Alert color="red" variant="light" role="alert" title={words.failed}>{told.problem}</Alert>;
  return (
    <div role="status">
      <Text mb="xs">{told.isDryRun ? words.checked : words.done}</Text>
      <dl className={classes.counts}>
        {COUNTS.map((name) => (
          <div key={name}>
            <dd className="numbers">{told[name]}</dd>
            <dt>{words[name]}</dt>
          </div>
        ))}
      </dl>
      {told.ignoredColumns.length > 0 && <Text size="sm" c="dimmed" mt="xs">{words.ignored(told.ignoredColumns.join(", "))}</Text>}
      {told.errors.length > 0 && <Problems told={told} />}
    </div>
  );
}

function Problems({ told }: { told: Import }) {
  return (
    <>
      <Text fw={560} mt="md" mb={4} id="problems">{words.problems}</Text>
      <ScrollArea.Autosize mah={260} type="auto" viewportProps={{ tabIndex: 0, role: "region", "aria-labelledby": "problems" }}>
        <table className={classes.table} aria-labelledby="problems">
          <thead>
            <tr><th scope="col">{words.line}</th><th scope="col">{words.column}</th><th scope="col">{words.reason}</th></tr>
          </thead>
          <tbody>
            {told.errors.map((problem, index) => (
              <tr key={`${String(problem.line)}-${String(index)}`}><td className="numbers">{problem.line}</td><td>{problem.column ?? "–"}</td><td>{problem.reason}</td></tr>
            ))}
          </tbody>
        </table>
      </ScrollArea.Autosize>
      {told.refused > told.errors.length && <Text size="sm" c="dimmed" mt={4}>{words.mostShown(told.errors.length)}</Text>}
    </>
  );
}

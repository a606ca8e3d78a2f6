import { Alert, ScrollArea, Text, Title } from "@mantine/core";

import type { Schemas } from "@/api";
import { CopyField } from "@/ui/CopyField";
import { Icon } from "@/ui/Icon";

import classes from "./Draw.module.css";
import { messages } from "./messages";

const words = messages.verify;
const COMMAND = "python -m interview.candidates.lots.recompute FILE.json";

/** The recomputation: what was looked at, and the selection step by step. */
export function Verified({ verified }: { verified: Schemas["DrawVerified"] }) {
  return (
    <div>
      <Alert
        variant="light"
        color={verified.isRight ? "pine" : "red"}
        role="status"
        icon={<Icon name={verified.isRight ? "check" : "alert"} />}
        title={verified.isRight ? words.right : words.wrong}
      />
      <ul className={classes.checks}>
        {verified.checks.map((check) => (
          <li key={check.what}>
            <Icon name={check.isRight ? "check" : "close"} size={17} />
            <div>
              <Text size="sm" fw={560}>{words.names[check.what] ?? check.what}</Text>
              <Text size="sm" c={check.isRight ? "dimmed" : "var(--mantine-color-error)"} className={classes.hash ?? ""}>{check.told}</Text>
            </div>
          </li>
        ))}
      </ul>
      {verified.steps.length > 0 && <Steps steps={verified.steps} />}
      <Title order={3} size="h4" mt="lg">{words.yourself}</Title>
      <Text size="sm" c="dimmed" mb="xs">{words.yourselfText}</Text>
      <CopyField label={words.yourself} value={COMMAND} />
    </div>
  );
}

function Steps({ steps }: { steps: Schemas["StepDetail"][] }) {
  return (
    <>
      <Title order={3} size="h4" mt="lg">{words.steps}</Title>
      <Text size="sm" c="dimmed" mb="xs">{words.stepsLead}</Text>
      {/* What scrolls has to take the keyboard. */}
      <ScrollArea className={classes.table ?? ""} type="auto" offsetScrollbars="x" viewportProps={{ tabIndex: 0, role: "region", "aria-label": words.steps }}>
        <table className="numbers">
          <thead>
            <tr>{Object.values(words.columns).map((name) => <th key={name} scope="col">{name}</th>)}</tr>
          </thead>
          <tbody>
            {steps.map((step) => (
              <tr key={step.rank}>
                <td>{step.rank}</td>
                <td className={classes.hash ?? ""}>{step.md5}</td>
                <td>{step.divisor}</td>
                <td>{step.remainder}</td>
                <td>{step.number}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollArea>
    </>
  );
}

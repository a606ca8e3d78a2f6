import { Text, Title } from "@mantine/core";

import { messages } from "./messages";
import classes from "./Templates.module.css";

function written(value: unknown): string {
  if (Array.isArray(value)) return value.join(", ");
  return typeof value === "string" || typeof value === "number" ? String(value) : "";
}

/** The values that a text may use, with samples. */
export function Values({ sample }: { sample: Readonly<Record<string, unknown>> }) {
  return (
    <>
      <Title order={2} size="h3">{messages.values}</Title>
      <Text size="sm" c="dimmed">{messages.valuesLead}</Text>
      <dl className={classes.values}>
        {Object.entries(sample).map(([name, value]) => [
          <dt key={name}>{`{{ ${name} }}`}</dt>,
          <dd key={`${name} sample`}>{written(value) || "–"}</dd>,
        ])}
      </dl>
      <Text size="sm" c="dimmed" mt="sm">{messages.helpers}</Text>
    </>
  );
}

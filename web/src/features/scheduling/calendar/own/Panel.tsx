import { Text, Title } from "@mantine/core";
import { type ReactNode, useId } from "react";

import classes from "./Panel.module.css";

/** One matter of the page. */
export function Panel({ title, lead, children }: { title: string; lead: string; children: ReactNode }) {
  const id = useId();
  return (
    <section className={`surface ${classes.panel ?? ""}`} aria-labelledby={id}>
      <Title order={2} id={id}>{title}</Title>
      <Text c="dimmed" size="sm" mt={4} mb="md">{lead}</Text>
      {children}
    </section>
  );
}

import { Text } from "@mantine/core";

import type { Schemas } from "@/api";

import classes from "./Draw.module.css";
import { messages } from "./messages";

interface Props {
  sources: readonly Schemas["PublishedSource"][];
  /** What each said, once that is known. */
  seed?: readonly string[] | null;
}

/** Where a draw's deciding numbers come from, and what they are. */
export function Sources({ sources, seed = null }: Props) {
  return (
    <ol className={classes.plain}>
      {sources.map((source, place) => (
        <li key={place}>
          {source.kind === "commitment" ? messages.prepared.commitment : source.about}
          {source.kind === "commitment" && <Text component="div" className={classes.hash ?? ""}>{source.sha256}</Text>}
          {seed && <Text component="div" className={classes.hash ?? ""} fw={600}>{seed[place]}</Text>}
        </li>
      ))}
    </ol>
  );
}

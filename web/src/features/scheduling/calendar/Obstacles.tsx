import { Alert } from "@mantine/core";

import { FailureNote } from "@/ui/FailureNote";
import { Icon } from "@/ui/Icon";

import { messages } from "./messages";
import type { Obstacle } from "./useMove";

const words = messages.move;

/** Why an interview was not moved: what can be gone past is told apart from what cannot. */
export function Obstacles({ failure, obstacle }: { failure: Error | null; obstacle: Obstacle }) {
  if (failure === null || obstacle === null) return <FailureNote failure={failure} />;
  return (
    <Alert color="orange" variant="light" role="alert" icon={<Icon name="alert" />} title={obstacle === "conflict" ? words.conflict : words.rules}>
      {failure.message}
      {obstacle === "rules" && ` ${words.override}`}
    </Alert>
  );
}

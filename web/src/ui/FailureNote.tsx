import { Alert } from "@mantine/core";

import { Icon } from "./Icon";

/** Says in a form why it was not done. Failures of single fields stand at the fields. */
export function FailureNote({ failure }: { failure: Error | null }) {
  if (failure === null) return null;
  const isOffline = failure.name === "Unreachable";
  return (
    <Alert color="red" variant="light" role="alert" icon={<Icon name={isOffline ? "offline" : "alert"} />}>
      {isOffline ? "The server cannot be reached. Check your connection and try again; nothing was lost." : failure.message}
    </Alert>
  );
}

/** The server's words by field, for a form. */
export function fieldErrors(failure: unknown): Record<string, string> {
  const fields = (failure as { fields?: Record<string, string> } | null)?.fields;
  return fields ?? {};
}

import { Button, Text, TextInput } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";

import { api, keys, type Schemas } from "@/api";
import { Confirm } from "@/ui/Confirm";

import { messages } from "./messages";

const words = messages.setup;

/** Calls an interview off, with a reason, after asking. */
export function CancelInterview({ interview }: { interview: Schemas["InterviewDetail"] }) {
  const [asks, setAsks] = useState(false);
  const [reason, setReason] = useState("");
  const [isMissing, setIsMissing] = useState(false);
  const queries = useQueryClient();
  const cancel = useMutation({
    mutationFn: () =>
      api.post("/api/admin/interviews/{interview_id}/cancel", { reason: reason.trim() }, { path: { interview_id: interview.id } }),
    onSuccess: async () => {
      setAsks(false);
      await queries.invalidateQueries({ queryKey: keys.interviews });
    },
  });
  const confirm = () => {
    setIsMissing(!reason.trim());
    if (reason.trim()) cancel.mutate();
  };
  return (
    <div>
      <Button variant="subtle" color="red" c="var(--mantine-color-error)" size="xs" onClick={() => setAsks(true)}>{words.cancel}</Button>
      <Confirm
        opened={asks}
        title={words.cancel}
        action={words.cancel}
        running={cancel.isPending}
        failure={cancel.error}
        onConfirm={confirm}
        onClose={() => setAsks(false)}
      >
        <Text mb="sm">{words.cancelText}</Text>
        <TextInput
          label={words.reason}
          value={reason}
          maxLength={500}
          error={isMissing ? words.reasonMissing : null}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
      </Confirm>
    </div>
  );
}

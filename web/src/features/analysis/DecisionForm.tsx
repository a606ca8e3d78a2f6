import { Button, Group, Modal, Text, Textarea } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";

import { api } from "@/api";
import { FailureNote } from "@/ui/FailureNote";

import { messages } from "./messages";
import classes from "./Judgement.module.css";

const words = messages.decision;
const CHOICES = ["passed", "needs_review", "failed"] as const;
const SHORTEST = 3;
type Choice = (typeof CHOICES)[number];

interface Props {
  sessionId: string;
  candidateId: number;
  onClose: () => void;
}

/** Takes a decision with its reason, and asks once more before it is kept. */
export function DecisionForm({ sessionId, candidateId, onClose }: Props) {
  const [choice, setChoice] = useState<Choice | null>(null);
  const [reason, setReason] = useState("");
  const [isTried, setTried] = useState(false);
  const [asks, setAsks] = useState(false);
  const queries = useQueryClient();
  const decide = useMutation({
    mutationFn: (final_status: Choice) =>
      api.post("/api/interview/analysis/{candidate_id}/decision", { final_status, reason: reason.trim(), session_id: sessionId }, { path: { candidate_id: candidateId } }),
    onSuccess: async () => {
      notifications.show({ message: words.done });
      await queries.invalidateQueries({ queryKey: ["analysis", candidateId] });
      onClose();
    },
  });
  const isShort = reason.trim().length < SHORTEST;
  return (
    <form
      className={classes.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        setAsks(choice !== null && !isShort);
      }}
    >
      <fieldset className={classes.choices} aria-describedby={isTried && choice === null ? "choice-missing" : undefined}>
        <legend>{words.choose}</legend>
        {CHOICES.map((one) => (
          <label key={one} className={classes.choice}>
            <input type="radio" name="decision" value={one} checked={choice === one} onChange={() => setChoice(one)} />
            {words.statuses[one]}
          </label>
        ))}
        {isTried && choice === null && <Text id="choice-missing" size="xs" c="var(--mantine-color-error)">{words.chooseMissing}</Text>}
      </fieldset>
      <Textarea
        label={words.reason}
        description={words.reasonHint}
        autosize
        minRows={3}
        maxLength={5000}
        value={reason}
        error={isTried && isShort ? words.reasonMissing : null}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <Group justify="flex-end" gap="xs" mt="sm">
        <Button variant="default" onClick={onClose}>{words.cancel}</Button>
        <Button type="submit">{words.save}</Button>
      </Group>
      <Modal opened={asks} onClose={() => setAsks(false)} title={words.confirmTitle} closeButtonProps={{ "aria-label": words.cancel }}>
        <Text mb="md">{words.confirmText(words.statuses[choice ?? ""] ?? "")}</Text>
        <FailureNote failure={decide.error} />
        <Group justify="flex-end" gap="xs" mt="lg">
          <Button variant="default" data-autofocus onClick={() => setAsks(false)}>{words.cancel}</Button>
          <Button loading={decide.isPending} onClick={() => choice && decide.mutate(choice)}>{words.save}</Button>
        </Group>
      </Modal>
    </form>
  );
}

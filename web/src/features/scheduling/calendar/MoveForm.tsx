import { Button, Group, Stack, Text, TextInput } from "@mantine/core";
import { useState } from "react";

import { messages } from "./messages";
import { Obstacles } from "./Obstacles";
import { meant, wallTime } from "./times";
import type { CalendarEvent } from "./useEvents";
import { useMove } from "./useMove";

const words = messages.move;

interface Props {
  event: CalendarEvent;
  zone: string;
  onDone: () => void;
  onBack: () => void;
}

/** Moves an interview by typing its time: what dragging does, for the keyboard and for exact times. */
export function MoveForm({ event, zone, onDone, onBack }: Props) {
  const [wall, setWall] = useState(() => wallTime(new Date(event.startsAt ?? Date.now()), zone));
  const [reason, setReason] = useState("");
  const move = useMove(event, onDone);
  const { moment, isSkipped, isDoubled } = meant(wall, zone);
  const error = isSkipped ? words.skipped : moment === null ? words.missing : null;
  const run = (isForced: boolean) => moment !== null && move.mutate({ to: moment, zone, reason, isForced });
  return (
    <form
      noValidate
      onSubmit={(submitted) => {
        submitted.preventDefault();
        run(move.obstacle !== null);
      }}
    >
      <Stack gap="sm">
        <Text c="dimmed" size="sm">{words.lead(event.candidateName)}</Text>
        <TextInput
          type="datetime-local"
          label={words.at(zone)}
          value={wall}
          error={error}
          description={isDoubled ? words.doubled : undefined}
          onChange={(changed) => {
            setWall(changed.currentTarget.value);
            move.reset();
          }}
          data-autofocus
        />
        <TextInput label={words.reason} description={words.reasonHint} value={reason} maxLength={500} onChange={(changed) => setReason(changed.currentTarget.value)} />
        <Obstacles failure={move.error} obstacle={move.obstacle} />
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onBack}>{words.back}</Button>
          <Button type="submit" loading={move.isPending} disabled={error !== null} color={move.obstacle ? "orange.9" : "pine"}>
            {move.obstacle ? words.anyway : words.action}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

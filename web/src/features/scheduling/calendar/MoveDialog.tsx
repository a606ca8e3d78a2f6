import { Button, Group, Modal, Stack, Text } from "@mantine/core";

import { Facts } from "@/ui/Facts";

import type { Dragged } from "./Grid";
import { messages } from "./messages";
import { Obstacles } from "./Obstacles";
import { spanText } from "./times";
import { useMove } from "./useMove";

const words = messages.move;

/** Asks before a dragged interview is moved, because people are told; a refusal leaves it where it was. */
export function MoveDialog({ dragged, zone, onDone }: { dragged: Dragged | null; zone: string; onDone: () => void }) {
  const move = useMove(dragged?.event ?? null, onDone);
  const leave = () => {
    dragged?.putBack();
    onDone();
  };
  return (
    <Modal opened={dragged !== null} onClose={leave} title={words.title} closeButtonProps={{ "aria-label": messages.event.close }}>
      {dragged !== null && (
        <Stack gap="sm">
          <Facts facts={factsOf(dragged, zone)} />
          <Text c="dimmed" size="sm">{words.lead(dragged.event.candidateName)}</Text>
          {dragged.isPast && <Text size="sm">{words.past}</Text>}
          <Obstacles failure={move.error} obstacle={move.obstacle} />
          <Group justify="flex-end" gap="xs" mt="sm">
            <Button variant="default" onClick={leave} data-autofocus>{words.back}</Button>
            <Button
              loading={move.isPending}
              color={move.obstacle ? "orange.9" : "pine"}
              onClick={() => move.mutate({ to: dragged.to, zone, isForced: move.obstacle !== null })}
            >
              {move.obstacle ? words.anyway : words.action}
            </Button>
          </Group>
        </Stack>
      )}
    </Modal>
  );
}

function factsOf({ event, to }: Dragged, zone: string) {
  const length = Date.parse(event.endsAt ?? "") - Date.parse(event.startsAt ?? "");
  return [
    [words.what, `${event.candidateName} · ${event.title}`] as const,
    [words.from, spanText(event.startsAt ?? "", event.endsAt, zone)] as const,
    [words.to, spanText(to.toISOString(), new Date(to.getTime() + length).toISOString(), zone)] as const,
  ];
}

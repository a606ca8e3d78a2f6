import { Anchor, Button, Group, Modal } from "@mantine/core";
import { useState } from "react";
import { Link } from "react-router";

import { Facts } from "@/ui/Facts";
import { StatusBadge } from "@/ui/StatusBadge";

import { messages } from "./messages";
import { MoveForm } from "./MoveForm";
import { spanText } from "./times";
import type { CalendarEvent } from "./useEvents";

const words = messages.event;

interface Props {
  event: CalendarEvent | null;
  zone: string;
  mayMove: boolean;
  onClose: () => void;
}

/** One interview of the calendar; here it is moved without dragging. */
export function EventDialog({ event, zone, mayMove, onClose }: Props) {
  return (
    <Modal opened={event !== null} onClose={onClose} title={event?.title} size="md" closeButtonProps={{ "aria-label": words.close }}>
      {event !== null && <Content key={event.id} event={event} zone={zone} mayMove={mayMove} onClose={onClose} />}
    </Modal>
  );
}

function Content({ event, zone, mayMove, onClose }: Props & { event: CalendarEvent }) {
  const [isMoving, setMoving] = useState(false);
  if (isMoving) return <MoveForm event={event} zone={zone} onDone={onClose} onBack={() => setMoving(false)} />;
  return (
    <>
      <Facts facts={factsOf(event, zone)} />
      <Group mt="lg" gap="xs" justify="space-between">
        <Anchor href={`/api/admin/interviews/${event.id}/calendar.ics`} download size="sm">{words.file}</Anchor>
        <Group gap="xs">
          {mayMove && event.status === "scheduled" && <Button variant="default" onClick={() => setMoving(true)}>{words.move}</Button>}
          <Button component={Link} to={`/interviews/${event.id}${event.status === "scheduled" ? "/setup" : ""}`}>{words.open}</Button>
        </Group>
      </Group>
    </>
  );
}

function factsOf(event: CalendarEvent, zone: string) {
  const starts = event.startsAt ?? "";
  const panel = event.panel.map((person) => person.name).join(", ");
  const kind = [messages.types[event.type] ?? event.type, messages.modes[event.mode] ?? event.mode].join(" · ");
  return [
    [words.when, spanText(starts, event.endsAt, zone)] as const,
    ...(event.timezone === zone ? [] : [[`${words.zone} (${event.timezone})`, spanText(starts, event.endsAt, event.timezone)] as const]),
    [words.who, event.candidateName] as const,
    [words.panel, panel || words.nobody] as const,
    [words.kind, kind] as const,
    [words.status, <StatusBadge key="status" status={event.status} />] as const,
  ];
}

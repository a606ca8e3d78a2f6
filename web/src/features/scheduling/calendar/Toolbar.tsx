import { ActionIcon, Button, Group, SegmentedControl, Select, Title } from "@mantine/core";

import { useCaller } from "@/ui/Caller";
import { Icon } from "@/ui/Icon";

import { messages } from "./messages";
import { useInterviewers } from "./useEvents";

export const VIEWS = ["dayGridMonth", "timeGridWeek", "listMonth"] as const;
export const EVERYBODY = "everybody";

interface Props {
  title: string;
  view: string;
  who: string;
  onTurn: (way: "prev" | "next" | "today") => void;
  onView: (view: string) => void;
  onWho: (who: string) => void;
}

/** Where in time one is, how it is shown, and whose it is. */
export function Toolbar({ title, view, who, onTurn, onView, onWho }: Props) {
  return (
    <Group justify="space-between" mb="md" gap="sm">
      <Group gap={6} wrap="nowrap">
        <ActionIcon variant="default" size="lg" aria-label={messages.earlier} onClick={() => onTurn("prev")}><Icon name="arrowLeft" /></ActionIcon>
        <ActionIcon variant="default" size="lg" aria-label={messages.later} onClick={() => onTurn("next")}><Icon name="arrowRight" /></ActionIcon>
        <Button variant="default" onClick={() => onTurn("today")}>{messages.today}</Button>
        <Title order={2} ml="xs" aria-live="polite" fz="lg">{title}</Title>
      </Group>
      <Group gap="sm">
        <WhoField who={who} onWho={onWho} />
        <SegmentedControl
          aria-label={messages.views["label"] ?? ""}
          value={view}
          onChange={onView}
          data={VIEWS.map((value) => ({ value, label: messages.views[value] ?? value }))}
        />
      </Group>
    </Group>
  );
}

function WhoField({ who, onWho }: { who: string; onWho: (who: string) => void }) {
  const caller = useCaller();
  const people = useInterviewers();
  const others = (people.data ?? []).filter((person) => person.value !== caller.id);
  return (
    <Select
      aria-label={messages.who}
      value={who}
      onChange={(value) => onWho(value ?? EVERYBODY)}
      data={[{ value: EVERYBODY, label: messages.everybody }, { value: caller.id, label: messages.mine }, ...others]}
      searchable={others.length > 8}
      allowDeselect={false}
      w={{ base: "100%", xs: 200 }}
    />
  );
}

import { Button, Group, Pill, Text, TextInput } from "@mantine/core";
import { useState } from "react";

import { messages } from "./messages";

const words = messages.hours;

function dayText(day: string): string {
  return new Intl.DateTimeFormat(undefined, { dateStyle: "medium", timeZone: "UTC" }).format(new Date(`${day}T00:00:00Z`));
}

/** Days without work. */
export function DaysOff({ days, onChange }: { days: readonly string[]; onChange: (days: string[]) => void }) {
  const [day, setDay] = useState("");
  const add = () => {
    if (day) onChange([...new Set([...days, day])].sort());
    setDay("");
  };
  return (
    <div role="group" aria-label={words.off}>
      <Text fw={560} size="sm">{words.off}</Text>
      <Text size="sm" c="dimmed" mb="xs">{words.offLead}</Text>
      <Group align="flex-end" gap="xs" mb="xs">
        <TextInput type="date" aria-label={words.offAdd} value={day} onChange={(event) => setDay(event.currentTarget.value)} />
        <Button variant="default" onClick={add} disabled={!day}>{words.offAction}</Button>
      </Group>
      <Group gap={6}>
        {days.map((one) => (
          <Pill
            key={one}
            size="md"
            withRemoveButton
            onRemove={() => onChange(days.filter((other) => other !== one))}
            removeButtonProps={{ "aria-label": words.offDrop(dayText(one)), tabIndex: 0, "aria-hidden": false }}
          >
            {dayText(one)}
          </Pill>
        ))}
      </Group>
    </div>
  );
}

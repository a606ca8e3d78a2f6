import { CloseButton, Select, TextInput } from "@mantine/core";

import type { Schemas } from "@/api";
import { Icon } from "@/ui/Icon";

import classes from "./Filters.module.css";
import { messages } from "./messages";

const words = messages.filters;

export interface Chosen {
  status: string | null;
  channel: string | null;
  kind: string | null;
  recipient: string;
}

interface Props {
  chosen: Chosen;
  queue: Schemas["QueueDetail"] | undefined;
  onChange: (chosen: Chosen) => void;
}

function options(known: Record<string, string>): { value: string; label: string }[] {
  return Object.entries(known).map(([value, label]) => ({ value, label }));
}

/** Narrows the list; those states that need somebody say how many there are. */
export function Filters({ chosen, queue, onChange }: Props) {
  const counts: Record<string, number> = { ...queue?.counts, sent: 0 };
  const statuses = options(messages.statuses).map(({ value, label }) => ({
    value,
    label: words.counted(label, counts[value] ?? 0, queue?.countedUpTo ?? 0),
  }));
  const choice = { placeholder: words.every, clearable: true, clearButtonProps: { "aria-label": messages.clear } };
  return (
    <div className={classes.filters} role="search" aria-label={words.label}>
      <Select {...choice} label={words.status} data={statuses} value={chosen.status} onChange={(status) => onChange({ ...chosen, status })} />
      <Select {...choice} label={words.channel} data={options(messages.channels)} value={chosen.channel} onChange={(channel) => onChange({ ...chosen, channel })} />
      <Select {...choice} label={words.kind} data={options(messages.kinds)} value={chosen.kind} onChange={(kind) => onChange({ ...chosen, kind })} searchable />
      <TextInput
        label={words.recipient}
        leftSection={<Icon name="search" />}
        value={chosen.recipient}
        onChange={(event) => onChange({ ...chosen, recipient: event.currentTarget.value })}
        rightSection={chosen.recipient && <CloseButton size="sm" aria-label={messages.clear} onClick={() => onChange({ ...chosen, recipient: "" })} />}
      />
    </div>
  );
}

import { ActionIcon, Switch, Text, TextInput } from "@mantine/core";

import { Icon } from "@/ui/Icon";

import { messages } from "./messages";
import classes from "./Panel.module.css";
import { faultOf, type Stretch, USUAL, type Week } from "./week";

const words = messages.hours;

/** The hours of each weekday. */
export function WeekFields({ week, onChange }: { week: Week; onChange: (week: Week) => void }) {
  const change = (weekday: number, stretches: readonly Stretch[]) => onChange(week.map((day, index) => (index === weekday ? stretches : day)));
  return (
    <div>
      {week.map((stretches, weekday) => (
        <Day key={words.days[weekday]} name={words.days[weekday] ?? ""} stretches={stretches} onChange={(next) => change(weekday, next)} />
      ))}
    </div>
  );
}

function Day({ name, stretches, onChange }: { name: string; stretches: readonly Stretch[]; onChange: (next: readonly Stretch[]) => void }) {
  const set = (at: number, next: Partial<Stretch>) => onChange(stretches.map((one, index) => (index === at ? { ...one, ...next } : one)));
  return (
    <div className={classes.day} role="group" aria-label={name}>
      <div className={classes.switch}>
        <Switch
          label={name}
          checked={stretches.length > 0}
          aria-label={words.works(name)}
          onChange={(event) => onChange(event.currentTarget.checked ? [USUAL] : [])}
        />
      </div>
      <div>
        {stretches.length === 0 && <Text size="sm" c="dimmed" className={classes.switch ?? ""}>{words.closed}</Text>}
        {stretches.map((stretch, index) => (
          <Hours
            // Stretches have no name of their own; their order is what they are.
            key={index}
            name={name}
            stretch={stretch}
            onChange={(next) => set(index, next)}
            onAdd={index === stretches.length - 1 ? () => onChange([...stretches, { starts: "", ends: "" }]) : null}
            onDrop={stretches.length > 1 ? () => onChange(stretches.filter((_, at) => at !== index)) : null}
          />
        ))}
      </div>
    </div>
  );
}

interface HoursProps {
  name: string;
  stretch: Stretch;
  onChange: (next: Partial<Stretch>) => void;
  onAdd: (() => void) | null;
  onDrop: (() => void) | null;
}

function Hours({ name, stretch, onChange, onAdd, onDrop }: HoursProps) {
  const fault = faultOf(stretch);
  return (
    <div>
      <div className={classes.stretch}>
        <TextInput type="time" aria-label={words.from(name)} value={stretch.starts} onChange={(event) => onChange({ starts: event.currentTarget.value })} error={fault !== null} />
        <Text size="sm" c="dimmed">{words.until}</Text>
        <TextInput type="time" aria-label={words.to(name)} value={stretch.ends} onChange={(event) => onChange({ ends: event.currentTarget.value })} error={fault !== null} />
        {onAdd && <ActionIcon variant="subtle" color="gray" aria-label={words.add(name)} onClick={onAdd}><Icon name="add" /></ActionIcon>}
        {onDrop && <ActionIcon variant="subtle" color="gray" aria-label={words.drop(name)} onClick={onDrop}><Icon name="close" size={16} /></ActionIcon>}
      </div>
      {fault && <Text size="xs" c="var(--mantine-color-error)" mb={4} role="alert">{words[fault]}</Text>}
    </div>
  );
}

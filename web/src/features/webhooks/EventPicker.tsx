import { Checkbox, Input } from "@mantine/core";
import { useId } from "react";

import { allEvents, type EventName, eventGroups } from "./events";
import { messages } from "./messages";
import classes from "./Webhooks.module.css";

const words = messages.form;

interface Props {
  value: readonly EventName[];
  onChange: (events: EventName[]) => void;
  error?: React.ReactNode;
}

/** Which events a webhook is told of: all at once, or one by one. */
export function EventPicker({ value, onChange, error }: Props) {
  const label = useId();
  const failure = useId();
  const chosen = new Set(value);
  const hasAll = allEvents.every((event) => chosen.has(event));
  const choose = (event: EventName, isChosen: boolean) =>
    onChange(allEvents.filter((one) => (one === event ? isChosen : chosen.has(one))));
  return (
    <div role="group" aria-labelledby={label} aria-describedby={error ? failure : undefined}>
      <Input.Label component="div" id={label}>{words.events}</Input.Label>
      <div className={classes.groups}>
        <Checkbox
          className={classes.everything ?? ""}
          label={words.all}
          checked={hasAll}
          indeterminate={chosen.size > 0 && !hasAll}
          onChange={(event) => onChange(event.currentTarget.checked ? [...allEvents] : [])}
        />
        {eventGroups.map((group) => (
          <fieldset key={group.title} className={classes.group}>
            <legend>{group.title}</legend>
            {(Object.keys(group.events) as EventName[]).map((event) => (
              <Checkbox
                key={event}
                label={group.events[event]}
                title={event}
                checked={chosen.has(event)}
                onChange={(change) => choose(event, change.currentTarget.checked)}
              />
            ))}
          </fieldset>
        ))}
      </div>
      {error !== undefined && error !== null && <Input.Error id={failure} mt={6} role="alert">{error}</Input.Error>}
    </div>
  );
}

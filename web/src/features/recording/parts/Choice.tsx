import { Text } from "@mantine/core";

import { messages } from "../messages";
import classes from "./Choice.module.css";

interface ChoiceProps {
  name: string;
  title: string;
  text: string;
  value: boolean | undefined;
  /** What follows from a no. */
  ifDeclined: string | undefined;
  onChoose: (value: boolean) => void;
}

/** One purpose with its yes and its no, of the same size and weight. */
export function Choice({ name, title, text, value, ifDeclined, onChoose }: ChoiceProps) {
  return (
    <fieldset className={`surface ${classes.choice ?? ""}`}>
      <legend className={classes.title}>{title}</legend>
      <Text className={classes.text}>{text}</Text>
      <div className={classes.answers}>
        {[true, false].map((one) => (
          <label key={String(one)} className={classes.answer}>
            <input
              type="radio"
              name={name}
              value={one ? "yes" : "no"}
              checked={value === one}
              onChange={() => onChoose(one)}
            />
            <span>{one ? messages.consent.yes : messages.consent.no}</span>
          </label>
        ))}
      </div>
      {value === false && <Text size="sm" mt="sm" c="dimmed" role="status">{ifDeclined}</Text>}
    </fieldset>
  );
}

import { Alert, Text } from "@mantine/core";

import type { Schemas } from "@/api";
import { Icon } from "@/ui/Icon";

import { messages } from "./messages";
import classes from "./Messages.module.css";

const words = messages.waits;

function name(channel: string): string {
  return channel === "email" ? words.email : words.sms;
}

function named(channels: readonly string[]): string {
  const [first = "", ...others] = channels;
  return [first, ...others.map((one) => one.toLowerCase())].join(words.and);
}

/** Says which channels send nothing yet, and which settings they wait for. */
export function Waits({ queue }: { queue: Schemas["QueueDetail"] | undefined }) {
  const missing = queue?.channels.filter((channel) => !channel.hasCredentials) ?? [];
  if (missing.length === 0) return null;
  return (
    <Alert variant="default" className={classes.note ?? ""} mb="md" icon={<Icon name="info" />} title={words.title(named(missing.map((one) => name(one.channel))))}>
      <Text size="sm">{words.text}</Text>
      {missing.map((one) => (
        <Text key={one.channel} size="sm" mt={4} ff="monospace" style={{ overflowWrap: "anywhere" }}>
          {words.setting(name(one.channel), one.missingSettings.join(", "))}
        </Text>
      ))}
    </Alert>
  );
}

import { Button, Group, Stack, Text } from "@mantine/core";

import type { Schemas } from "@/api";
import { CopyField } from "@/ui/CopyField";
import { agoText } from "@/ui/time";

import { messages } from "./messages";

/** The link to join, shown this once. */
export function InvitationLink({ made, onDone }: { made: Schemas["LinkDetail"]; onDone: () => void }) {
  return (
    <Stack>
      <Text>{messages.linkLead}</Text>
      <CopyField label={messages.link} value={made.link} description={messages.linkEnds(agoText(made.expiresAt))} />
      <Group justify="flex-end"><Button onClick={onDone}>{messages.done}</Button></Group>
    </Stack>
  );
}

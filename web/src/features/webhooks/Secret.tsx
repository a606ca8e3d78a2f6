import { Button, Group, Modal, Stack, Text } from "@mantine/core";

import { CopyField } from "@/ui/CopyField";

import { messages } from "./messages";

const words = messages.secret;

/** A secret just made. */
export function Secret({ secret, isRotated = false, onDone }: { secret: string; isRotated?: boolean; onDone: () => void }) {
  return (
    <Stack>
      <Text>{words.lead}</Text>
      <CopyField label={words.label} value={secret} />
      {isRotated && <Text size="sm" c="dimmed">{words.overlap}</Text>}
      <Group justify="flex-end"><Button onClick={onDone}>{words.done}</Button></Group>
    </Stack>
  );
}

/** A secret that took the place of another; a click beside the window does not close it. */
export function NewSecret({ secret, onDone }: { secret: string | undefined; onDone: () => void }) {
  return (
    <Modal
      opened={secret !== undefined}
      onClose={onDone}
      size="lg"
      title={words.title}
      closeOnClickOutside={false}
      closeOnEscape={false}
      closeButtonProps={{ "aria-label": "Close" }}
    >
      {secret !== undefined && <Secret secret={secret} isRotated onDone={onDone} />}
    </Modal>
  );
}

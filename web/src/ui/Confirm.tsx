import { Button, Group, Modal, Text } from "@mantine/core";
import type { ReactNode } from "react";

import { FailureNote } from "./FailureNote";

interface Props {
  opened: boolean;
  title: string;
  children: ReactNode;
  /** What will be done, as a verb: "Revoke the link". */
  action: string;
  running: boolean;
  failure: Error | null;
  onConfirm: () => void;
  onClose: () => void;
}

/** Asks before something that cannot be taken back. The way out has the keyboard first. */
export function Confirm({ opened, title, children, action, running, failure, onConfirm, onClose }: Props) {
  return (
    <Modal opened={opened} onClose={onClose} title={title} closeButtonProps={{ "aria-label": "Close" }}>
      <Text component="div" mb="md">{children}</Text>
      <FailureNote failure={failure} />
      <Group justify="flex-end" gap="xs" mt="lg">
        <Button variant="default" onClick={onClose} data-autofocus>Keep it</Button>
        <Button color="red.8" loading={running} onClick={onConfirm}>{action}</Button>
      </Group>
    </Modal>
  );
}

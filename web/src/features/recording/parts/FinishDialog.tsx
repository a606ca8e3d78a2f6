import { Button, Group, Modal, Text } from "@mantine/core";

import { messages } from "../messages";

const words = messages.interview;

interface FinishDialogProps {
  isOpen: boolean;
  onFinish: () => void;
  onClose: () => void;
}

/** Asks once before the interview ends for good. */
export function FinishDialog({ isOpen, onFinish, onClose }: FinishDialogProps) {
  return (
    <Modal opened={isOpen} onClose={onClose} title={words.finishTitle} closeButtonProps={{ "aria-label": words.notYet }}>
      <Text>{words.finishText}</Text>
      <Group justify="flex-end" gap="xs" mt="lg">
        <Button variant="default" onClick={onClose} data-autofocus>{words.notYet}</Button>
        <Button onClick={onFinish}>{words.finish}</Button>
      </Group>
    </Modal>
  );
}
